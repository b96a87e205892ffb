using Assessment.Pdf.Blocks;
using Assessment.Testing;
using CsCheck;
using UglyToad.PdfPig;

namespace Assessment.Pdf.Tests;

/// <summary>Documents put together at random: whatever falls on a page break, the file conforms and no word is lost.</summary>
public sealed class AnyDocumentTests
{
    private static readonly Gen<string> Texts = Gen.String[Gen.Char["abcdefgh"], 1, 9].List[1, 60].Select(words => string.Join(' ', words));

    private static readonly Gen<Paragraph> Paragraphs = Gen.Select(Texts, Texts, Gen.Int[0, 3], (text, more, kind) => new Paragraph(
    [
        new Run(text, Emphasis.Strong, Footnote: kind == 0 ? more : null),
        new Run($" {more}", Link: kind == 1 ? new Uri("https://example.org/") : null),
    ]));

    private static readonly Gen<Table> Tables = Gen.Select(Texts.Array[1, 4], Gen.Int[1, 40], Gen.Int[1, 400], Texts, (heads, rows, tall, remark) => new Table(
        "T1. Any", [.. heads.Select((_, c) => new TableColumn($"h{c}", c > 0, 1 + c))],
        [.. Enumerable.Range(0, rows).Select(r => (IReadOnlyList<string>)[.. heads.Select(text => r == 7 ? string.Join(' ', Enumerable.Repeat("zz", tall)) : text)])],
        [remark]));

    private static readonly Gen<Block> Blocks = Gen.Frequency(
        (6, Paragraphs.Select(block => (Block)block)),
        (2, Texts.Select(text => (Block)new Heading(1, text))),
        (2, Paragraphs.Array[1, 5].Select(items => (Block)new ListBlock(items.Length % 2 == 0, items))),
        (2, Tables.Select(block => (Block)block)),
        (2, Gen.Select(Texts, Paragraphs.Array[1, 6], (title, texts) => (Block)new Callout(title, texts))),
        (1, Gen.Const((Block)Sample.Figure)),
        (1, Gen.Const((Block)new PageBreak())));

    [Test]
    public void Any_document_passes_the_audit_and_keeps_every_word() => Blocks.Array[1, 14].Sample(
        blocks =>
        {
            var file = Sample.Bytes(Sample.Of([new Contents("Contents", 1), new Heading(1, "First"), .. blocks]));
            return PdfUaAudit.Check(file).Count == 0 && Letters(Read(file)) == Letters(string.Concat(blocks.SelectMany(Written)));
        },
        iter: 25);

    /// <summary>What must be read outside of the contents list and its own headings; order is left to the tag tree tests.</summary>
    private static IEnumerable<string> Written(Block block) => block switch
    {
        Paragraph paragraph => paragraph.Runs.SelectMany(run => new[] { run.Text, run.Footnote ?? "" }),
        Heading heading => [heading.Text, heading.Text],
        ListBlock list => list.Items.SelectMany(Written),
        Table table => [table.Caption, .. table.Columns.Select(column => column.Head), .. table.Rows.SelectMany(row => row), .. table.Remarks],
        Callout callout => [callout.Title, .. callout.Paragraphs.SelectMany(Written)],
        Figure figure => [figure.Caption, "here", .. figure.Remarks],
        _ => [],
    };

    private static string Read(byte[] file)
    {
        using var read = PdfDocument.Open(file);
        return string.Concat(read.GetPages().SelectMany(page => page.GetMarkedContents()).Where(marked => !marked.IsArtifact)
            .SelectMany(marked => marked.Letters.Select(letter => letter.Value)));
    }

    /// <summary>The small letters in order of the alphabet, so that two texts compare by how often they use each.</summary>
    private static string Letters(string text) => string.Concat(text.Replace("Contents", "", StringComparison.Ordinal)
        .Replace("First", "", StringComparison.Ordinal).Where(char.IsAsciiLetterLower).Order());
}
