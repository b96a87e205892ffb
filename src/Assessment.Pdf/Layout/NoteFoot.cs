using Assessment.Pdf.Structure;
using Assessment.Pdf.Text;

namespace Assessment.Pdf.Layout;

/// <summary>The footnotes at the foot of a page: how much room they take and how they are painted.</summary>
internal static class NoteFoot
{
    /// <summary>Room for the number before the text.</summary>
    public const double Indent = 14;

    private const double Above = 14;
    private const double Between = 3;

    public static double Height(IEnumerable<Footnote> notes)
    {
        var height = 0.0;
        foreach (var note in notes) height += note.Height + (height > 0 ? Between : Above);
        return height;
    }

    public static void Paint(Page page, IReadOnlyList<Footnote> notes)
    {
        if (notes.Count == 0) return;
        var top = Sheet.Bottom - Height(notes) + Above;
        page.Dress().Line(Sheet.Left, top - 5, Sheet.Left + 120, top - 5, Palette.Rule, 0.75);
        foreach (var note in notes)
        {
            Paint(page, note, top);
            top += note.Height + Between;
        }
    }

    private static void Paint(Page page, Footnote note, double top)
    {
        var (tag, style) = (note.Tag!, Typography.Footnote);
        note.Mark!.Target = new Destination(page.Index, top);
        page.Tagged(new Tag("Lbl", tag)).Text(Sheet.Left, top + style.Baseline, FormattableString.Invariant($"{note.Number} "), style);
        var painter = new TextPainter(tag);
        foreach (var line in note.Lines)
        {
            painter.Paint(page, line, Sheet.Left + Indent, top);
            top += line.Leading;
        }
    }
}
