using System.Security.Cryptography;
using System.Text;
using Assessment.Pdf.Objects;

namespace Assessment.Pdf.Fonts;

/// <summary>
/// Writes a used face as a Type 0 font with Identity-H, an embedded TrueType subset, widths and a ToUnicode map
/// (ISO 32000-1, 9.7 and 9.10.3). Codes equal glyph ids of the subset, hence CIDToGIDMap Identity.
/// </summary>
internal static class FontObjects
{
    private const int Symbolic = 4;
    private const int Italic = 64;
    private const int MappingsPerBlock = 100;

    public static PdfReference Add(FontUse use, ObjectGraph graph)
    {
        var subset = FontSubset.Make(use.Font, use.Glyphs);
        var name = $"{SubsetTag(subset)}+{Typeface.Name(use.Face)}";
        var file = new PdfStream(subset);
        file.Dictionary["Length1"] = subset.Length;
        var descriptor = graph.Add(Descriptor(use, name).With("FontFile2", graph.Add(file)));
        var descendant = graph.Add(new PdfDictionary().With("Type", "Font").With("Subtype", "CIDFontType2").With("BaseFont", name)
            .With("CIDSystemInfo", new PdfDictionary().With("Registry", PdfString.Text("Adobe"))
                .With("Ordering", PdfString.Text("Identity")).With("Supplement", 0))
            .With("FontDescriptor", descriptor).With("CIDToGIDMap", "Identity")
            .With("DW", 0).With("W", new PdfArray(0, new PdfArray(use.Glyphs.Select(glyph => (PdfValue)Width(use, glyph))))));
        return graph.Add(new PdfDictionary().With("Type", "Font").With("Subtype", "Type0").With("BaseFont", name)
            .With("Encoding", "Identity-H").With("DescendantFonts", new PdfArray(descendant))
            .With("ToUnicode", graph.Add(new PdfStream(Encoding.ASCII.GetBytes(ToUnicode(use))))));
    }

    private static double Width(FontUse use, ushort glyph) => Scaled(use, use.Font.Advance(glyph));

    private static double Scaled(FontUse use, int units) => units * 1000.0 / use.Font.UnitsPerEm;

    private static PdfDictionary Descriptor(FontUse use, string name)
    {
        var font = use.Font;
        return new PdfDictionary().With("Type", "FontDescriptor").With("FontName", name)
            .With("Flags", use.Face == FontFace.Italic ? Symbolic | Italic : Symbolic)
            .With("FontBBox", new PdfArray(font.Box.Select(side => (PdfValue)Scaled(use, side))))
            .With("ItalicAngle", font.ItalicAngle)
            .With("Ascent", Scaled(use, font.Ascent)).With("Descent", Scaled(use, font.Descent))
            .With("CapHeight", Scaled(use, font.CapHeight))
            // The format wants a stem width that TrueType does not hold; the usual estimate from the weight class.
            .With("StemV", 10 + 220 * (font.Weight - 50) / 900);
    }

    /// <summary>Six capitals that differ between different subsets (9.6.4), here from the subset's hash.</summary>
    private static string SubsetTag(byte[] subset) =>
        string.Concat(SHA256.HashData(subset).Take(6).Select(b => (char)('A' + b % 26)));

    private static string ToUnicode(FontUse use)
    {
        var map = new StringBuilder();
        map.Append("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n")
            .Append("/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n")
            .Append("/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n")
            .Append("1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        var code = 1;
        foreach (var block in use.Characters.Chunk(MappingsPerBlock))
        {
            map.Append(block.Length).Append(" beginbfchar\n");
            foreach (var character in block)
            {
                var utf16 = Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(character));
                map.Append('<').Append(Hex(code++)).Append("> <").Append(Convert.ToHexString(utf16)).Append(">\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }

    private static string Hex(int code) => code.ToString("X4", System.Globalization.CultureInfo.InvariantCulture);
}
