using Assessment.Domain.People;
using CsCheck;

namespace Assessment.Domain.Tests.People;

public class CodeTests
{
    [Test]
    public void Roster_token_is_the_bits_in_base_32() =>
        Code.RosterToken(BytesOfDigitsOneToSixteen()).Should().Be("1234-5678-9ABC-DEFG");

    [TestCase("1234-5678-9abc-defg", "123456789ABCDEFG")]
    [TestCase("l234 5678 9ABC DEFo", "123456789ABCDEF0")]
    [TestCase("1234", null)]
    [TestCase("1234-5678-9ABC-DEFU", null)]
    [TestCase(null, null)]
    public void Typed_tokens_are_read_kindly(string? typed, string? token) => Code.ReadRosterToken(typed).Should().Be(token);

    [Test]
    public void Any_ten_bytes_make_a_token_that_reads_back() =>
        Gen.Byte.Array[10].Sample(bytes => Code.ReadRosterToken(Code.RosterToken(bytes)) is { Length: Code.TokenLength });

    [Test]
    public void Any_six_bytes_make_a_join_code_that_reads_back() =>
        Gen.Byte.Array[6].Sample(bytes => Code.ReadJoinCode(Code.JoinCode(bytes)) == Code.JoinCode(bytes));

    [Test]
    public void Join_codes_have_no_look_alikes() =>
        Code.ReadJoinCode("ABCDIO").Should().BeNull();

    private static byte[] BytesOfDigitsOneToSixteen()
    {
        var bits = string.Concat(Enumerable.Range(1, 16).Select(digit => Convert.ToString(digit, 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, 10).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
