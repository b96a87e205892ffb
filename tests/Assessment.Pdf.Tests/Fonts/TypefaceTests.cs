using System.Text;
using Assessment.Pdf.Fonts;

namespace Assessment.Pdf.Tests.Fonts;

public sealed class TypefaceTests
{
    [TestCase("αβγΔΣ")]
    [TestCase("≤≥≈±−×²³½")]
    [TestCase("→↑↓✓")]
    [TestCase("“quoted” – and — so on…")]
    [TestCase("ÁÉÍÓÚÑáéíóúñ")]
    public void Every_face_shows_what_reports_are_written_with(string text)
    {
        foreach (var face in Enum.GetValues<FontFace>())
            text.EnumerateRunes().Should().OnlyContain(character => Typeface.Covers(face, character));
    }

    [Test]
    public void Digits_are_of_one_width_so_that_columns_of_numbers_align()
    {
        var widths = "0123456789".Select(digit => Typeface.Measure($"{digit}", FontFace.Regular, 10)).Distinct();
        widths.Should().ContainSingle();
    }

    [Test]
    public void Width_grows_in_step_with_the_size() =>
        Typeface.Measure("Assessment", FontFace.Bold, 20).Should().BeApproximately(2 * Typeface.Measure("Assessment", FontFace.Bold, 10), 1e-9);

    [Test]
    public void A_missing_glyph_is_named_when_measured()
    {
        var measure = () => Typeface.Measure("漢", FontFace.Italic, 10);
        measure.Should().Throw<MissingGlyphException>().WithMessage("*Italic*U+6F22*");
    }

    [Test]
    public void The_licence_travels_with_the_fonts()
    {
        using var licence = new StreamReader(typeof(Typeface).Assembly.GetManifestResourceStream("OFL.txt")!, Encoding.UTF8);
        licence.ReadToEnd().Should().Contain("SIL Open Font License, Version 1.1");
    }
}
