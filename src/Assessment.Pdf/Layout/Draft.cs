using Assessment.Pdf.Blocks;
using Assessment.Pdf.Structure;
using Assessment.Pdf.Text;

namespace Assessment.Pdf.Layout;

/// <summary>Where a heading came to stand.</summary>
internal sealed record HeadingPlace(Heading Heading, Destination Destination);

/// <summary>What grows while a document is laid out: the tag tree, the footnote count, and the places of headings.</summary>
internal sealed class Draft
{
    private int notes;

    public Tag Root { get; } = new("Document");

    public FontSet Fonts { get; } = new();

    /// <summary>In reading order; complete after pagination.</summary>
    public List<HeadingPlace> Headings { get; } = [];

    /// <summary>Turns runs into spans; a footnote is numbered here, so runs must come in reading order.</summary>
    public IReadOnlyList<Span> Spans(IReadOnlyList<Run> runs, TextStyle style)
    {
        var spans = new List<Span>(runs.Count);
        foreach (var run in runs)
        {
            var set = Typography.With(style, run.Emphasis);
            spans.Add(new Span(run.Text, run.Link is null ? set : set with { Colour = Palette.Accent }, run.Link));
            if (run.Footnote is not null) spans.Add(Mark(run.Footnote, style));
        }

        return spans;
    }

    private Span Mark(string text, TextStyle style)
    {
        var lines = LineBreaker.Break([new Span(text, Typography.Footnote)], Sheet.TextWidth - NoteFoot.Indent);
        if (lines.Count == 0) throw new ArgumentException("A footnote needs text.", nameof(text));
        var note = new Footnote(++notes, lines);
        if (note.Height > Sheet.TextHeight / 2) throw new ArgumentException("A footnote may fill half a page at most.", nameof(text));
        return new Span(FormattableString.Invariant($"{note.Number}"), Typography.Mark(style), Note: note);
    }
}
