using Assessment.Pdf.Blocks;
using Assessment.Pdf.Objects;
using Assessment.Pdf.Structure;

namespace Assessment.Pdf.Tests.Structure;

/// <summary>The tag tree is what a screen reader reads; each kind of block has the tree that ISO 32000-1, 14.8.4 asks for.</summary>
public sealed class TagTreeTests
{
    [Test]
    public void Headings_paragraphs_and_links() => Tree(
            new Heading(1, "A"),
            new Paragraph([new Run("See "), new Run("this", Link: new Uri("https://example.org/")), new Run(" now.")]))
        .Should().Be("Document(H1(*) P(* Link(* @) *))");

    [Test]
    public void A_note_follows_its_mark_although_it_is_painted_at_the_foot() =>
        Tree(Sample.Noted("Said", "Why.")).Should().Be("Document(P(* Reference(Link(* @)) Note#note-1(Lbl(*) *) *))");

    [Test]
    public void Lists_have_labels_and_bodies() =>
        Tree(new ListBlock(true, [Sample.Words("A"), Sample.Words("B")]))
            .Should().Be("Document(L(LI(Lbl(*) LBody(*)) LI(Lbl(*) LBody(*))))");

    [Test]
    public void Tables_have_one_head_and_row_headers() => Tree(Sample.Rows(2, "Source: x.")).Should().Be(
        "Document(Table(Caption(*) THead(TR(TH[Column](*) TH[Column](*))) TBody(TR(TH[Row](*) TD(*)) TR(TH[Row](*) TD(*)))) P(*))");

    [Test]
    public void A_table_over_many_pages_still_has_one_head()
    {
        var tree = Tree(Sample.Rows(200));
        tree.Split("THead").Should().HaveCount(2);
        tree.Split("TR(").Should().HaveCount(202);
    }

    [Test]
    public void Figures_stand_between_caption_and_remarks() =>
        Tree(Sample.Figure).Should().Be("Document(Div(Caption(*) Figure(*) P(*)))");

    [Test]
    public void A_table_without_rows_is_read_as_sentences() =>
        Tree(new EmptyTable("T1. X", "None.", ["Source: y."])).Should().Be("Document(P(*) P(*) P(*))");

    [Test]
    public void Callouts_are_one_group_of_paragraphs() =>
        Tree(new Callout("Mind", [Sample.Words("This.")])).Should().Be("Document(Div(P(*) P(*)))");

    [Test]
    public void Contents_nest_as_the_headings_do() => Tree(
            new Contents("Contents", 2), new Heading(1, "A"), new Heading(2, "B"), new Heading(3, "C"), new Heading(1, "D"), Sample.Words("x"))
        .Should().Be("Document(H1(*) TOC(TOCI(Reference(Link(* @))) TOC(TOCI(Reference(Link(* @)))) TOCI(Reference(Link(* @))))"
            + " H1(*) H2(*) H3(*) H1(*) P(*))");

    [Test]
    public void A_paragraph_over_two_pages_is_one_paragraph() =>
        Tree(Sample.Lines(60)).Should().Be("Document(P(* *))");

    private static string Tree(params Block[] blocks)
    {
        Sample.Of(blocks).Build(out var draft);
        return Print(draft.Root);
    }

    /// <summary>Content is *, an annotation @, a scope [..], an id #...</summary>
    private static string Print(Tag tag)
    {
        var scope = tag.Attributes?["Scope"] is PdfName name ? $"[{name.Text}]" : "";
        return $"{tag.Type}{scope}{(tag.Id is null ? "" : $"#{tag.Id}")}({string.Join(' ', tag.Children.Select(Print))})";
    }

    private static string Print(TagChild child) => child switch
    {
        TagChild.Element element => Print(element.Tag),
        TagChild.Content => "*",
        _ => "@",
    };
}
