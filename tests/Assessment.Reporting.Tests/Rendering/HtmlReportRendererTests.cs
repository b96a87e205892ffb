using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Assessment.Reporting.Rendering;

namespace Assessment.Reporting.Tests.Rendering;

public sealed partial class HtmlReportRendererTests
{
    private static readonly string Page = Render(new HtmlReportRenderer("/report.css"));
    private static readonly XElement Body = XElement.Parse(
        Page[Page.IndexOf("<body>", StringComparison.Ordinal)..Page.IndexOf("</html>", StringComparison.Ordinal)]
            .Replace("&nbsp;", " ", StringComparison.Ordinal));

    [Test]
    public void The_page_tells_language_title_and_date()
    {
        Page.Should().StartWith("<!doctype html>\n<html lang=\"en-US\">");
        Page.Should().Contain("<title>Report of &lt;Cedar&gt; &amp; Co</title>").And.Contain("content=\"2026-10-30\"");
    }

    [Test]
    public void The_style_sheet_is_linked_when_an_address_is_given_and_carried_otherwise()
    {
        Page.Should().Contain("<link rel=\"stylesheet\" href=\"/report.css\">").And.NotContain("<style");
        Render(new HtmlReportRenderer()).Should().Contain("<style>").And.NotContain("<link");
    }

    [Test]
    public void Nothing_in_the_page_needs_an_exception_from_a_strict_security_policy()
    {
        Body.DescendantsAndSelf("script").Should().BeEmpty();
        Body.DescendantsAndSelf().Attributes().Select(attribute => attribute.Name.LocalName)
            .Should().NotContain(name => name == "style" || name.StartsWith("on"));
    }

    [Test]
    public void Ids_are_unique_and_every_inner_reference_is_met()
    {
        var ids = Body.Descendants().Attributes("id").Select(id => id.Value).ToList();
        ids.Should().OnlyHaveUniqueItems();
        Body.Descendants("a").Attributes("href").Select(href => href.Value).Where(href => href.StartsWith('#'))
            .Should().OnlyContain(href => ids.Contains(href.Substring(1)));
        Body.Descendants().Attributes("aria-labelledby").SelectMany(names => names.Value.Split(' ')).Should().BeSubsetOf(ids);
    }

    [Test]
    public void Tables_have_a_caption_scopes_and_their_cells()
    {
        var table = Body.Descendants("table").Single();
        table.Element("caption")!.Value.Should().Be("T5. Scores <by> topic");
        table.Descendants("th").Select(cell => $"{cell.Attribute("scope")!.Value}: {cell.Value}").Should()
            .Equal("col: Topic", "col: Post %", "row: De-escalation", "row: Referral & more");
        table.Descendants("td").Select(cell => cell.Value).Should().Equal("82.0", "66.0");
    }

    [Test]
    public void A_table_without_rows_says_so() => Body.Descendants("p").Select(text => text.Value).Should().Contain("No test was taken.");

    [Test]
    public void Charts_carry_title_and_description()
    {
        var chart = Body.Descendants("svg").Single();
        chart.Attribute("role")!.Value.Should().Be("img");
        chart.Element("title")!.Value.Should().Be("F1. Before and after");
        chart.Element("desc")!.Value.Should().Be("Scores rose by 24 points in de-escalation.");
        chart.Elements("circle").Attributes("class").Select(name => name.Value)
            .Should().Equal("mark hollow", "mark solid", "mark hollow", "mark solid", "mark hollow", "mark solid");
    }

    [Test]
    public void Footnotes_lead_there_and_back()
    {
        var note = Body.Descendants("li").Single(item => (string?)item.Attribute("id") == "note-1");
        note.Value.Should().StartWith("In one group.");
        note.Element("a")!.Attribute("href")!.Value.Should().Be("#mark-1");
    }

    [Test]
    public void The_contents_list_nests_as_the_headings_do_and_leaves_out_the_cover()
    {
        var list = Body.Element("nav")!.Element("ol")!;
        list.Elements("li").Select(item => item.Element("a")!.Value).Should().Equal("Tests", "Last");
        list.Elements("li").First().Element("ol")!.Value.Trim().Should().Be("By topic");
    }

    /// <summary>Each theme of the style sheet, read from the style sheet itself.</summary>
    [Test]
    public void Text_can_be_read_on_both_grounds_by_day_and_by_night()
    {
        var themes = Theme().Matches(HtmlStylesheet.Css).Select(match => match.Groups.Values.Skip(1).Select(group => Pdf.Colour.Parse(group.Value)).ToList()).ToList();
        themes.Should().HaveCount(3, "day, night and print");
        foreach (var colours in themes)
            foreach (var ground in colours.Take(2))
                colours.Skip(2).Should().OnlyContain(text => Pdf.Colour.Contrast(text, ground) >= 4.5);
    }

    [GeneratedRegex("--paper:(#\\w+);--tint:(#\\w+);--text:(#\\w+);--muted:(#\\w+);--accent:(#\\w+)")]
    private static partial Regex Theme();

    private static string Render(HtmlReportRenderer renderer) => Encoding.UTF8.GetString(SampleReport.Render(renderer, SampleReport.Document));
}
