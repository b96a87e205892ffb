using Assessment.Reporting.Charts;
using Assessment.Reporting.Document;

namespace Assessment.Reporting.Tests.Rendering;

/// <summary>A short report with every kind of block.</summary>
internal static class SampleReport
{
    private static readonly DumbbellChart Chart = new(
        "Mean score, percent", 0, 100, "Pre-test", "Post-test",
        [new DumbbellRow("De-escalation", 58, 82, "58.0", "82.0"), new DumbbellRow("Referral", 70, 66, "70.0", "66.0")]);

    public static Table Scores { get; } = new(
        "T5", "Scores <by> topic", [new Column("Topic", false, 2), new Column("Post %", true)],
        [[new Cell("De-escalation"), new Cell("82.0", 82.04)], [new Cell("Referral & more"), new Cell("66.0", 66.1)]],
        "test records", ["Percent of points."], "No test was taken.");

    public static ReportDocument Document { get; } = new(
        "R-7", "Report of <Cedar> & Co", "en-US", "Cedar Police", "What was learned.", new DateOnly(2026, 10, 30), "data as of today",
        [new Heading(1, "Report of Cedar"), Paragraph.Of("Cover words.")],
        [
            new Heading(1, "Tests"),
            new Paragraph([new Run("Scores "), new Run("rose", RunStyle.Strong, "In one group."), new Run(" (see "), new Run("law", Link: new Uri("https://example.org/?a=1&b=2")), new Run(").")]),
            new Heading(2, "By topic"),
            new ListBlock(false, [Paragraph.Of("One"), Paragraph.Of("Two")]),
            Scores,
            new Figure("F1", "Before and after", "Scores rose by 24 points in de-escalation.", Chart, "T5", "table T5"),
            Scores with { Number = "T6", Rows = [] },
            new Callout("Mind", [Paragraph.Of("Cause not shown.")]),
            new PageBreak(),
            new Heading(1, "Last"),
            Paragraph.Of("End."),
        ]);

    public static byte[] Render(Assessment.Reporting.Rendering.IReportRenderer renderer, ReportDocument document)
    {
        using var stream = new MemoryStream();
        renderer.Render(document, stream);
        return stream.ToArray();
    }
}
