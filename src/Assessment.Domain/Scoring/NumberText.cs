using System.Globalization;

namespace Assessment.Domain.Scoring;

/// <summary>Numbers as people write them, and their one stored spelling.</summary>
public static class NumberText
{
    /// <summary>The longest spelling that is read.</summary>
    public const int MaxLength = 40;

    private const string Stored = "0.############################";

    /// <summary>
    /// The number of a spelling; null when it is none. White space around and between digits is dropped, and "−" (U+2212) is a
    /// minus. With both '.' and ',' the last one is the decimal mark and the other groups thousands; a mark that comes twice
    /// groups thousands; a lone '.' is the decimal mark; a lone ',' groups thousands when it stands after 1 to 3 digits that do
    /// not begin with 0 and before exactly 3 digits ("1,500" is 1500, as written in the United States), else it is the decimal
    /// mark ("1,5" and "0,125"). Groups have exactly three digits. No exponents, no percent signs, no units; up to 28 digits.
    /// </summary>
    public static decimal? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MaxLength)
        {
            return null;
        }

        var digits = new string([.. text.Where(c => !char.IsWhiteSpace(c))]).Replace('\u2212', '-');
        var (sign, body) = digits.Length > 0 && digits[0] is '-' or '+' ? (digits[0] == '-' ? -1 : 1, digits[1..]) : (1, digits);
        return Plain(body) is { } plain && plain.Count(char.IsAsciiDigit) is > 0 and <= 28
            ? sign * decimal.Parse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>The stored spelling: no needless zeros, '.' as decimal mark, "-" only before what is below zero.</summary>
    public static string Write(decimal number) => number.ToString(Stored, CultureInfo.InvariantCulture);

    /// <summary>The same number without trailing zeros behind the decimal mark, so that equal numbers are written alike.</summary>
    public static decimal Shortest(decimal number) => number / 1.0000000000000000000000000000m;

    /// <summary>Digits with at most a decimal point; null when the marks do not make a number.</summary>
    private static string? Plain(string body)
    {
        if (body.Any(c => !char.IsAsciiDigit(c) && c is not ('.' or ',')))
        {
            return null;
        }

        var mark = DecimalMark(body);
        var cut = mark is { } decimals ? body.LastIndexOf(decimals) : body.Length;
        var (whole, part) = (body[..cut], mark is null ? "" : body[(cut + 1)..]);
        var groups = whole.Split('.', ',');
        var fits = part.All(char.IsAsciiDigit)
            && (mark is null || whole.All(c => c != mark))
            && (groups.Length == 1 || (groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3)));
        return fits && (mark is null || part.Length > 0) ? $"{string.Concat(groups)}{(mark is null ? "" : ".")}{part}" : null;
    }

    private static char? DecimalMark(string body)
    {
        var (points, commas) = (body.Count(c => c == '.'), body.Count(c => c == ','));
        if (points > 0 && commas > 0)
        {
            return body.LastIndexOf('.') > body.LastIndexOf(',') ? '.' : ',';
        }

        return (points, commas) switch
        {
            (1, 0) => '.',
            (0, 1) => IsGroup(body.IndexOf(',', StringComparison.Ordinal), body) ? null : ',',
            _ => null,
        };
    }

    private static bool IsGroup(int comma, string body) => comma is >= 1 and <= 3 && body[0] != '0' && body.Length - comma == 4;
}
