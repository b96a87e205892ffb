using Assessment.Domain;
using Assessment.Domain.Curricula;
using Assessment.Domain.Instruments;
using Assessment.Domain.People;
using Assessment.Domain.Scoring;
using Assessment.Evaluation.Findings;
using Assessment.Evaluation.Gains;
using Assessment.Evaluation.Scores;

namespace Assessment.Reporting.Tests.Reports.Grant;

/// <summary>An invented agency: classes of invented people who answer at random from a seed, better after the class than before.</summary>
internal sealed class ExampleStudy(int[] officersPerClass, int[] professionalsPerClass)
{
    private static readonly FormLayout[] Forms =
    [
        Test("A"), Test("B"), Checklist("self"), Checklist("supervisor"),
    ];

    private readonly Random random = new(20250930);

    public StudyFindings Findings(DateOnly asOf)
    {
        using var builder = new StudyScoresBuilder(Forms);
        for (var (place, person) = (0, 0); place < officersPerClass.Length; place++)
        {
            for (var seat = 0; seat < officersPerClass[place] + professionalsPerClass[place]; seat++)
                builder.Enroll(1, place, person++, seat < officersPerClass[place] ? ParticipantKind.Officer : ParticipantKind.CmhpAgreement);
        }

        for (var (place, person) = (0, 0); place < officersPerClass.Length; place++)
        {
            for (var seat = 0; seat < officersPerClass[place] + professionalsPerClass[place]; seat++) Person(builder, place, person++);
        }

        return GainAnalysis.Run(builder.Build(), new()
        {
            Study = "Example, fiscal year 2025", AsOf = asOf, ProgramVersion = "0.1.0",
            TrainingEnds = Enumerable.Range(0, officersPerClass.Length).ToDictionary(place => place, place => new DateOnly(2024, 11, 6).AddMonths(place)),
        });
    }

    private void Person(StudyScoresBuilder builder, int place, int person)
    {
        var ability = random.NextDouble();
        builder.Add(1, place, person, 0, person % 2, Sheet(20, 0.25 + (0.4 * ability)));
        if (random.NextDouble() < 0.95) builder.Add(1, place, person, 1, (person + 1) % 2, Sheet(20, 0.5 + (0.4 * ability)));
        if (random.NextDouble() > 0.7) return;
        builder.Add(1, place, person, 2, person % 2, Sheet(20, 0.4 + (0.4 * ability)));
        builder.Add(1, place, person, 2, 2, Sheet(12, 0.7));
        if (random.NextDouble() < 0.5) builder.Add(1, place, person, 2, 3, Sheet(12, 0.6));
    }

    private byte[] Sheet(int items, double chance) =>
        ScoreSheet.Pack([.. Enumerable.Range(0, items).Select(_ => (Points?)(random.NextDouble() < chance ? Points.One : Points.Zero))]);

    private static FormLayout Test(string edition) => new()
    {
        Instrument = "dekt", Kind = InstrumentKind.KnowledgeTest, Plane = Plane.Research, Version = $"Form {edition}, version 1", Edition = edition,
        PassMarkTicks = 14 * Points.TicksPerPoint,
        Items = [.. Enumerable.Range(0, 20).Select(i => new FormItem(Topic.All[i % 4].Code, $"{Topic.All[i % 4].Code}.1", i % 3 == 0 ? Ability.Skill : Ability.Knowledge, Points.TicksPerPoint))],
    };

    private static FormLayout Checklist(string source) => new()
    {
        Instrument = "checklist", Kind = InstrumentKind.FollowUpChecklist, Plane = Plane.Research, Version = "checklist v1", Edition = "A", Source = source,
        Items = [.. Enumerable.Range(0, 12).Select(_ => new FormItem("DE_ALT", null, Ability.Skill, Points.TicksPerPoint))],
    };
}
