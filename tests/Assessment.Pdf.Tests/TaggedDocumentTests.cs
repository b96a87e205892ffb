using Assessment.Pdf.Blocks;
using Assessment.Pdf.Fonts;
using Assessment.Testing;
using UglyToad.PdfPig;

namespace Assessment.Pdf.Tests;

public sealed class TaggedDocumentTests
{
    [Test]
    public void A_document_with_every_block_passes_the_audit() =>
        PdfUaAudit.Check(Sample.Bytes(Sample.Whole)).Should().BeEmpty();

    [Test]
    public void The_same_document_gives_the_same_bytes() =>
        Sample.Bytes(Sample.Whole).Should().Equal(Sample.Bytes(Sample.Whole));

    [Test]
    public void Another_word_gives_another_document_id()
    {
        Id(Sample.Of(Sample.Words("One"))).Should().NotBe(Id(Sample.Of(Sample.Words("Two"))));

        static string Id(TaggedDocument document)
        {
            var text = System.Text.Encoding.Latin1.GetString(Sample.Bytes(document));
            return text[text.IndexOf("/ID [<", StringComparison.Ordinal)..][..38];
        }
    }

    [Test]
    public void Qpdf_finds_nothing_to_mend()
    {
        External.Require("qpdf", "apt-get install qpdf");
        WithFile(path =>
        {
            var (exitCode, output) = External.Run("qpdf", "--check", path);
            exitCode.Should().Be(0, output);
            output.Should().Contain("No syntax or stream encoding errors found");
        });
    }

    [Test]
    public void Pdffonts_sees_every_font_embedded_as_a_subset_with_unicode()
    {
        External.Require("pdffonts", "apt-get install poppler-utils");
        WithFile(path =>
        {
            var rows = External.Run("pdffonts", path).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
            rows.Should().HaveCount(4).And.OnlyContain(row => row.Contains("CID TrueType") && row.Contains("yes yes yes"));
        });
    }

    [Test]
    public void A_character_without_a_glyph_stops_the_document_before_a_byte_is_written()
    {
        using var stream = new MemoryStream();
        var write = () => Sample.Of(Sample.Words("A face: 🙂")).WriteTo(stream);
        write.Should().Throw<MissingGlyphException>().WithMessage("*U+1F642*").Which.CodePoint.Should().Be(0x1F642);
        stream.Length.Should().Be(0);
    }

    [Test]
    public void The_information_dictionary_has_the_given_date_and_title()
    {
        using var read = PdfDocument.Open(Sample.Bytes(Sample.Whole));
        read.Information.CreationDate.Should().Be("D:20261030000000Z");
        read.Information.Title.Should().Be(Sample.Info.Title);
    }

    private static readonly TestCaseData[] BrokenRules =
    [
        new TestCaseData(new Heading(2, "Too deep"), "*level 2*").SetName("A_heading_level_cannot_be_skipped"),
        new TestCaseData(Sample.Words(" "), "*needs text*").SetName("A_paragraph_needs_text"),
        new TestCaseData(new ListBlock(true, []), "*needs an item*").SetName("A_list_needs_an_item"),
        new TestCaseData(Sample.Rows(0), "*columns and rows*").SetName("A_table_needs_rows"),
        new TestCaseData(Sample.Rows(1) with { Rows = [["A", " "]] }, "*blank cell*").SetName("A_table_has_no_blank_cell"),
        new TestCaseData(Sample.Rows(1) with { Rows = [["A"]] }, "*cell for each column*").SetName("A_table_is_regular"),
        new TestCaseData(Sample.Figure with { AltText = "" }, "*alternate text*").SetName("A_figure_needs_alternate_text"),
        new TestCaseData(Sample.Noted("A", " "), "*footnote needs text*").SetName("A_footnote_needs_text"),
    ];

    [TestCaseSource(nameof(BrokenRules))]
    public void A_block_that_breaks_a_rule_is_refused(Block block, string message)
    {
        var build = () => Sample.Of(block).Build();
        build.Should().Throw<ArgumentException>().WithMessage(message);
    }

    [Test]
    public void A_document_without_anything_to_show_is_refused()
    {
        var build = () => Sample.Of(new PageBreak()).Build();
        build.Should().Throw<InvalidOperationException>();
    }

    private static void WithFile(Action<string> use)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, Sample.Bytes(Sample.Whole));
            use(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
