using Assessment.Pdf.Blocks;
using Assessment.Pdf.Structure;
using Assessment.Pdf.Text;

namespace Assessment.Pdf.Layout;

/// <summary>Boxed remarks: a tinted ground with a bar at its left, painted strip by strip so that a long one can break.</summary>
internal static class CalloutLayout
{
    private const double Padding = 11;
    private const double Inset = 18;
    private const double Between = 5;

    // Neighbouring strips overlap a little, or viewers show a hairline between them.
    private const double Overlap = 0.4;

    public static IEnumerable<Piece> Pieces(Callout callout, Draft draft)
    {
        var group = new Tag("Div", draft.Root);
        var lines = new List<(Line Line, TextPainter Painter, double Above)>();
        AddText([new Span(callout.Title, Typography.CalloutTitle)], Padding);
        foreach (var paragraph in callout.Paragraphs) AddText(draft.Spans(paragraph.Runs, Typography.Body), Between);
        var height = lines.Sum(line => line.Line.Leading + line.Above) + Padding;
        var whole = height <= Sheet.TextHeight / 2;
        return lines.Select((line, i) => Strip(line, i == lines.Count - 1) with
        {
            SpaceBefore = i == 0 ? 12 : 0,
            KeepWithNext = i < lines.Count - 1 && (whole || i == 0),
        });

        void AddText(IReadOnlyList<Span> spans, double above)
        {
            var painter = new TextPainter(new Tag("P", group));
            var broken = LineBreaker.Break(spans, Sheet.TextWidth - 2 * Inset);
            if (broken.Count == 0) throw new ArgumentException("A boxed remark needs text.", nameof(callout));
            lines.AddRange(broken.Select((line, i) => (line, painter, i == 0 ? above : 0)));
        }
    }

    private static Piece Strip((Line Line, TextPainter Painter, double Above) text, bool last)
    {
        var height = text.Above + text.Line.Leading + (last ? Padding + 8 : 0);
        return new Piece(height, (page, top) =>
        {
            var ground = height - (last ? 8 : -Overlap);
            page.Dress().Rectangle(new Rectangle(Sheet.Left, top, Sheet.TextWidth, ground), Palette.Tint);
            page.Dress().Rectangle(new Rectangle(Sheet.Left, top, 3, ground), Palette.Accent);
            text.Painter.Paint(page, text.Line, Sheet.Left + Inset, top + text.Above);
        })
        { Notes = [.. text.Line.Notes] };
    }
}
