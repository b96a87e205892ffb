using Assessment.Pdf.Structure;
using Assessment.Pdf.Text;

namespace Assessment.Pdf.Layout;

/// <summary>Where and how a text stands in the column.</summary>
/// <param name="SpaceBefore">Room above the first line, points.</param>
/// <param name="Indent">Room to the left, points.</param>
internal sealed record TextPlace(double SpaceBefore, double Indent = 0)
{
    /// <summary>True keeps the whole text on the page of what follows.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>Room above the first line that stays at the top of a page too.</summary>
    public double RoomInside { get; init; }
}

/// <summary>Cuts a text into one piece a line, with neither its first nor its last line alone on a page.</summary>
internal static class TextPieces
{
    /// <exception cref="ArgumentException">The text is empty: a tag without content would be read as a gap.</exception>
    public static IReadOnlyList<Piece> Make(IReadOnlyList<Span> spans, Tag tag, TextPlace place)
    {
        var lines = LineBreaker.Break(spans, Sheet.TextWidth - place.Indent);
        if (lines.Count == 0) throw new ArgumentException($"A {tag.Type} needs text.", nameof(spans));
        var painter = new TextPainter(tag);
        return [.. lines.Select((line, i) => Make(line, i, lines.Count, painter, place))];
    }

    private static Piece Make(Line line, int index, int count, TextPainter painter, TextPlace place)
    {
        var room = index == 0 ? place.RoomInside : 0;
        return new Piece(room + line.Leading, (page, top) => painter.Paint(page, line, Sheet.Left + place.Indent, top + room))
        {
            SpaceBefore = index == 0 ? place.SpaceBefore : 0,
            KeepWithNext = place.KeepWithNext || index < count - 1 && (index == 0 || index == count - 2),
            Notes = [.. line.Notes],
        };
    }
}
