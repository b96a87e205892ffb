namespace Assessment.Pdf.Text;

/// <summary>A stretch of text in one style on its way to lines.</summary>
/// <param name="Text">The text; line feeds are forced breaks, other white space is collapsed.</param>
/// <param name="Style">How it is set.</param>
/// <param name="Link">Address, or null.</param>
/// <param name="Note">Set when this span is the mark of a footnote.</param>
internal sealed record Span(string Text, TextStyle Style, Uri? Link = null, Footnote? Note = null);
