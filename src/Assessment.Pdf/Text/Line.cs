namespace Assessment.Pdf.Text;

/// <summary>A part of a line that lies in one span.</summary>
/// <param name="Span">The span.</param>
/// <param name="Text">The text, with the space that follows it.</param>
/// <param name="X">Left end from the start of the line, points.</param>
/// <param name="Width">Points, with the space that follows.</param>
internal sealed record Fragment(Span Span, string Text, double X, double Width);

/// <summary>One line of text.</summary>
/// <param name="Fragments">From left to right.</param>
/// <param name="Width">Points, without a space at the end.</param>
/// <param name="Leading">Points.</param>
internal sealed record Line(IReadOnlyList<Fragment> Fragments, double Width, double Leading)
{
    /// <summary>Footnotes whose marks stand on this line.</summary>
    public IEnumerable<Footnote> Notes => Fragments.Select(fragment => fragment.Span.Note).OfType<Footnote>();

    /// <summary>Text of the whole line.</summary>
    public string Text => string.Concat(Fragments.Select(fragment => fragment.Text));
}
