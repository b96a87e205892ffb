using System.Text;

namespace Assessment.Pdf.Fonts;

/// <summary>
/// The characters of one face that a document shows. Each character gets its own code in order of first use, even where
/// two share a glyph (space and no-break space), so that the way back to Unicode is exact.
/// </summary>
internal sealed class FontUse(FontFace face)
{
    private readonly Dictionary<int, ushort> codes = [];
    private readonly List<int> characters = [];

    public FontFace Face => face;

    public TrueTypeFont Font { get; } = Typeface.Font(face);

    /// <summary>Resource name in page dictionaries.</summary>
    public string ResourceName { get; } = $"F{(int)face}";

    /// <summary>Code points by code − 1; code 0 is .notdef and never shown.</summary>
    public IReadOnlyList<int> Characters => characters;

    /// <summary>Glyphs by code, the order of the embedded subset.</summary>
    public IReadOnlyList<ushort> Glyphs => [0, .. characters.Select(Font.Glyph)];

    /// <exception cref="MissingGlyphException">The face lacks the character.</exception>
    public ushort Code(Rune character)
    {
        if (codes.TryGetValue(character.Value, out var code)) return code;
        if (Font.Glyph(character.Value) == 0) throw new MissingGlyphException(character.Value, face);
        characters.Add(character.Value);
        code = (ushort)characters.Count;
        codes[character.Value] = code;
        return code;
    }
}
