using Assessment.Pdf.Drawings;

namespace Assessment.Pdf.Blocks;

/// <summary>One block of a document, laid out down the page in the given order; the set is closed.</summary>
public abstract record Block;

/// <summary>The part a heading plays.</summary>
public enum HeadingRole
{
    /// <summary>Names a section and is listed in the contents.</summary>
    Section,

    /// <summary>Names the document; set large and not listed in the contents.</summary>
    Title,

    /// <summary>Not listed in the contents, such as the heading of the contents itself.</summary>
    Unlisted,
}

/// <summary>A heading, also a bookmark.</summary>
/// <param name="Level">1 to 6; never more than one deeper than the heading before.</param>
/// <param name="Text">Not empty.</param>
/// <param name="Role">Whether it is listed and how large it is.</param>
public sealed record Heading(int Level, string Text, HeadingRole Role = HeadingRole.Section) : Block;

/// <summary>How a run is set.</summary>
public enum Emphasis
{
    /// <summary>Body text.</summary>
    None,

    /// <summary>Semi-bold.</summary>
    Strong,

    /// <summary>Italic.</summary>
    Italic,
}

/// <summary>A stretch of text in one style. A line feed in the text starts a new line.</summary>
/// <param name="Text">The text.</param>
/// <param name="Emphasis">How it is set.</param>
/// <param name="Footnote">Text of a footnote whose mark follows the run, or null.</param>
/// <param name="Link">Address the run leads to, or null.</param>
public sealed record Run(string Text, Emphasis Emphasis = Emphasis.None, string? Footnote = null, Uri? Link = null);

/// <summary>A paragraph.</summary>
/// <param name="Runs">At least one run with text.</param>
public sealed record Paragraph(IReadOnlyList<Run> Runs) : Block;

/// <summary>A bulleted or numbered list.</summary>
/// <param name="Numbered">True counts from 1.</param>
/// <param name="Items">One paragraph an item.</param>
public sealed record ListBlock(bool Numbered, IReadOnlyList<Paragraph> Items) : Block;

/// <summary>A column of a table.</summary>
/// <param name="Head">Printed head; not empty.</param>
/// <param name="Numeric">True aligns right.</param>
/// <param name="Weight">Share of the width relative to the other columns; positive.</param>
public sealed record TableColumn(string Head, bool Numeric, double Weight);

/// <summary>A table with one header row and row headers in the first column.</summary>
/// <param name="Caption">Printed above.</param>
/// <param name="Columns">At least one.</param>
/// <param name="Rows">Rows × columns, at least one row; no cell is empty.</param>
/// <param name="Remarks">Lines printed below, such as source and notes.</param>
public sealed record Table(
    string Caption,
    IReadOnlyList<TableColumn> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    IReadOnlyList<string> Remarks) : Block;

/// <summary>The words of a table that has nothing to show: its caption, one sentence and its remarks.</summary>
/// <param name="Caption">Printed above.</param>
/// <param name="Text">Why there is nothing; not empty.</param>
/// <param name="Remarks">Lines printed below.</param>
public sealed record EmptyTable(string Caption, string Text, IReadOnlyList<string> Remarks) : Block;

/// <summary>A vector drawing with its words.</summary>
/// <param name="Caption">Printed above.</param>
/// <param name="AltText">Read aloud in place of the drawing; not empty.</param>
/// <param name="Drawing">The drawing.</param>
/// <param name="Remarks">Lines printed below.</param>
public sealed record Figure(string Caption, string AltText, Drawing Drawing, IReadOnlyList<string> Remarks) : Block;

/// <summary>A boxed remark.</summary>
/// <param name="Title">Printed first, strong.</param>
/// <param name="Paragraphs">Its text.</param>
public sealed record Callout(string Title, IReadOnlyList<Paragraph> Paragraphs) : Block;

/// <summary>Lists the section headings with their page numbers, on pages of its own.</summary>
/// <param name="Title">Heading above the list.</param>
/// <param name="Deepest">Deepest level listed, 1 to 6.</param>
public sealed record Contents(string Title, int Deepest) : Block;

/// <summary>Goes on at the top of a new page.</summary>
public sealed record PageBreak : Block;
