namespace Assessment.Pdf.Tests;

public sealed class ColourTests
{
    /// <summary>WCAG 2.0: black on white is 21; #767676 is the lightest grey that passes AA on white (4.54).</summary>
    [TestCase("#000000", 21.0)]
    [TestCase("#ffffff", 1.0)]
    [TestCase("#767676", 4.54)]
    [TestCase("#777777", 4.48)]
    public void Contrast_with_white_is_that_of_the_guideline(string colour, double ratio) =>
        Colour.Contrast(Colour.Parse(colour), Palette.Paper).Should().BeApproximately(ratio, 0.005);

    [Test]
    public void Every_text_colour_can_be_read_on_every_ground() =>
        (from text in new[] { Palette.Text, Palette.Muted, Palette.Accent }
         from ground in new[] { Palette.Paper, Palette.Tint }
         select Colour.Contrast(text, ground)).Should().OnlyContain(ratio => ratio >= 4.5);

    [Test]
    public void A_colour_is_written_as_it_is_read() => Colour.Parse("#1a4480").Hex.Should().Be("#1a4480");

    [TestCase("1a4480")]
    [TestCase("#1a448")]
    [TestCase("#1a44zz")]
    public void Other_forms_are_refused(string text)
    {
        var parse = () => Colour.Parse(text);
        parse.Should().Throw<FormatException>();
    }
}
