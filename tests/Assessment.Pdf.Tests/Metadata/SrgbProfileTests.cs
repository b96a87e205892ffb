using System.Buffers.Binary;
using System.Text;
using Assessment.Pdf.Metadata;

namespace Assessment.Pdf.Tests.Metadata;

public sealed class SrgbProfileTests
{
    private static readonly byte[] Profile = SrgbProfile.Make();

    [Test]
    public void The_header_tells_size_class_and_spaces()
    {
        BinaryPrimitives.ReadInt32BigEndian(Profile).Should().Be(Profile.Length);
        Encoding.ASCII.GetString(Profile, 12, 12).Should().Be("mntrRGB XYZ ");
        Encoding.ASCII.GetString(Profile, 36, 4).Should().Be("acsp");
    }

    [TestCase("desc")]
    [TestCase("cprt")]
    [TestCase("wtpt")]
    [TestCase("rXYZ")]
    [TestCase("gXYZ")]
    [TestCase("bXYZ")]
    [TestCase("rTRC")]
    [TestCase("gTRC")]
    [TestCase("bTRC")]
    public void Every_tag_that_a_display_profile_must_have_lies_inside_the_file_on_a_word(string name)
    {
        var record = Enumerable.Range(0, 9).Select(i => 132 + 12 * i).Single(at => Encoding.ASCII.GetString(Profile, at, 4) == name);
        var offset = BinaryPrimitives.ReadInt32BigEndian(Profile.AsSpan(record + 4));
        var length = BinaryPrimitives.ReadInt32BigEndian(Profile.AsSpan(record + 8));
        (offset % 4).Should().Be(0);
        (offset + length).Should().BeLessThanOrEqualTo(Profile.Length);
    }

    [Test]
    public void Full_red_green_and_blue_make_the_white_of_D50()
    {
        for (var i = 0; i < 3; i++)
            (SrgbProfile.Red[i] + SrgbProfile.Green[i] + SrgbProfile.Blue[i]).Should().BeApproximately(SrgbProfile.WhitePoint[i], 5e-4);
    }

    /// <summary>IEC 61966-2-1: half the signal is 21.4 percent of the light.</summary>
    [TestCase(0, 0)]
    [TestCase(1, 1)]
    [TestCase(0.5, 0.21404)]
    [TestCase(0.04, 0.003096)]
    public void The_tone_curve_is_that_of_the_standard(double signal, double light) =>
        SrgbProfile.Linear(signal).Should().BeApproximately(light, 1e-5);
}
