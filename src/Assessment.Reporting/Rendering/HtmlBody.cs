using System.Globalization;
using System.Net;
using System.Text;
using Assessment.Pdf.Fonts;
using Assessment.Reporting.Charts;
using Assessment.Reporting.Document;

namespace Assessment.Reporting.Rendering;

/// <summary>Writes blocks as HTML and keeps what the page needs once more: headings for the contents, footnotes for the end.</summary>
internal sealed class HtmlBody
{
    private const double ChartWidth = 560;

    // The reader's own font may be wider than ours.
    private const double FontAllowance = 1.2;

    private readonly List<string> notes = [];
    private readonly List<HtmlHeading> headings = [];
    private int figures;
    private int tables;

    /// <summary>In reading order, as far as blocks have been written.</summary>
    public IReadOnlyList<HtmlHeading> Headings => headings;

    public string Blocks(IReadOnlyList<Block> blocks) => string.Concat(blocks.Select(block => $"{Html(block)}\n"));

    /// <summary>The footnotes met so far, or nothing.</summary>
    public string Notes()
    {
        if (notes.Count == 0) return "";
        var html = new StringBuilder("<section class=\"notes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">\n<ol>\n");
        for (var i = 1; i <= notes.Count; i++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li id=\"note-{i}\">{Encode(notes[i - 1])} ");
            html.Append(CultureInfo.InvariantCulture, $"<a role=\"doc-backlink\" href=\"#mark-{i}\" aria-label=\"Back to the mark of footnote {i}\">↩</a></li>\n");
        }

        return html.Append("</ol>\n</section>\n").ToString();
    }

    private string Html(Block block) => block switch
    {
        Heading heading => Titled(heading),
        Paragraph paragraph => $"<p>{Runs(paragraph)}</p>",
        ListBlock list => List(list),
        Table { Rows.Count: 0 } table => $"<p class=\"caption\">{Encode(PrintedWords.Caption(table))}</p>\n<p>{Encode(table.EmptyText)}</p>{Remarks(PrintedWords.Remarks(table))}",
        Table table => Rows(table),
        Figure figure => Drawn(figure),
        Callout callout => $"<aside class=\"callout\" aria-label=\"{Encode(callout.Title)}\"><p class=\"callout-title\">{Encode(callout.Title)}</p>{string.Concat(callout.Paragraphs.Select(Html))}</aside>",
        PageBreak => "<div class=\"page-break\"></div>",
        _ => throw new ArgumentException($"A report cannot hold {block.GetType().Name}.", nameof(block)),
    };

    private string Titled(Heading heading)
    {
        headings.Add(new HtmlHeading(heading, $"section-{headings.Count + 1}"));
        return $"<h{heading.Level} id=\"{headings[^1].Id}\">{Encode(heading.Text)}</h{heading.Level}>";
    }

    private string Runs(Paragraph paragraph) => string.Concat(paragraph.Runs.Select(Run));

    private string Run(Run run)
    {
        var text = Encode(run.Text).Replace("\n", "<br>", StringComparison.Ordinal);
        if (run.Style == RunStyle.Strong) text = $"<strong>{text}</strong>";
        if (run.Style == RunStyle.Emphasis) text = $"<em>{text}</em>";
        if (run.Link is not null) text = $"<a href=\"{Encode(run.Link.AbsoluteUri)}\">{text}</a>";
        if (run.Footnote is null) return text;
        notes.Add(run.Footnote);
        var n = notes.Count;
        return $"{text}<sup><a role=\"doc-noteref\" id=\"mark-{n}\" href=\"#note-{n}\" aria-label=\"Footnote {n}\">{n}</a></sup>";
    }

    private string List(ListBlock list)
    {
        var name = list.Numbered ? "ol" : "ul";
        return $"<{name}>{string.Concat(list.Items.Select(item => $"<li>{Runs(item)}</li>"))}</{name}>";
    }

    private string Rows(Table table)
    {
        var id = $"table-{++tables}";
        var html = new StringBuilder($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{id}\"><table><caption id=\"{id}\">");
        html.Append(Encode(PrintedWords.Caption(table))).Append("</caption>\n<thead><tr>");
        foreach (var column in table.Columns) html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\"{Class(column)}>{Encode(column.Head)}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var c = 0; c < row.Count; c++)
            {
                var (open, close) = c == 0 ? ("th scope=\"row\"", "th") : ("td", "td");
                var text = Encode(row[c].Text).Replace("\n", "<br>", StringComparison.Ordinal);
                html.Append(CultureInfo.InvariantCulture, $"<{open}{Class(table.Columns[c])}>{text}</{close}>");
            }

            html.Append("</tr>\n");
        }

        return html.Append("</tbody></table></div>").Append(Remarks(PrintedWords.Remarks(table))).ToString();
    }

    private static string Class(Column column) => column.Numeric ? " class=\"number\"" : "";

    private string Drawn(Figure figure)
    {
        var drawing = ChartLayout.Of(figure.Chart, ChartWidth, text =>
            FontAllowance * Typeface.Measure(text, FontFace.Regular, ChartLayout.TextSize));
        var caption = PrintedWords.Caption(figure);
        var svg = ChartOnScreen.Paint(drawing, $"figure-{++figures}", caption, figure.AltText);
        return $"<figure><figcaption>{Encode(caption)}</figcaption>\n{svg}\n</figure>{Remarks(PrintedWords.Remarks(figure))}";
    }

    private static string Remarks(IReadOnlyList<string> remarks) =>
        string.Concat(remarks.Select(remark => $"\n<p class=\"remark\">{Encode(remark)}</p>"));

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
