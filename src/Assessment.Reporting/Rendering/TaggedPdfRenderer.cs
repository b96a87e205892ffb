using Assessment.Pdf;
using Assessment.Pdf.Fonts;
using Assessment.Reporting.Charts;
using Assessment.Reporting.Document;
using Blocks = Assessment.Pdf.Blocks;

namespace Assessment.Reporting.Rendering;

/// <summary>
/// Renders a report as tagged PDF (PDF/UA-1, PDF/A-2a): cover, contents, body. The first heading of the cover is set as
/// the title of the document.
/// </summary>
/// <param name="producer">Program name and version stored in the file.</param>
public sealed class TaggedPdfRenderer(string producer) : IReportRenderer
{
    /// <inheritdoc/>
    public string Format => "pdf";

    /// <inheritdoc/>
    public void Render(ReportDocument document, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(document);
        var info = new DocumentInfo(
            document.Title, document.Language, document.Author, document.Subject, document.Date, producer, Footer(document));
        new TaggedDocument(info, [.. Cover(document.Cover), .. Body(document.Blocks)]).WriteTo(stream);
    }

    private static string Footer(ReportDocument document) =>
        string.Join(" · ", new[] { document.Id, document.Footer }.Where(part => part.Length > 0));

    private static IEnumerable<Blocks.Block> Cover(IReadOnlyList<Block> cover)
    {
        var role = Blocks.HeadingRole.Title;
        foreach (var block in cover)
        {
            yield return Map(block, role);
            if (block is Heading) role = Blocks.HeadingRole.Unlisted;
        }

        if (cover.Count > 0) yield return new Blocks.PageBreak();
    }

    private static IEnumerable<Blocks.Block> Body(IReadOnlyList<Block> blocks)
    {
        if (blocks.Any(block => block is Heading { Level: <= PrintedWords.ContentsDepth }))
            yield return new Blocks.Contents(PrintedWords.Contents, PrintedWords.ContentsDepth);
        foreach (var block in blocks) yield return Map(block, Blocks.HeadingRole.Section);
    }

    private static Blocks.Block Map(Block block, Blocks.HeadingRole role) => block switch
    {
        Heading heading => new Blocks.Heading(heading.Level, heading.Text, role),
        Paragraph paragraph => Text(paragraph),
        ListBlock list => new Blocks.ListBlock(list.Numbered, [.. list.Items.Select(Text)]),
        Table { Rows.Count: 0 } table => new Blocks.EmptyTable(PrintedWords.Caption(table), table.EmptyText, PrintedWords.Remarks(table)),
        Table table => Rows(table),
        Figure figure => Drawn(figure),
        Callout callout => new Blocks.Callout(callout.Title, [.. callout.Paragraphs.Select(Text)]),
        PageBreak => new Blocks.PageBreak(),
        _ => throw new ArgumentException($"A report cannot hold {block.GetType().Name}.", nameof(block)),
    };

    private static Blocks.Paragraph Text(Paragraph paragraph) =>
        new([.. paragraph.Runs.Select(run => new Blocks.Run(run.Text, Emphasis(run.Style), run.Footnote, run.Link))]);

    private static Blocks.Emphasis Emphasis(RunStyle style) => style switch
    {
        RunStyle.Strong => Blocks.Emphasis.Strong,
        RunStyle.Emphasis => Blocks.Emphasis.Italic,
        _ => Blocks.Emphasis.None,
    };

    private static Blocks.Table Rows(Table table) => new(
        PrintedWords.Caption(table),
        [.. table.Columns.Select(column => new Blocks.TableColumn(column.Head, column.Numeric, column.Weight))],
        [.. table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(cell => cell.Text)])],
        PrintedWords.Remarks(table));

    private static Blocks.Figure Drawn(Figure figure)
    {
        var drawing = ChartLayout.Of(
            figure.Chart, TaggedDocument.TextWidth, text => Typeface.Measure(text, FontFace.Regular, ChartLayout.TextSize));
        return new Blocks.Figure(PrintedWords.Caption(figure), figure.AltText, ChartOnPaper.Paint(drawing), PrintedWords.Remarks(figure));
    }
}
