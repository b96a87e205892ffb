using Assessment.Pdf.Blocks;
using Assessment.Pdf.Fonts;
using Assessment.Pdf.Structure;
using Assessment.Pdf.Text;

namespace Assessment.Pdf.Layout;

/// <summary>
/// The contents list. Its room is known before pagination, since a page number has a column of its own; what stands in it
/// is painted afterwards.
/// </summary>
internal sealed class ContentsLayout(IReadOnlyList<Heading> headings, int deepest, Tag root)
{
    private const double NumberColumn = 44;
    private const double Step = 16;

    private readonly List<(Heading Heading, IReadOnlyList<Line> Lines, Page Page, double Top)> entries = [];

    public IEnumerable<Piece> Pieces()
    {
        foreach (var heading in headings)
        {
            var lines = LineBreaker.Break([new Span(heading.Text, Style(heading))], Sheet.TextWidth - NumberColumn - Indent(heading));
            yield return new Piece(lines.Sum(line => line.Leading), (page, top) => entries.Add((heading, lines, page, top)))
            {
                SpaceBefore = heading.Level == 1 ? 6 : 1,
            };
        }
    }

    /// <summary>Paints the entries, once every heading has its page.</summary>
    public void Fill(IReadOnlyList<HeadingPlace> places)
    {
        var listed = places.Where(place => place.Heading.Role == HeadingRole.Section && place.Heading.Level <= deepest).ToList();
        var open = new Stack<Tag>([root]);
        for (var i = 0; i < entries.Count; i++)
        {
            var level = entries[i].Heading.Level;
            while (open.Count > level) open.Pop();
            while (open.Count < level) open.Push(new Tag("TOC", open.Peek()));
            Paint(i, listed[i].Destination, new Tag("TOCI", open.Peek()));
        }
    }

    private static double Indent(Heading heading) => (heading.Level - 1) * Step;

    private static TextStyle Style(Heading heading) =>
        heading.Level == 1 ? Typography.ContentsTop : Typography.Body with { Leading = 15 };

    private void Paint(int index, Destination target, Tag item)
    {
        var (heading, lines, page, top) = entries[index];
        var link = new Tag("Link", new Tag("Reference", item));
        var (style, left, height) = (Style(heading), Sheet.Left + Indent(heading), lines.Sum(line => line.Leading));
        var baseline = top;
        foreach (var line in lines)
        {
            baseline = top + style.Baseline;
            page.Tagged(link).Text(left, baseline, $"{line.Text.TrimEnd()} ", style);
            top += line.Leading;
        }

        var number = FormattableString.Invariant($"{target.PageIndex + 1}");
        var numberAt = Sheet.Right - style.Width(number);
        page.Tagged(link).Text(numberAt, baseline, number, style);
        Leader(page, left + lines[^1].Width + 6, numberAt - 6, baseline);
        var area = new LinkArea(page.Index, new Rectangle(left, top - height, Sheet.Right - left, height), $"{heading.Text}, page {number}") { Target = target };
        link.Add(new TagChild.Annotation(area));
        page.Links.Add(area);
    }

    /// <summary>Dots that lead the eye to the number, aligned at the right.</summary>
    private static void Leader(Page page, double from, double to, double baseline)
    {
        const double step = 5;
        var style = new TextStyle(FontFace.Regular, 8, 10, Palette.Muted);
        var first = Math.Ceiling(from / step) * step;
        for (var x = first; x < to; x += step) page.Dress().Text(x, baseline, ".", style);
    }
}
