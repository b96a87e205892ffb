using Assessment.Pdf.Text;

namespace Assessment.Pdf.Layout;

/// <summary>Header and footer of each page; artifacts, painted once the number of pages is known.</summary>
internal static class RunningHeads
{
    private const double PageColumn = 90;

    public static void Paint(IReadOnlyList<Page> pages, DocumentInfo info)
    {
        var style = Typography.Running;
        var title = LineBreaker.Break([new Span(info.Title, style)], Sheet.TextWidth);
        var footer = LineBreaker.Break([new Span(info.Footer, style)], Sheet.TextWidth - PageColumn);
        foreach (var page in pages)
        {
            // The first page shows the title itself.
            if (page.Index > 0 && title.Count > 0) Header(page, title, style);
            Footer(page, footer, FormattableString.Invariant($"Page {page.Index + 1} of {pages.Count}"), style);
        }
    }

    private static void Header(Page page, IReadOnlyList<Line> title, TextStyle style)
    {
        var text = title.Count == 1 ? title[0].Text : $"{title[0].Text.TrimEnd()}…";
        page.Dress(Artifact.Header).Text(Sheet.Left, Sheet.HeaderBaseline, text, style);
        page.Dress(Artifact.Header).Line(Sheet.Left, Sheet.HeaderBaseline + 7, Sheet.Right, Sheet.HeaderBaseline + 7, Palette.Rule, 0.5);
    }

    private static void Footer(Page page, IReadOnlyList<Line> footer, string number, TextStyle style)
    {
        var content = page.Dress(Artifact.Footer);
        content.Line(Sheet.Left, Sheet.FooterTop - 6, Sheet.Right, Sheet.FooterTop - 6, Palette.Rule, 0.5);
        for (var i = 0; i < footer.Count; i++)
            content.Text(Sheet.Left, Sheet.FooterTop + i * style.Leading + style.Baseline, footer[i].Text.TrimEnd(), style);
        content.Text(Sheet.Right - style.Width(number), Sheet.FooterTop + style.Baseline, number, style);
    }
}
