using Assessment.Domain.Curricula;
using Assessment.Reporting.Reports.Grant;

namespace Assessment.Reporting.Tests.Reports.Grant;

/// <summary>Facts of two invented agencies: one of 420 officers and one of 9.</summary>
internal static class ExampleFacts
{
    private static readonly DateOnly AsOf = new(2025, 11, 30);

    public static GrantReportFacts Large { get; } = Of("Sandwhistle Metropolitan Police Department", "OH9990600", "Ohio", "500 to 999 employees", 420, 26, [23, 23, 23, 21], [3, 3, 3, 2]);

    public static GrantReportFacts Small { get; } = Of("Quillhaven Police Department", "NM9990100", "New Mexico", "fewer than 50 employees", 9, 1, [7], [1]) with
    {
        Narrative = [], Barriers = [], Plan = [], Checks = [], Targets = [], Money = null,
    };

    private static GrantReportFacts Of(string name, string ori, string state, string size, int employed, int working, int[] officers, int[] professionals)
    {
        int trained = officers.Sum(), other = employed > 100 ? 12 : 0;
        return new()
        {
            ReportId = $"GPR-{ori}-2025", ProgramVersion = "0.1.0", AsOf = AsOf, Date = new(2025, 12, 15),
            Grantee = new(name, ori, state, size, employed) { CountedOn = new(2025, 9, 30), ProfessionalsWorking = working },
            Award = new("SAMPLE-25-LE-0001", "JAG-TP", 2025, 1)
            {
                From = new(2024, 10, 1), To = new(2025, 9, 30), DueOn = new(2025, 12, 31), ContactRole = "Training division, grants coordinator",
            },
            Training = new(
                new(TopicTraining.AnyTopic, trained, other, trained + other),
                [.. Topic.All.Select(topic => new TopicTraining(topic.Code, trained, topic == Topic.CrisisTeam ? 0 : other, trained + (topic == Topic.CrisisTeam ? 0 : other)))],
                professionals.Sum()),
            Courses = [.. officers.Select((count, i) => Course(i, count, professionals[i]))],
            Findings = new ExampleStudy(officers, professionals).Findings(AsOf),
            Targets = [new("M1", 100, "officers", "application"), new("M5", 15, "points of 100", "application"), new("M8", 70, "percent of due follow-ups done", "application")],
            Barriers = [new(null, "Staffing or availability", 5, "Patrol shifts could release at most 25 people for a class.", "Classes moved to weeks with overlap of shifts."), new("CIT_PART", "Waiting for partners", 3, "No clinician was free for one joint exercise.", "")],
            Money = new(420_000, 171_400, 152_900, 8_500, 22_000) { UnspentPlan = "Sixteen further classes.", CostPerOfficer = 1_450 },
            Plan = [new("2026-Q1", [.. Topic.All.Select(topic => topic.Code)], 66, 95_700), new("2026-Q2", ["DE_ALT", "CRISIS_DIS"], 66, 95_700)],
            Narrative = [new(1, NarrativeAnswer.Questions[0], "Four classes were held."), new(4, NarrativeAnswer.Questions[3], "")],
            Checks = [new("Every attempt belongs to an enrolled person", 380, 0, ""), new("Classes with all required elements", 3, 1, "The element is taught again in spring.")],
        };
    }

    private static CourseDelivered Course(int place, int officers, int professionals) => new(
        "De-escalation and crisis response, two days", "Academy of the Example Valley", CertificationStatus.Submitted,
        new DateOnly(2024, 11, 5).AddMonths(place), new DateOnly(2024, 11, 6).AddMonths(place))
    {
        Hours = 16, ScenarioMinutes = 240, Officers = officers, Professionals = professionals, ElementsDelivered = place == 3 ? 9 : 10, ElementsRequired = 10,
    };
}
