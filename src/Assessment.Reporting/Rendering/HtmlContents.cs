using System.Globalization;
using System.Net;
using System.Text;
using Assessment.Reporting.Document;

namespace Assessment.Reporting.Rendering;

/// <summary>A heading on the page and the id it can be reached by.</summary>
internal sealed record HtmlHeading(Heading Heading, string Id);

/// <summary>The contents list of a page: nested lists of links.</summary>
internal static class HtmlContents
{
    public static string Of(IEnumerable<HtmlHeading> headings)
    {
        var listed = headings.Where(heading => heading.Heading.Level <= PrintedWords.ContentsDepth).ToList();
        if (listed.Count == 0) return "";
        var (html, depth) = (new StringBuilder(), 0);
        html.Append(CultureInfo.InvariantCulture, $"<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">{PrintedWords.Contents}</h2>\n");
        foreach (var (heading, id) in listed)
        {
            if (heading.Level <= depth) html.Append("</li>\n");
            for (; depth > heading.Level; depth--) html.Append("</ol></li>\n");
            for (; depth < heading.Level; depth++) html.Append(depth + 1 < heading.Level ? "<ol><li>\n" : "<ol>\n");
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{id}\">{WebUtility.HtmlEncode(heading.Text)}</a>");
        }

        for (; depth > 0; depth--) html.Append("</li></ol>\n");
        return html.Append("</nav>\n").ToString();
    }
}
