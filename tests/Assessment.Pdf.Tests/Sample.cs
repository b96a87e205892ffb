using Assessment.Pdf.Blocks;
using Assessment.Pdf.Drawings;
using Assessment.Pdf.Fonts;

namespace Assessment.Pdf.Tests;

/// <summary>Documents for tests: plain words, every kind of block.</summary>
internal static class Sample
{
    public static DocumentInfo Info { get; } = new(
        "A title with <signs> & Greek α", "en-US", "A department", "What it is about.", new DateOnly(2026, 10, 30), "Engine 1.0", "R-1 · as of today");

    public static TaggedDocument Of(params IReadOnlyList<Block> blocks) => new(Info, blocks);

    public static Paragraph Words(string text) => new([new Run(text)]);

    public static Paragraph Noted(string text, string note) => new([new Run(text, Footnote: note), new Run(" goes on.")]);

    /// <summary>A text of so many lines, whatever the width of the column.</summary>
    public static Paragraph Lines(int count) => Words(string.Join('\n', Enumerable.Range(1, count).Select(i => $"Line {i}")));

    public static Table Rows(int count, params IReadOnlyList<string> remarks) => new(
        "T1. Counts", [new TableColumn("Topic", false, 2), new TableColumn("Number", true, 1)],
        [.. Enumerable.Range(1, count).Select(i => (IReadOnlyList<string>)[$"Topic {i}", $"{i}"])], remarks);

    public static Figure Figure { get; } = new(
        "F1. A drawing", "A line from left to right.",
        new Drawing(200, 40,
        [
            new LineShape(0, 20, 200, 20, Palette.Accent, 1),
            new CircleShape(50, 20, 4, Palette.Paper, Palette.Accent, 1),
            new LabelShape(60, 10, "here", FontFace.Regular, 9, Palette.Text),
        ]),
        ["Source: a test."]);

    /// <summary>Every kind of block, with a table and a list that run over several pages.</summary>
    public static TaggedDocument Whole { get; } = Of(
        new Heading(1, "The title", HeadingRole.Title),
        Words("On the cover."),
        new Contents("Contents", 2),
        new Heading(1, "First section"),
        new Paragraph(
        [
            new Run("Plain, "), new Run("strong", Emphasis.Strong, "A note to the strong word."), new Run(", "),
            new Run("italic", Emphasis.Italic), new Run(" and "), new Run("a link", Link: new Uri("https://example.org/a?b=c")), new Run("."),
        ]),
        new Heading(2, "Below the first"),
        new ListBlock(false, [Words("One"), Noted("Two", "A note in a list.")]),
        new ListBlock(true, [Words("First"), Words("Second")]),
        Rows(70, "Source: a test.", "Note: nothing."),
        new Heading(1, "Second section"),
        new Callout("Mind this", [Words("A remark."), Noted("Another", "A note in a box.")]),
        Figure,
        new EmptyTable("T2. Nothing", "No one took part.", ["Source: a test."]),
        new PageBreak(),
        Lines(3));

    public static byte[] Bytes(TaggedDocument document)
    {
        using var stream = new MemoryStream();
        document.WriteTo(stream);
        return stream.ToArray();
    }
}
