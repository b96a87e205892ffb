using Assessment.Reporting.Document;

namespace Assessment.Reporting.Reports.Grant;

/// <summary>Data quality and privacy (T13) and definitions (T14).</summary>
internal static class ClosingSections
{
    public static IEnumerable<Block> Of(GrantReportFacts facts, GrantFindings findings, GrantCounts counts)
    {
        yield return new Heading(1, "Data quality and privacy");
        yield return new Table(
            "T13",
            "Checks of the data",
            [new("Check", false, 3), new("Passed", true), new("Failed", true), new("Action", false, 2)],
            [.. facts.Checks.Select(check => (IReadOnlyList<Cell>)[new(check.Check), Words.CountCell(check.Passed), Words.CountCell(check.Failed), Action(check)])],
            "Checks run by the program on the records of the period.",
            ["Passed and failed count records, not people."],
            "No data checks have been recorded for this period.");
        yield return Paragraph.Of($"{Words.Count(counts.Suppressed)} counts of people are suppressed in the tables, and the percentages and means that rest on them. A count of 1 to 10 is never printed, nor a count from which it could be worked out within this report. Zero is printed as 0.");
        yield return new Paragraph([new Run("Officers are protected as research subjects are.", Footnote: $"{Citation.Of("confidentiality")}: research and statistical information about a private person may be used only for its purpose."), new Run(" No person is named in this report, and no officer is ranked.")]);
        yield return Paragraph.Of(Unanswered(findings));
        yield return new Heading(1, "Definitions");
        yield return new Table(
            "T14",
            "Measures",
            [new("Id", false, 0.6), new("Measure", false, 1.6), new("Definition", false, 4), new("Source", false, 2.4)],
            [.. MeasureCard.All.Select(card => (IReadOnlyList<Cell>)[new(card.Id), new(card.Name), new(card.Definition), new(card.Source)])],
            "Measure cards of the program.",
            [],
            "No measures.");
    }

    private static Cell Action(DataCheck check) => check.Action.Length > 0 ? new(check.Action)
        : check.Failed == 0 ? new("none needed")
        : Words.MissingCell;

    private static string Unanswered(GrantFindings findings) => findings.Test is { } test
        ? $"Rule for unanswered test items: {test.MissingItems}. It acted on {Words.Count((int)test.BlankItems)} items of the scored tests of all waves. Rule for waves: only people with a score at both waves are compared, and the first attempt of a wave counts."
        : "No test was analyzed, so no rule for unanswered items was applied.";
}
