using System.Text;

namespace Assessment.Pdf.Text;

/// <summary>
/// Sets words into lines, each as full as it goes. A word wider than the line is cut between characters, so nothing sticks
/// out of its column.
/// </summary>
internal sealed class LineBreaker
{
    // Sums of widths carry rounding noise; a hair's width must not push a word to the next line.
    private const double Hair = 1e-6;

    private readonly double limit;
    private readonly List<Line> lines = [];
    private readonly List<(Span Span, StringBuilder Text)> current = [];
    private double used;
    private double pendingSpace;

    private LineBreaker(double limit) => this.limit = limit;

    /// <param name="spans">The text in reading order.</param>
    /// <param name="width">Width of the column, points; positive.</param>
    /// <returns>No line when the text is empty or white space.</returns>
    public static IReadOnlyList<Line> Break(IReadOnlyList<Span> spans, double width)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        var breaker = new LineBreaker(width);
        foreach (var word in Word.Cut(spans)) breaker.Place(word);
        breaker.EndLine();
        return breaker.lines;
    }

    /// <summary>Width of the widest word: the narrowest column that cuts none.</summary>
    public static double WidestWord(IReadOnlyList<Span> spans) => Word.Cut(spans).Select(word => word.Width).DefaultIfEmpty(0).Max();

    private void Place(Word word)
    {
        if (current.Count > 0 && used + pendingSpace + word.Width > limit + Hair) EndLine();
        if (word.Width > limit + Hair) PlaceInPieces(word);
        else
        {
            used += pendingSpace + word.Width;
            foreach (var (span, text) in word.Parts) Append(span, text);
        }

        pendingSpace = word.Space?.Style.Width(" ") ?? 0;
        if (word.Space is not null) Append(word.Space, " ");
        if (word.EndsLine) EndLine();
    }

    private void PlaceInPieces(Word word)
    {
        foreach (var (span, text) in word.Parts)
        {
            foreach (var character in text.EnumerateRunes())
            {
                var letter = character.ToString();
                var width = span.Style.Width(letter);
                if (current.Count > 0 && used + width > limit + Hair) EndLine();
                used += width;
                Append(span, letter);
            }
        }
    }

    private void Append(Span span, string text)
    {
        if (current.Count == 0 || !ReferenceEquals(current[^1].Span, span)) current.Add((span, new StringBuilder()));
        current[^1].Text.Append(text);
    }

    private void EndLine()
    {
        if (current.Count == 0) return;
        var (x, fragments) = (0.0, new List<Fragment>(current.Count));
        foreach (var (span, builder) in current)
        {
            var text = builder.ToString();
            var width = span.Style.Width(text);
            fragments.Add(new Fragment(span, text, x, width));
            x += width;
        }

        lines.Add(new Line(fragments, used, current.Max(part => part.Span.Style.Leading)));
        current.Clear();
        used = pendingSpace = 0;
    }
}
