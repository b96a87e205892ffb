using System.Text;

namespace Assessment.Pdf.Fonts;

/// <summary>The embedded family: Source Sans 3, read once from the assembly and never from the machine.</summary>
public static class Typeface
{
    private static readonly Lazy<TrueTypeFont>[] Faces =
        [.. Enum.GetValues<FontFace>().Select(face => new Lazy<TrueTypeFont>(() => Read(face)))];

    /// <summary>True when the face can show the character.</summary>
    public static bool Covers(FontFace face, Rune character) => Font(face).Glyph(character.Value) != 0;

    /// <summary>Width of the text on one line.</summary>
    /// <param name="text">Text without line breaks.</param>
    /// <param name="face">The face.</param>
    /// <param name="size">Type size in points.</param>
    /// <returns>Points.</returns>
    /// <exception cref="MissingGlyphException">The face lacks a character of the text.</exception>
    public static double Measure(ReadOnlySpan<char> text, FontFace face, double size)
    {
        var font = Font(face);
        var units = 0;
        foreach (var character in text.EnumerateRunes())
        {
            var glyph = font.Glyph(character.Value);
            if (glyph == 0) throw new MissingGlyphException(character.Value, face);
            units += font.Advance(glyph);
        }

        return units * size / font.UnitsPerEm;
    }

    internal static TrueTypeFont Font(FontFace face) => Faces[(int)face].Value;

    /// <summary>PostScript name of the face, as the font file gives it.</summary>
    internal static string Name(FontFace face) => $"SourceSans3-{face}";

    private static TrueTypeFont Read(FontFace face)
    {
        using var resource = typeof(Typeface).Assembly.GetManifestResourceStream($"{Name(face)}.ttf")
            ?? throw new InvalidOperationException($"The assembly lacks the font {Name(face)}.");
        var file = new byte[resource.Length];
        resource.ReadExactly(file);
        return new TrueTypeFont(file);
    }
}
