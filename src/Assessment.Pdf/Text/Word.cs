namespace Assessment.Pdf.Text;

/// <summary>A stretch without a place to break, the space after it, and whether a new line is forced after it.</summary>
internal sealed record Word(IReadOnlyList<(Span Span, string Text)> Parts, Span? Space, bool EndsLine)
{
    public double Width { get; } = Parts.Sum(part => part.Span.Style.Width(part.Text));

    /// <summary>
    /// Cuts spans into words: at white space and line feeds, and after hyphens, dashes and slashes that stand inside a word.
    /// A footnote mark never leaves the word it follows.
    /// </summary>
    public static IReadOnlyList<Word> Cut(IReadOnlyList<Span> spans)
    {
        var words = new List<Word>();
        var parts = new List<(Span, string)>();
        foreach (var span in spans) CutSpan(span, parts, words);
        if (parts.Count > 0) words.Add(new Word([.. parts], null, false));
        // White space at the very end is not printed.
        if (words.Count > 0) words[^1] = words[^1] with { Space = null, EndsLine = false };
        return words;
    }

    private static void CutSpan(Span span, List<(Span, string)> parts, List<Word> words)
    {
        var (text, start) = (span.Text, 0);
        for (var at = 0; at < text.Length; at++)
        {
            if (IsSpace(text[at]))
            {
                Keep(at);
                EndAtSpace(span, text[at] == '\n', parts, words);
                start = at + 1;
            }
            else if (BreaksAfter(text, at))
            {
                Keep(at + 1);
                words.Add(new Word([.. parts], null, false));
                parts.Clear();
                start = at + 1;
            }
        }

        Keep(text.Length);

        void Keep(int end)
        {
            if (end > start) parts.Add((span, text[start..end]));
        }
    }

    private static void EndAtSpace(Span span, bool endsLine, List<(Span, string)> parts, List<Word> words)
    {
        if (parts.Count > 0)
        {
            words.Add(new Word([.. parts], span, endsLine));
            parts.Clear();
        }
        else if (words.Count > 0)
        {
            words[^1] = words[^1] with { Space = words[^1].Space ?? span, EndsLine = words[^1].EndsLine || endsLine };
        }
    }

    /// <summary>White space where a line may end; no-break spaces are letters here.</summary>
    private static bool IsSpace(char c) => char.IsWhiteSpace(c) && c is not ('\u00A0' or '\u202F' or '\u2007');

    private static bool BreaksAfter(string text, int at) =>
        text[at] is '-' or '–' or '—' or '/' or '‐'
        && at > 0 && char.IsLetter(text[at - 1]) && at + 1 < text.Length && char.IsLetter(text[at + 1]);
}
