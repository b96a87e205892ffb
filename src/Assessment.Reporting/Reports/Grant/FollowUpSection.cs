using Assessment.Domain.Delivery;
using Assessment.Domain.Instruments;
using Assessment.Evaluation.Findings;
using Assessment.Reporting.Document;

namespace Assessment.Reporting.Reports.Grant;

/// <summary>Follow-up information: T6, by wave and by who filled it in.</summary>
internal static class FollowUpSection
{
    public static IEnumerable<Block> Of(GrantFindings findings, GrantCounts counts)
    {
        yield return new Heading(1, "Follow-up information");
        yield return new Paragraph(
        [
            new Run("Follow-ups ask to what degree people use on the job what they learned.", Footnote: $"Follow-up evaluative assessments: {Citation.Of("follow-up")}; reporting on them: {Citation.Of("follow-up-information")}."),
            new Run(" Self-reports and supervisors' ratings are kept apart. A low share done means that the people who answered may differ from the others."),
        ]);
        yield return new Table(
            "T6",
            "Follow-ups due and done",
            [
                new("Wave", false, 2), new("Instrument and source", false, 2), new("Due", true, 0.9), new("Done", true, 0.9), new("% done", true, 0.9), new("n scored", true, 0.9), new("Application score, %", true, 1.1),
                new(Words.Level(findings.Level), true, 1.3) { IsInterval = true }, new("Change from post-test", true, 1.1), new($"Change {Words.Level(findings.Level)}", true, 1.3) { IsInterval = true }, new("Class", false, 0.7),
            ],
            [.. findings.FollowUps.Select((line, i) => Row(line.Instrument, line.FollowUp, i, findings, counts))],
            "Stored findings of the agency's follow-ups.",
            [
                "Due: the time window had closed on the date of the data (months 4 to 7 and 11 to 15 after the class). Done: of those due. n scored includes people who answered before their window closed. Due and % done are suppressed where, with the other tables, they would tell of 1 to 10 people.",
                "Application score: indicators shown divided by indicators with an opportunity, averaged over people. For the knowledge test it is the mean test score, and the change is that of people with both tests.",
                "N/A: a checklist is asked only after the class, so it has no change. Class C: before and after, one group; cause not shown. Class D: description only.",
            ],
            "No follow-up results have been entered for this period.");
    }

    private static IReadOnlyList<Cell> Row(InstrumentFindings instrument, FollowUpFinding followUp, int place, GrantFindings findings, GrantCounts counts)
    {
        var name = $"follow-up:{place}";
        var change = instrument.Kind == InstrumentKind.KnowledgeTest ? findings.Retention(followUp.Wave) : null;
        var changes = change is { NPairs: > 0 and < CellProtection.Threshold }
            ? [Words.SuppressedCell, Words.SuppressedCell]
            : new[] { Words.Value(change?.Gain, 1), Words.Limits(change?.Gain, 1) };
        return
        [
            new(Wave.Find(followUp.Wave)?.Title ?? followUp.Wave),
            new(Source(instrument)),
            counts.Cell($"{name}:due"),
            counts.Cell($"{name}:done"),
            Percent(followUp, name, counts),
            counts.Cell($"{name}:scored"),
            .. Score(followUp),
            .. changes,
            new(change is null ? followUp.Design.ToString() : change.Design.ToString()),
        ];
    }

    private static Cell[] Score(FollowUpFinding followUp) => followUp switch
    {
        { Score.N: > 0 and < CellProtection.Threshold } => [Words.SuppressedCell, Words.SuppressedCell],
        { Score.N: 0, Due: 0 } => [new("none due yet"), new("none due yet")],
        _ => [Words.Value(followUp.Score, 1), Words.Limits(followUp.Score, 1)],
    };

    private static string Source(InstrumentFindings instrument) => instrument switch
    {
        { Kind: InstrumentKind.KnowledgeTest } => "Knowledge test, again",
        { Source: "self" } => "Checklist, self-report",
        { Source: "supervisor" } => "Checklist, supervisor",
        { Source: { } source } => $"Checklist, {source}",
        _ => "Checklist",
    };

    private static Cell Percent(FollowUpFinding followUp, string name, GrantCounts counts)
    {
        if (!counts.Shows($"{name}:due") || !counts.Shows($"{name}:done")) return Words.SuppressedCell;
        return followUp.Due == 0 ? Words.NotApplicableCell : Words.Of(100.0 * followUp.Response.Count / followUp.Due, 1);
    }
}
