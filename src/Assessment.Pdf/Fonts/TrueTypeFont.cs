using System.Buffers.Binary;

namespace Assessment.Pdf.Fonts;

/// <summary>
/// The tables of a TrueType file that layout and embedding need (OpenType 1.9: head, hhea, hmtx, maxp, cmap, OS/2, post, loca).
/// Immutable after reading; lengths are in font units.
/// </summary>
internal sealed class TrueTypeFont
{
    private readonly byte[] file;
    private readonly Dictionary<string, (int Offset, int Length)> tables = [];
    private readonly ushort[] advances;
    private readonly ushort[] basicGlyphs = new ushort[0x10000];
    private readonly Dictionary<int, ushort> otherGlyphs = [];
    private readonly bool longOffsets;

    public TrueTypeFont(byte[] file)
    {
        this.file = file;
        for (var i = 0; i < U16(4); i++)
        {
            var record = 12 + 16 * i;
            var tag = System.Text.Encoding.ASCII.GetString(file, record, 4);
            tables[tag] = ((int)U32(record + 8), (int)U32(record + 12));
        }

        var head = Offset("head");
        UnitsPerEm = U16(head + 18);
        Box = [S16(head + 36), S16(head + 38), S16(head + 40), S16(head + 42)];
        longOffsets = S16(head + 50) == 1;
        GlyphCount = U16(Offset("maxp") + 4);
        advances = ReadAdvances();
        ReadCharacterMap();
    }

    public int UnitsPerEm { get; }

    public int GlyphCount { get; }

    /// <summary>Left, bottom, right, top over all glyphs.</summary>
    public IReadOnlyList<int> Box { get; }

    public int Ascent => S16(Offset("hhea") + 4);

    public int Descent => S16(Offset("hhea") + 6);

    public int CapHeight => S16(Offset("OS/2") + 88);

    /// <summary>Degrees, negative leaning right.</summary>
    public double ItalicAngle => (int)U32(Offset("post") + 4) / 65536.0;

    public int Weight => U16(Offset("OS/2") + 4);

    /// <summary>0 when the font has no glyph for the code point.</summary>
    public ushort Glyph(int codePoint) =>
        codePoint < basicGlyphs.Length ? basicGlyphs[codePoint] : otherGlyphs.GetValueOrDefault(codePoint);

    public int Advance(ushort glyph) => advances[glyph];

    public int LeftSideBearing(ushort glyph)
    {
        var full = U16(Offset("hhea") + 34);
        var at = glyph < full ? 4 * glyph + 2 : 4 * full + 2 * (glyph - full);
        return S16(Offset("hmtx") + at);
    }

    /// <summary>The outline record; empty for a glyph without ink, such as the space.</summary>
    public ReadOnlySpan<byte> Outline(ushort glyph)
    {
        var loca = Offset("loca");
        var (from, to) = longOffsets
            ? ((int)U32(loca + 4 * glyph), (int)U32(loca + 4 * glyph + 4))
            : (2 * U16(loca + 2 * glyph), 2 * U16(loca + 2 * glyph + 2));
        return file.AsSpan(Offset("glyf") + from, to - from);
    }

    /// <summary>A whole table, or empty when the font does not have it.</summary>
    public ReadOnlySpan<byte> Table(string tag) =>
        tables.TryGetValue(tag, out var table) ? file.AsSpan(table.Offset, table.Length) : [];

    private ushort[] ReadAdvances()
    {
        var full = U16(Offset("hhea") + 34);
        var hmtx = Offset("hmtx");
        var read = new ushort[GlyphCount];
        // Glyphs after the last full record repeat its advance.
        for (var glyph = 0; glyph < read.Length; glyph++) read[glyph] = U16(hmtx + 4 * Math.Min(glyph, full - 1));
        return read;
    }

    /// <summary>Reads the full-repertoire subtable (platform 3, encoding 10, format 12).</summary>
    private void ReadCharacterMap()
    {
        var cmap = Offset("cmap");
        var record = Enumerable.Range(0, U16(cmap + 2)).Select(i => cmap + 4 + 8 * i)
            .Single(at => U16(at) == 3 && U16(at + 2) == 10);
        var subtable = cmap + (int)U32(record + 4);
        for (var group = 0; group < U32(subtable + 12); group++)
        {
            var at = subtable + 16 + 12 * group;
            var (first, last, glyph) = ((int)U32(at), (int)U32(at + 4), (int)U32(at + 8));
            for (var code = first; code <= last; code++)
            {
                var value = (ushort)(glyph + code - first);
                if (code < basicGlyphs.Length) basicGlyphs[code] = value;
                else otherGlyphs[code] = value;
            }
        }
    }

    private int Offset(string tag) => tables[tag].Offset;

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at));

    private short S16(int at) => BinaryPrimitives.ReadInt16BigEndian(file.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
}
