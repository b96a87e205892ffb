using Assessment.Domain.Curricula;
using Assessment.Reporting.Document;

namespace Assessment.Reporting.Reports.Grant;

/// <summary>Who was trained (T2, T3) and in which courses (T4).</summary>
internal static class TrainingSections
{
    private const string Source = "Training records of the agency; all records.";

    public static IEnumerable<Block> Of(GrantReportFacts facts, GrantCounts counts)
    {
        yield return new Heading(1, "Officers and professionals trained");
        yield return new Paragraph(
        [
            new Run("Officers are counted as different persons: who took two courses on a topic counts once.", Footnote: $"{Citation.Of("officers-trained")}; officers employed: {Citation.Of("officers-employed")}; courses paid from other sources, by election: {Citation.Of("other-sources")}."),
            new Run(" Covered mental health professionals are counted apart and are in no count of officers.", Footnote: $"A mental health professional who works on a crisis intervention team as an employee of the agency or under a legal agreement with it: {Citation.Of("professionals")}."),
        ]);
        yield return Officers(facts, counts);
        yield return Professionals(facts, counts);
        yield return new Heading(1, "Courses delivered");
        yield return new Paragraph([new Run("A course is called certified only when the Attorney General had certified it on the date of the class.", Footnote: Citation.Of("certification") + ".")]);
        yield return Courses(facts, counts);
    }

    public static string TopicTitle(string? code) => code is null ? "All topics"
        : code == TopicTraining.AnyTopic ? "At least one topic"
        : Topic.Find(code) is { } topic ? $"{topic.Numeral}. {topic.Title}" : code;

    private static Table Officers(GrantReportFacts facts, GrantCounts counts) => new(
        "T2",
        "Officers trained by topic",
        [new("Topic", false, 3), new("Officers trained (grant)", true), new("Officers trained (other funds, elective)", true, 1.2), new("Total distinct officers", true), new("% of officers employed", true)],
        [.. facts.Training.Topics.Append(facts.Training.AnyTopic).Select(topic => OfficerRow(topic, facts, counts))],
        Source,
        [
            $"Officers employed: {Words.Count(facts.Grantee.OfficersEmployed)} on {Words.Date(facts.Grantee.CountedOn)}.",
            $"{Topic.All.Count} topics of the Act: {Citation.Of("topics")}. N/A: the agency did not elect to report courses paid from other sources.",
        ],
        "No officer completed a course in this period.");

    private static IReadOnlyList<Cell> OfficerRow(TopicTraining topic, GrantReportFacts facts, GrantCounts counts)
    {
        var name = topic.Topic;
        return
        [
            new(TopicTitle(name)),
            counts.Cell($"{name}:grant"),
            topic.OtherFunds is null ? Words.NotApplicableCell : counts.Cell($"{name}:other"),
            counts.Cell($"{name}:total"),
            counts.Shows($"{name}:total") ? Words.Of(100.0 * topic.Total / facts.Grantee.OfficersEmployed, 1) : Words.SuppressedCell,
        ];
    }

    private static Table Professionals(GrantReportFacts facts, GrantCounts counts)
    {
        var working = facts.Grantee.ProfessionalsWorking;
        var share = !counts.Shows("cmhp:trained") ? Words.SuppressedCell
            : working is null ? Words.MissingCell
            : Words.Of(working == 0 ? null : 100.0 * facts.Training.Professionals / working, 1);
        return new(
            "T3",
            "Covered mental health professionals",
            [new("Group", false, 3), new("Employed or under agreement", true), new("Trained", true), new("% trained", true)],
            [[new("Professionals who work with the agency"), working is { } number ? Words.CountCell(number) : Words.MissingCell, counts.Cell("cmhp:trained"), share]],
            Source,
            [$"The count of professionals is a duty of the public list, {Citation.Of("professionals-count")}, and is printed here beside that of officers."],
            "No professionals.");
    }

    private static Table Courses(GrantReportFacts facts, GrantCounts counts) => new(
        "T4",
        "Classes of the year",
        [
            new("Course", false, 2), new("Provider", false, 1.6), new("Certification status on the date", false, 1.4), new("Dates", false, 1.7), new("Hours", true, 0.8),
            new("Scenario minutes", true), new("Elements delivered", false, 1.1), new("Officers completed", true),
        ],
        [.. facts.Courses.Select((course, i) => CourseRow(course, i, counts))],
        "Class records of the agency; all classes.",
        ["Elements: required elements of the curriculum that were delivered.", "Officers are counted per class; an officer in two classes counts in both. Professionals are few per class and are counted for the year in table T3. Suppressed: 1 to 10 people, or a count that would give such a count away."],
        "No class was delivered in this period.");

    private static IReadOnlyList<Cell> CourseRow(CourseDelivered course, int place, GrantCounts counts) =>
    [
        new(course.Course),
        new(course.Provider),
        new(Status(course.Certification)),
        new($"{course.From:yyyy-MM-dd} to {course.To:yyyy-MM-dd}"),
        Words.Of(course.Hours, 1),
        Words.CountCell(course.ScenarioMinutes),
        new($"{course.ElementsDelivered} of {course.ElementsRequired}"),
        counts.Cell($"course:{place}:officers"),
    ];

    private static string Status(CertificationStatus status) => status switch
    {
        CertificationStatus.Certified => "Certified",
        CertificationStatus.Submitted => "Submitted, no decision",
        CertificationStatus.EquivalentClaimed => "Provider claims it is equivalent; no decision",
        CertificationStatus.Terminated => "Status ended",
        _ => "Not submitted",
    };
}
