using System.Text;
using System.Text.RegularExpressions;

namespace Assessment.Interchange.Qti;

/// <summary>
/// Patterns of XML Schema (part 2, appendix F) matched against a whole text (QTI 2.2 information model, patternMatch). The matching runs in
/// linear time whatever the pattern.
/// </summary>
internal static class QtiPattern
{
    private const int LongestPattern = 2_000;
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);

    public static QtiValue Match(QtiCall call)
    {
        if (call.Source.Attribute("pattern") is not { Length: > 0 and <= LongestPattern } pattern)
        {
            return call.Fault("A pattern is expected.");
        }

        try
        {
            var text = call.Text(0);
            return text is null
                ? QtiValue.Null
                : QtiValue.Of(Regex.IsMatch(text, $@"\A(?:{Translate(pattern)})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, LongestMatch));
        }
        catch (Exception trouble) when (trouble is ArgumentException or NotSupportedException or RegexMatchTimeoutException)
        {
            return call.Fault("The pattern is none that can be matched safely.");
        }
    }

    /// <summary>
    /// XML Schema has no anchors: ^ and $ stand for themselves outside brackets. A pattern wrapped in ^…$ is by an author who meant
    /// anchors, so the wrapping is dropped. \i, \c and \w have other classes there than in .NET, and the dot leaves out carriage returns.
    /// </summary>
    internal static string Translate(string pattern)
    {
        var inner = pattern.Length > 1 && pattern[0] == '^' && pattern[^1] == '$' && pattern[^2] != '\\' ? pattern[1..^1] : pattern;
        var translated = new StringBuilder(inner.Length + 16);
        var brackets = 0;
        for (var i = 0; i < inner.Length; i++)
        {
            var letter = inner[i];
            if (letter == '\\' && i + 1 < inner.Length)
            {
                translated.Append(Escape(inner[++i], brackets > 0));
                continue;
            }

            brackets += letter == '[' ? 1 : letter == ']' && brackets > 0 ? -1 : 0;
            translated.Append(brackets > 0 ? letter.ToString() : letter switch
            {
                '^' or '$' => $@"\{letter}",
                '.' => @"[^\n\r]",
                _ => letter.ToString(),
            });
        }

        return translated.ToString();
    }

    private static string Escape(char letter, bool inBrackets)
    {
        var members = letter switch
        {
            'i' => @"\p{L}_:",
            'c' => @"\p{L}\p{Nd}\p{M}._:\-",
            'w' => @"\p{L}\p{M}\p{N}\p{S}",
            'W' => @"\p{P}\p{Z}\p{C}",
            's' => @" \t\n\r",
            _ => null,
        };
        return members is null ? $@"\{letter}" : inBrackets ? members : $"[{members}]";
    }
}
