using System.Text;

namespace Assessment.Domain.People;

/// <summary>
/// Codes that people read aloud and type: roster tokens and join codes. Crockford's base 32 has no I, L, O or U,
/// and reading folds the look-alikes back (O to 0, I and L to 1).
/// </summary>
public static class Code
{
    private const string Base32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const string JoinLetters = "ABCDEFGHJKMNPQRTUVWXYZ";

    /// <summary>Characters of a roster token: 80 random bits.</summary>
    public const int TokenLength = 16;

    /// <summary>Letters of a join code; it opens a door for an hour and proves nothing about a person.</summary>
    public const int JoinLength = 6;

    /// <summary>A roster token from 10 random bytes, in four groups: "7K2M-…".</summary>
    public static string RosterToken(ReadOnlySpan<byte> random)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(random.Length, TokenLength * 5 / 8);
        var text = new StringBuilder(TokenLength + 3);
        for (var i = 0; i < TokenLength; i++)
        {
            if (i > 0 && i % 4 == 0)
            {
                text.Append('-');
            }

            text.Append(Base32[FiveBits(random, i * 5)]);
        }

        return text.ToString();
    }

    /// <summary>A join code from six random bytes.</summary>
    public static string JoinCode(ReadOnlySpan<byte> random)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(random.Length, JoinLength);
        Span<char> letters = stackalloc char[JoinLength];
        for (var i = 0; i < JoinLength; i++)
        {
            letters[i] = JoinLetters[random[i] * JoinLetters.Length >> 8];
        }

        return new string(letters);
    }

    /// <summary>The token as compared: upper case, no hyphens or spaces, look-alikes folded; null when it is no token.</summary>
    public static string? ReadRosterToken(string? typed)
    {
        var text = Strip(typed).Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return text.Length == TokenLength && text.All(c => Base32.Contains(c, StringComparison.Ordinal)) ? text : null;
    }

    /// <summary>The join code as compared: upper case, no spaces; null when it is none.</summary>
    public static string? ReadJoinCode(string? typed)
    {
        var text = Strip(typed);
        return text.Length == JoinLength && text.All(c => JoinLetters.Contains(c, StringComparison.Ordinal)) ? text : null;
    }

    private static string Strip(string? typed) =>
        new((typed ?? "").Where(c => c is not ('-' or ' ')).Select(char.ToUpperInvariant).ToArray());

    private static int FiveBits(ReadOnlySpan<byte> bytes, int bit)
    {
        var word = (bytes[bit / 8] << 8) | (bit / 8 + 1 < bytes.Length ? bytes[bit / 8 + 1] : 0);
        return (word >> (11 - bit % 8)) & 31;
    }
}
