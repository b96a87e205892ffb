using System.Buffers.Binary;
using Assessment.Pdf.Objects;

namespace Assessment.Pdf.Fonts;

/// <summary>
/// Makes a small TrueType file of chosen glyphs, in the given order, for embedding as FontFile2. Parts of composite
/// glyphs are added at the end. Character map, names and layout tables are left out: the document maps characters itself.
/// </summary>
internal static class FontSubset
{
    private const ushort ArgumentsAreWords = 0x0001;
    private const ushort HasScale = 0x0008;
    private const ushort MoreComponents = 0x0020;
    private const ushort HasTwoScales = 0x0040;
    private const ushort HasTwoByTwo = 0x0080;
    private const uint FileChecksum = 0xB1B0AFBA;

    /// <param name="font">The font to take from.</param>
    /// <param name="glyphs">Glyphs of <paramref name="font"/>; the index in the list is the glyph id in the subset. First is 0 (.notdef).</param>
    public static byte[] Make(TrueTypeFont font, IReadOnlyList<ushort> glyphs)
    {
        var chosen = new List<ushort>(glyphs);
        var outlines = new ByteBuffer();
        var offsets = new ByteBuffer();
        // The list grows while composites are copied, so it is walked by index.
        for (var i = 0; i < chosen.Count; i++)
        {
            offsets.BigEndian(outlines.Length, 4);
            outlines.Bytes(Copy(font.Outline(chosen[i]), chosen));
            while (outlines.Length % 4 != 0) outlines.BigEndian(0, 1);
        }

        offsets.BigEndian(outlines.Length, 4);
        return Assemble(new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = outlines.ToArray(),
            ["head"] = Patched(font.Table("head"), (8, 0, 4), (50, 1, 2)),
            ["hhea"] = Patched(font.Table("hhea"), (34, chosen.Count, 2)),
            ["hmtx"] = Metrics(font, chosen),
            ["loca"] = offsets.ToArray(),
            ["maxp"] = Patched(font.Table("maxp"), (4, chosen.Count, 2)),
            ["prep"] = font.Table("prep").ToArray(),
        });
    }

    private static byte[] Metrics(TrueTypeFont font, List<ushort> chosen)
    {
        var metrics = new ByteBuffer();
        foreach (var glyph in chosen) metrics.BigEndian(font.Advance(glyph), 2).BigEndian(font.LeftSideBearing(glyph), 2);
        return metrics.ToArray();
    }

    /// <summary>Copies an outline; in a composite (negative contour count) the parts get their ids in the subset.</summary>
    private static byte[] Copy(ReadOnlySpan<byte> outline, List<ushort> chosen)
    {
        var copy = outline.ToArray();
        if (copy.Length == 0 || BinaryPrimitives.ReadInt16BigEndian(copy) >= 0) return copy;
        var at = 10;
        ushort flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(copy.AsSpan(at));
            var part = BinaryPrimitives.ReadUInt16BigEndian(copy.AsSpan(at + 2));
            var place = chosen.IndexOf(part);
            if (place < 0)
            {
                place = chosen.Count;
                chosen.Add(part);
            }

            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at + 2), (ushort)place);
            at += 4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2) + ScaleBytes(flags);
        }
        while ((flags & MoreComponents) != 0);
        return copy;
    }

    private static int ScaleBytes(ushort flags) =>
        (flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasTwoByTwo) != 0 ? 8 : 0;

    private static byte[] Patched(ReadOnlySpan<byte> table, params ReadOnlySpan<(int At, int Value, int Width)> patches)
    {
        var copy = table.ToArray();
        foreach (var (at, value, width) in patches)
        {
            for (var i = 0; i < width; i++) copy[at + i] = (byte)(value >> (8 * (width - 1 - i)));
        }

        return copy;
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        var present = tables.Where(table => table.Value.Length > 0).ToList();
        var power = (int)Math.Log2(present.Count);
        var file = new ByteBuffer();
        file.BigEndian(0x00010000, 4).BigEndian(present.Count, 2).BigEndian(16 << power, 2).BigEndian(power, 2)
            .BigEndian(16 * present.Count - (16 << power), 2);
        var offset = 12 + 16 * present.Count;
        var headAt = 0;
        foreach (var (tag, body) in present)
        {
            if (tag == "head") headAt = offset;
            file.Ascii(tag).BigEndian(Checksum(body), 4).BigEndian(offset, 4).BigEndian(body.Length, 4);
            offset += (body.Length + 3) / 4 * 4;
        }

        foreach (var (_, body) in present)
        {
            file.Bytes(body);
            while (file.Length % 4 != 0) file.BigEndian(0, 1);
        }

        var whole = file.ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(whole.AsSpan(headAt + 8), unchecked(FileChecksum - Checksum(whole)));
        return whole;
    }

    private static uint Checksum(ReadOnlySpan<byte> data)
    {
        uint sum = 0;
        for (var at = 0; at < data.Length; at += 4)
        {
            for (var i = 0; i < 4; i++)
            {
                var value = at + i < data.Length ? data[at + i] : (byte)0;
                sum = unchecked(sum + ((uint)value << (24 - 8 * i)));
            }
        }

        return sum;
    }
}
