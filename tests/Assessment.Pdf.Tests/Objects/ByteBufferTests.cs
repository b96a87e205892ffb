using System.Globalization;
using System.Text;
using Assessment.Pdf.Objects;
using CsCheck;

namespace Assessment.Pdf.Tests.Objects;

public sealed class ByteBufferTests
{
    [TestCase(0, "0")]
    [TestCase(-0.0001, "0")]
    [TestCase(12, "12")]
    [TestCase(0.5, "0.5")]
    [TestCase(-0.05, "-0.05")]
    [TestCase(1.0004, "1")]
    [TestCase(1.0006, "1.001")]
    [TestCase(-12.34, "-12.34")]
    [TestCase(1234567.891, "1234567.891")]
    public void Numbers_are_written_without_exponent_or_needless_digits(double value, string expected) =>
        Encoding.ASCII.GetString(new ByteBuffer().Number(value).Written).Should().Be(expected);

    [Test]
    public void A_number_read_back_is_within_half_a_thousandth() => Gen.Double[-1e6, 1e6].Sample(value =>
        Math.Abs(double.Parse(Encoding.ASCII.GetString(new ByteBuffer().Number(value).Written), CultureInfo.InvariantCulture) - value) <= 0.000501);

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void No_number_is_a_fault(double value)
    {
        var write = () => new ByteBuffer().Number(value);
        write.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Test]
    public void Big_endian_numbers_put_the_most_significant_byte_first() =>
        new ByteBuffer().BigEndian(0x0102, 2).BigEndian(-1, 4).ToArray().Should().Equal(1, 2, 255, 255, 255, 255);
}
