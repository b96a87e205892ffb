using System.Buffers.Binary;
using System.Text;
using Assessment.Pdf.Fonts;

namespace Assessment.Pdf.Tests.Fonts;

public sealed class FontSubsetTests
{
    private static readonly TrueTypeFont Font = Typeface.Font(FontFace.Regular);

    [Test]
    public void A_subset_holds_the_chosen_glyphs_with_their_outlines_and_widths()
    {
        var chosen = new ushort[] { 0, Font.Glyph('A'), Font.Glyph('g') };
        var subset = FontSubset.Make(Font, chosen);
        for (var glyph = 0; glyph < chosen.Length; glyph++)
        {
            Outline(subset, glyph).Should().StartWith(Font.Outline(chosen[glyph]).ToArray());
            U16(Table(subset, "hmtx"), 4 * glyph).Should().Be((ushort)Font.Advance(chosen[glyph]));
        }

        U16(Table(subset, "maxp"), 4).Should().Be(3);
    }

    [Test]
    public void Parts_of_a_composite_glyph_come_along()
    {
        // A composite has a negative contour count; its first part's glyph id stands 12 bytes in.
        var composite = Enumerable.Range(0xC0, 0x100).Select(code => Font.Glyph(code))
            .First(glyph => glyph != 0 && Font.Outline(glyph).Length > 0 && BinaryPrimitives.ReadInt16BigEndian(Font.Outline(glyph)) < 0);
        var part = BinaryPrimitives.ReadUInt16BigEndian(Font.Outline(composite)[12..]);
        var subset = FontSubset.Make(Font, [0, composite]);
        var moved = U16(Outline(subset, 1), 12);
        moved.Should().BeGreaterThan(1);
        Outline(subset, moved).Should().StartWith(Font.Outline(part).ToArray());
    }

    [Test]
    public void All_words_of_the_file_add_up_to_the_sum_the_format_asks_for()
    {
        var subset = FontSubset.Make(Font, [0, Font.Glyph('a'), Font.Glyph('é')]);
        uint sum = 0;
        for (var at = 0; at < subset.Length; at += 4) sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(subset.AsSpan(at)));
        sum.Should().Be(0xB1B0AFBA, "OpenType 1.9, 'head' table, checksumAdjustment");
    }

    private static byte[] Outline(byte[] file, int glyph)
    {
        var (loca, glyf) = (Table(file, "loca"), Table(file, "glyf"));
        return glyf[U32(loca, 4 * glyph)..U32(loca, 4 * glyph + 4)];
    }

    private static byte[] Table(byte[] file, string tag)
    {
        for (var record = 12; record < 12 + 16 * U16(file, 4); record += 16)
        {
            if (Encoding.ASCII.GetString(file, record, 4) == tag) return file[U32(file, record + 8)..(U32(file, record + 8) + U32(file, record + 12))];
        }

        throw new InvalidOperationException($"No table {tag}.");
    }

    private static ushort U16(byte[] data, int at) => BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at));

    private static int U32(byte[] data, int at) => BinaryPrimitives.ReadInt32BigEndian(data.AsSpan(at));
}
