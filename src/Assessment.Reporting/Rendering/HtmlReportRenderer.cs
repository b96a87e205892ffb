using System.Globalization;
using System.Net;
using System.Text;
using Assessment.Reporting.Document;

namespace Assessment.Reporting.Rendering;

/// <summary>
/// Renders a report as one self-contained page of semantic HTML, without scripts and without style attributes, so that it
/// can be served under a strict content security policy.
/// </summary>
/// <param name="stylesheet">
/// Address of <see cref="HtmlStylesheet.Css"/> as served by the caller; null puts the style sheet into the page.
/// </param>
public sealed class HtmlReportRenderer(string? stylesheet = null) : IReportRenderer
{
    /// <inheritdoc/>
    public string Format => "html";

    /// <inheritdoc/>
    public void Render(ReportDocument document, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(stream);
        var body = new HtmlBody();
        var page = new StringBuilder();
        Head(document, page);
        page.Append("<body>\n<a class=\"skip\" href=\"#report\">Skip to the report</a>\n");
        if (document.Cover.Count > 0) page.Append("<header class=\"cover\">\n").Append(body.Blocks(document.Cover)).Append("</header>\n");
        var onCover = body.Headings.Count;
        var main = body.Blocks(document.Blocks);
        page.Append(HtmlContents.Of(body.Headings.Skip(onCover)));
        page.Append("<main id=\"report\">\n").Append(main).Append(body.Notes()).Append("</main>\n");
        page.Append(CultureInfo.InvariantCulture, $"<footer><p>{Encode(document.Id)} · {Encode(document.Footer)}</p></footer>\n</body>\n</html>\n");
        stream.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private void Head(ReportDocument document, StringBuilder page)
    {
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"{Encode(document.Language)}\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<title>{Encode(document.Title)}</title>\n");
        Meta("author", document.Author);
        Meta("description", document.Subject);
        Meta("dcterms.date", document.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        page.Append(stylesheet is null
            ? $"<style>\n{HtmlStylesheet.Css}\n</style>\n</head>\n"
            : $"<link rel=\"stylesheet\" href=\"{Encode(stylesheet)}\">\n</head>\n");

        void Meta(string name, string content) =>
            page.Append(CultureInfo.InvariantCulture, $"<meta name=\"{name}\" content=\"{Encode(content)}\">\n");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
