using Assessment.Pdf.Blocks;
using Assessment.Pdf.Layout;
using Assessment.Testing;
using UglyToad.PdfPig;
using Page = UglyToad.PdfPig.Content.Page;

namespace Assessment.Pdf.Tests.Layout;

/// <summary>45 lines of body text fill a page of 642 points; an undisturbed line takes 15.</summary>
public sealed class PaginatorTests
{
    private static readonly int LinesOnPage = (int)(Sheet.TextHeight / Typography.Body.Leading);

    [Test]
    public void The_last_line_of_a_paragraph_is_not_left_alone_on_a_page() =>
        Pages(Sample.Lines(LinesOnPage + 1))[1].Should().Contain($"Line {LinesOnPage} ").And.Contain($"Line {LinesOnPage + 1}");

    [Test]
    public void The_first_line_of_a_paragraph_is_not_left_alone_on_a_page()
    {
        var pages = Pages(Sample.Lines(LinesOnPage - 1), Sample.Words("Opening\nof the next"));
        pages[0].Should().NotContain("Opening");
        pages[1].Should().Contain("Opening");
    }

    [Test]
    public void A_heading_goes_with_what_follows()
    {
        var pages = Pages(Sample.Lines(LinesOnPage - 4), new Heading(1, "Heading"), Sample.Words("Body\nof it"));
        pages[0].Should().NotContain("Heading");
        pages[1].Should().Contain("Heading").And.Contain("Body");
    }

    [Test]
    public void A_footnote_stands_on_the_page_of_its_mark()
    {
        for (var lines = LinesOnPage - 6; lines <= LinesOnPage; lines++)
        {
            var pages = Pages(Sample.Lines(lines), Sample.Noted("Marked", "The foot of the matter."));
            var page = pages.Single(text => text.Contains("Marked", StringComparison.Ordinal));
            page.Should().Contain("The foot of the matter.");
        }
    }

    [Test]
    public void A_table_repeats_its_head_on_each_page_as_an_artifact()
    {
        var file = Sample.Bytes(Sample.Of(Sample.Rows(100)));
        using var read = PdfDocument.Open(file);
        var pages = read.GetPages().ToList();
        pages.Count.Should().BeGreaterThan(2);
        foreach (var page in pages.Skip(1))
        {
            Artifacts(page).Should().Contain("T1. Counts (continued)").And.Contain("Topic").And.Contain("Number");
            Tagged(page).Should().NotContain("Number");
        }

        PdfUaAudit.Check(file).Should().BeEmpty();
    }

    [Test]
    public void A_row_is_not_split_when_it_fits_a_page()
    {
        var tall = string.Join('\n', Enumerable.Range(1, 30).Select(i => $"part {i}"));
        var table = Sample.Rows(3) with { Rows = [["A", tall], ["B", tall], ["C", tall]] };
        var pages = Pages(table).Where(text => text.Contains("part 1 ", StringComparison.Ordinal)).ToList();
        pages.Should().HaveCount(3).And.OnlyContain(text => text.Contains("part 30", StringComparison.Ordinal));
    }

    [Test]
    public void Caption_and_head_go_with_the_first_row_also_when_the_second_needs_a_page_of_its_own()
    {
        var tall = string.Join('\n', Enumerable.Range(1, 40).Select(i => $"part {i}"));
        var pages = Pages(Sample.Lines(10), Sample.Rows(2) with { Rows = [["Row A", tall], ["Row B", tall]] });
        pages.Should().HaveCount(3);
        pages[0].Should().NotContain("T1. Counts");
        pages[1].Should().Contain("T1. Counts").And.Contain("Row A");
    }

    [Test]
    public void A_drawing_taller_than_a_page_is_refused()
    {
        var build = () => Sample.Of(Sample.Figure with { Drawing = Sample.Figure.Drawing with { Height = 700 } }).Build();
        build.Should().Throw<InvalidOperationException>().WithMessage("*taller than a page*");
    }

    [Test]
    public void A_row_taller_than_a_page_goes_on_and_loses_nothing()
    {
        var endless = string.Join('\n', Enumerable.Range(1, 150).Select(i => $"part {i};"));
        var document = Sample.Of(Sample.Rows(1) with { Rows = [["A", endless]] });
        var text = string.Concat(Pages(document));
        Enumerable.Range(1, 150).Should().OnlyContain(i => text.Contains($"part {i};"));
        PdfUaAudit.Check(Sample.Bytes(document)).Should().BeEmpty();
    }

    [Test]
    public void The_contents_list_names_the_page_of_each_heading()
    {
        var pages = Pages(new Contents("Contents", 1), new Heading(1, "Alpha"), Sample.Lines(120), new Heading(1, "Omega"), Sample.Words("x"));
        var last = pages.FindIndex(1, text => text.Contains("Omega", StringComparison.Ordinal)) + 1;
        last.Should().BeGreaterThan(3);
        pages[0].Should().Contain("Alpha 2").And.Contain($"Omega {last}");
    }

    [Test]
    public void Each_page_says_which_of_how_many_it_is_outside_of_the_tags()
    {
        using var read = PdfDocument.Open(Sample.Bytes(Sample.Of(Sample.Lines(100))));
        var pages = read.GetPages().ToList();
        for (var i = 0; i < pages.Count; i++)
        {
            Artifacts(pages[i]).Should().Contain($"Page {i + 1} of {pages.Count}");
            Tagged(pages[i]).Should().NotContain("Page");
        }
    }

    [Test]
    public void Nothing_is_painted_outside_the_margins_of_the_text()
    {
        using var read = PdfDocument.Open(Sample.Bytes(Sample.Whole));
        foreach (var letter in read.GetPages().SelectMany(page => page.Letters).Where(letter => letter.Value.Trim().Length > 0))
        {
            letter.BoundingBox.Left.Should().BeGreaterThan(Sheet.Left - 1);
            letter.BoundingBox.Right.Should().BeLessThan(Sheet.Right + 1);
        }
    }

    private static List<string> Pages(params Block[] blocks) => Pages(Sample.Of(blocks));

    private static List<string> Pages(TaggedDocument document)
    {
        using var read = PdfDocument.Open(Sample.Bytes(document));
        return [.. read.GetPages().Select(Tagged)];
    }

    private static string Tagged(Page page) => Text(page, artifacts: false);

    private static string Artifacts(Page page) => Text(page, artifacts: true);

    private static string Text(Page page, bool artifacts) => string.Concat(page.GetMarkedContents()
        .Where(marked => marked.IsArtifact == artifacts)
        .SelectMany(marked => marked.Letters.Select(letter => letter.Value).Append(artifacts ? "\n" : " ")));
}
