using Assessment.Domain;
using Assessment.Domain.Instruments;
using Assessment.Domain.People;
using Assessment.Domain.Scoring;
using Assessment.Evaluation.Gains;
using Assessment.Evaluation.Scores;

namespace Assessment.Evaluation.Tests;

/// <summary>Small studies written down in a test: everybody is in agency 1.</summary>
internal static class StudyExample
{
    public static readonly DateOnly LastDay = new(2025, 1, 15);

    public static FormLayout Test(string edition = "A", int items = 4, Plane plane = Plane.Training, double? passMark = null) => new()
    {
        Instrument = "dekt", Kind = InstrumentKind.KnowledgeTest, Plane = plane, Version = $"dekt-{edition} v1", Edition = edition,
        PassMarkTicks = passMark is { } mark ? Points.Of(mark).Ticks : null,
        Items = [.. Enumerable.Range(0, items).Select(i => new FormItem("DE_ALT", "DE_ALT.1", Ability.Knowledge, Points.TicksPerPoint))],
    };

    public static FormLayout Likert(int items, int steps) => new()
    {
        Instrument = "confidence", Kind = InstrumentKind.Scale, Plane = Plane.Training, Version = "confidence v1", Edition = "A",
        Items = [.. Enumerable.Range(0, items).Select(_ => new FormItem(null, null, Ability.Knowledge, steps * Points.TicksPerPoint))],
    };

    public static FormLayout Checklist(string source, int items = 4) => new()
    {
        Instrument = "checklist", Kind = InstrumentKind.FollowUpChecklist, Plane = Plane.Training, Version = "checklist v1", Edition = "A", Source = source,
        Items = [.. Enumerable.Range(0, items).Select(_ => new FormItem("DE_ALT", null, Ability.Skill, Points.TicksPerPoint))],
    };

    public static StudyScoresBuilder With(params FormLayout[] forms) => new(forms);

    public static StudyScoresBuilder Enrolled(this StudyScoresBuilder builder, int people, int delivery = 1, ConsentedWaves consent = ConsentedWaves.All)
    {
        for (var person = 1; person <= people; person++) builder.Enroll(1, delivery, person, ParticipantKind.Officer, consent);
        return builder;
    }

    public static StudyScoresBuilder Row(this StudyScoresBuilder builder, int person, int wave, params double?[] points) =>
        builder.Attempt(person, wave, 0, points);

    public static StudyScoresBuilder Attempt(this StudyScoresBuilder builder, int person, int wave, int form, double?[] points, int delivery = 1)
    {
        builder.Add(1, delivery, person, wave, form, Sheet(points));
        return builder;
    }

    public static byte[] Sheet(params double?[] points) =>
        ScoreSheet.Pack([.. points.Select(point => point is { } value ? Points.Of(value) : (Points?)null)]);

    public static GainOptions Options(params int[] deliveries) => new()
    {
        Study = "example", AsOf = new(2025, 12, 31), ProgramVersion = "0.1.0",
        TrainingEnds = deliveries.DefaultIfEmpty(1).ToDictionary(delivery => delivery, _ => LastDay),
    };
}
