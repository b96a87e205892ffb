namespace Assessment.Domain.Scoring;

/// <summary>Texts that participants enter, in their stored spelling.</summary>
internal static class ResponseText
{
    /// <summary>White space of any kind becomes a space; control characters go.</summary>
    public static string OneLine(string text) =>
        new([.. text.Select(c => char.IsWhiteSpace(c) ? ' ' : c).Where(c => !char.IsControl(c))]);

    /// <summary>Line ends become line feeds; control characters other than these and tabs go.</summary>
    public static string Lines(string text) =>
        new([.. text.ReplaceLineEndings("\n").Where(c => !char.IsControl(c) || c is '\n' or '\t')]);

    /// <summary>The one text of the values in normal form C, ends trimmed; null when there are several, or it is too long or no valid Unicode.</summary>
    public static string? Read(IReadOnlyList<string> values, int maxLength, Func<string, string> clean)
    {
        if (values.Count != 1 || HasLoneSurrogate(values[0]))
        {
            return null;
        }

        var text = EntryScoring.Normal(clean(values[0])).Trim();
        return text.Length <= maxLength ? text : null;
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }
}
