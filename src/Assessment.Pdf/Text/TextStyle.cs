using Assessment.Pdf.Fonts;

namespace Assessment.Pdf.Text;

/// <summary>How text is set.</summary>
/// <param name="Face">Font face.</param>
/// <param name="Size">Points.</param>
/// <param name="Leading">Height of a line, points.</param>
/// <param name="Colour">Text colour.</param>
/// <param name="Rise">Points above the baseline, for footnote marks.</param>
internal sealed record TextStyle(FontFace Face, double Size, double Leading, Colour Colour, double Rise = 0)
{
    /// <summary>From the top of a line to its baseline: the type stands in the middle of the leading.</summary>
    public double Baseline => (Leading - Size) / 2 + 0.76 * Size;

    public double Width(ReadOnlySpan<char> text) => Typeface.Measure(text, Face, Size);
}
