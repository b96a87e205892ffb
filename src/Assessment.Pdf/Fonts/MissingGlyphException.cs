using System.Globalization;

namespace Assessment.Pdf.Fonts;

/// <summary>
/// A character that the font cannot show. A box in its place would be a silent loss, so the document is not written.
/// </summary>
/// <param name="codePoint">The Unicode code point.</param>
/// <param name="face">The face that lacks it.</param>
public sealed class MissingGlyphException(int codePoint, FontFace face)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"The font face {face} has no glyph for U+{codePoint:X4}."))
{
    /// <summary>The Unicode code point that has no glyph.</summary>
    public int CodePoint => codePoint;

    /// <summary>The face that lacks it.</summary>
    public FontFace Face => face;
}
