using Assessment.Pdf.Structure;
using Assessment.Pdf.Text;

namespace Assessment.Pdf.Layout;

/// <summary>
/// Paints the lines of one text for one tag. Links and footnote marks become tags of their own inside it,
/// in the order in which they are painted; a link that runs over a line or page end stays one tag.
/// </summary>
internal sealed class TextPainter(Tag owner)
{
    private readonly Dictionary<Span, Tag> links = new(ReferenceEqualityComparer.Instance);

    public void Paint(Page page, Line line, double x, double top)
    {
        foreach (var fragment in line.Fragments)
        {
            var (span, style) = (fragment.Span, fragment.Span.Style);
            var tag = span.Note is { } note ? NoteMark(note) : span.Link is null ? owner : LinkTag(span);
            page.Tagged(tag).Text(x + fragment.X, top + style.Baseline, fragment.Text, style);
            if (span.Note is not null || span.Link is not null) AddArea(page, fragment, tag, x, top);
        }
    }

    private Tag LinkTag(Span span)
    {
        if (!links.TryGetValue(span, out var tag)) links[span] = tag = new Tag("Link", owner);
        return tag;
    }

    /// <summary>The mark is a reference that links; the note itself follows it in reading order.</summary>
    private Tag NoteMark(Footnote note)
    {
        var link = new Tag("Link", new Tag("Reference", owner));
        note.Tag = new Tag("Note", owner) { Id = FormattableString.Invariant($"note-{note.Number}") };
        return link;
    }

    private static void AddArea(Page page, Fragment fragment, Tag tag, double x, double top)
    {
        var (span, style) = (fragment.Span, fragment.Span.Style);
        var width = style.Width(fragment.Text.AsSpan().TrimEnd());
        var box = new Rectangle(x + fragment.X, top + style.Baseline - style.Rise - style.Size * 0.8, width, style.Size * 1.1);
        var description = span.Note is { } footnote
            ? FormattableString.Invariant($"Footnote {footnote.Number}")
            : $"{span.Text.Trim()} ({span.Link})";
        var area = new LinkArea(page.Index, box, description) { Address = span.Link };
        if (span.Note is not null) span.Note.Mark = area;
        else page.Dress().Line(box.Left, top + style.Baseline + 1.4, box.Left + width, top + style.Baseline + 1.4, style.Colour, 0.5);
        tag.Add(new TagChild.Annotation(area));
        page.Links.Add(area);
    }
}
