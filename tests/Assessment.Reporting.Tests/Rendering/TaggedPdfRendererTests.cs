using Assessment.Reporting.Document;
using Assessment.Reporting.Rendering;
using Assessment.Testing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Assessment.Reporting.Tests.Rendering;

public sealed class TaggedPdfRendererTests
{
    private static readonly TaggedPdfRenderer Renderer = new("Assessment 1.0");

    [Test]
    public void A_report_with_every_block_passes_the_audit() =>
        PdfUaAudit.Check(Render(SampleReport.Document)).Should().BeEmpty();

    [Test]
    public void The_same_report_gives_the_same_bytes() =>
        Render(SampleReport.Document).Should().Equal(Render(SampleReport.Document));

    /// <summary>The words of the report page by page, in painting order; one line a tagged stretch.</summary>
    [Test]
    public void The_words_of_the_report_are_those_of_the_document()
    {
        using var read = PdfDocument.Open(Render(SampleReport.Document));
        string[] golden =
        [
            "Report of Cedar|Cover words.",
            "Contents|Tests 3|By topic 3|Last 4",
            "Tests|Scores rose|1| (see |law|).|By topic|•|One|•|Two"
                + "|T5. Scores <by> topic|Topic|Post %|De-escalation|82.0|Referral & more|66.0|Source: test records|Note: Percent of points."
                + "|F1. Before and after|Pre-testPost-test020406080100Mean score, percentDe-escalation58.082.0Referral66.070.0"
                + "|Every value drawn is in table T5.|Source: table T5"
                + "|T6. Scores <by> topic|No test was taken.|Source: test records|Note: Percent of points."
                + "|Mind|Cause not shown.|1 |In one group.",
            "Last|End.",
        ];
        read.GetPages().Select(Words).Should().Equal(golden);
    }

    [Test]
    public void A_report_without_cover_or_headings_is_its_blocks_alone()
    {
        var bare = SampleReport.Document with { Cover = [], Blocks = [Paragraph.Of("Only this.")] };
        using var read = PdfDocument.Open(Render(bare));
        read.GetPages().Select(Words).Should().Equal("Only this.");
    }

    [Test]
    public void Twelve_pages_of_tables_are_rendered()
    {
        var rows = Enumerable.Range(1, 330).Select(i => (IReadOnlyList<Cell>)[new Cell($"Topic {i}"), new Cell($"{i}")]).ToList();
        var file = Render(SampleReport.Document with { Blocks = [new Heading(1, "Long"), SampleReport.Scores with { Rows = rows }] });
        using var read = PdfDocument.Open(file);
        read.NumberOfPages.Should().BeGreaterThanOrEqualTo(12);
        PdfUaAudit.Check(file).Should().BeEmpty();
    }

    private static byte[] Render(ReportDocument document) => SampleReport.Render(Renderer, document);

    private static string Words(Page page) => string.Join('|', page.GetMarkedContents().Where(marked => !marked.IsArtifact)
        .Select(marked => string.Concat(marked.Letters.Select(letter => letter.Value))));
}
