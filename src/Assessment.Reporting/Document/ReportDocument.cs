namespace Assessment.Reporting.Document;

/// <summary>
/// A report as meaning: a closed set of blocks, no fonts and no points. Renderers turn it into PDF or HTML;
/// the machine copy takes its tables. Nothing in here or behind it computes.
/// </summary>
/// <param name="Id">Report id printed in the footer.</param>
/// <param name="Title">Document title.</param>
/// <param name="Language">BCP 47 tag, such as "en-US".</param>
/// <param name="Author">Organization that answers for the report.</param>
/// <param name="Subject">One sentence.</param>
/// <param name="Date">Date printed on and stored in the file; the only date in it.</param>
/// <param name="Footer">Facts for the running footer (data as-of date, program version, disclosure level).</param>
/// <param name="Cover">Blocks of the cover page, which carries no contents entry.</param>
/// <param name="Blocks">The body, in reading order.</param>
public sealed record ReportDocument(
    string Id,
    string Title,
    string Language,
    string Author,
    string Subject,
    DateOnly Date,
    string Footer,
    IReadOnlyList<Block> Cover,
    IReadOnlyList<Block> Blocks);

/// <summary>One block of a report; the set is closed.</summary>
public abstract record Block;

/// <summary>A heading; levels start at 1 and are never skipped.</summary>
public sealed record Heading(int Level, string Text) : Block;

/// <summary>A paragraph of runs.</summary>
public sealed record Paragraph(IReadOnlyList<Run> Runs) : Block
{
    /// <summary>A paragraph of plain text.</summary>
    public static Paragraph Of(string text) => new([new Run(text)]);
}

/// <summary>A stretch of text in one style.</summary>
/// <param name="Text">The text.</param>
/// <param name="Style">Plain, strong or emphasis.</param>
/// <param name="Footnote">Text of a footnote hung on the end of this run, or null.</param>
/// <param name="Link">Address, or null.</param>
public sealed record Run(string Text, RunStyle Style = RunStyle.Plain, string? Footnote = null, Uri? Link = null);

/// <summary>How a run is set.</summary>
public enum RunStyle
{
    /// <summary>Body text.</summary>
    Plain,

    /// <summary>Strong.</summary>
    Strong,

    /// <summary>Emphasis.</summary>
    Emphasis,
}

/// <summary>A bulleted or numbered list; one paragraph an item.</summary>
public sealed record ListBlock(bool Numbered, IReadOnlyList<Paragraph> Items) : Block;

/// <summary>
/// A table: one header row with column scope, row headers in the first column, no merged and no blank cells.
/// A table without rows prints <paramref name="EmptyText"/> in their place.
/// </summary>
/// <param name="Number">"T5"; also the name of its CSV in the machine copy.</param>
/// <param name="Title">Printed above.</param>
/// <param name="Columns">Column heads, in order.</param>
/// <param name="Rows">Rows × columns, already worded and rounded.</param>
/// <param name="Source">Printed below, after the word "Source:" that renderers add.</param>
/// <param name="Notes">Printed below, each after the word "Note:" that renderers add.</param>
/// <param name="EmptyText">What is printed when there are no rows.</param>
public sealed record Table(
    string Number,
    string Title,
    IReadOnlyList<Column> Columns,
    IReadOnlyList<IReadOnlyList<Cell>> Rows,
    string Source,
    IReadOnlyList<string> Notes,
    string EmptyText) : Block;

/// <summary>A column head.</summary>
/// <param name="Head">Printed head.</param>
/// <param name="Numeric">True aligns right.</param>
/// <param name="Weight">Share of the width relative to the other columns.</param>
public sealed record Column(string Head, bool Numeric, double Weight = 1)
{
    /// <summary>True when the cells are intervals: the machine copy then writes two limits.</summary>
    public bool IsInterval { get; init; }
}

/// <summary>
/// A cell: the printed text and, for the machine copy, the unrounded number behind it (null for text or no number).
/// </summary>
public sealed record Cell(string Text, double? Number = null)
{
    /// <summary>The unrounded upper limit when the cell is an interval; <see cref="Number"/> is then the lower one.</summary>
    public double? Upper { get; init; }
}

/// <summary>A chart with its words: every figure has alternate text and a data table.</summary>
/// <param name="Number">"F1".</param>
/// <param name="Title">Printed above.</param>
/// <param name="AltText">One or two sentences with the message and the extreme values.</param>
/// <param name="Chart">The chart as meaning.</param>
/// <param name="DataTable">Number of the table that holds every value drawn, such as "T5".</param>
/// <param name="Source">Printed below, after the word "Source:" that renderers add.</param>
public sealed record Figure(string Number, string Title, string AltText, Charts.Chart Chart, string DataTable, string Source) : Block;

/// <summary>A boxed remark.</summary>
public sealed record Callout(string Title, IReadOnlyList<Paragraph> Paragraphs) : Block;

/// <summary>Goes on at the top of a new page.</summary>
public sealed record PageBreak : Block;
