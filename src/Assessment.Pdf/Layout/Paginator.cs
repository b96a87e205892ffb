using Assessment.Pdf.Text;

namespace Assessment.Pdf.Layout;

/// <summary>
/// Puts pieces on pages from top to bottom. Pieces that want to stay together move together, unless they would not fit
/// an empty page either; each page keeps room for the footnotes whose marks fall on it.
/// </summary>
internal sealed class Paginator(FontSet fonts)
{
    private readonly List<Page> pages = [];
    private readonly List<Footnote> notes = [];
    private double top = Sheet.Top;
    private bool empty = true;

    public IReadOnlyList<Page> Run(IReadOnlyList<Piece> pieces)
    {
        Turn();
        for (var i = 0; i < pieces.Count;)
        {
            var group = Group(pieces, i);
            PlaceGroup(group);
            i += group.Count;
        }

        NoteFoot.Paint(pages[^1], notes);
        return pages;
    }

    private static List<Piece> Group(IReadOnlyList<Piece> pieces, int from)
    {
        var to = from;
        while (pieces[to].KeepWithNext && to + 1 < pieces.Count && !pieces[to + 1].StartsPage) to++;
        return [.. pieces.Skip(from).Take(to - from + 1)];
    }

    private void PlaceGroup(List<Piece> group)
    {
        if (group[0].StartsPage && !empty) Turn();
        if (!empty && !Fits(group) && FitsEmptyPage(group)) Turn();
        foreach (var piece in group)
        {
            if (!empty && !Fits([piece])) Turn();
            Place(piece);
        }
    }

    private bool Fits(List<Piece> group) =>
        top + Height(group, empty) + NoteFoot.Height(notes.Concat(group.SelectMany(piece => piece.Notes))) <= Sheet.Bottom;

    private static bool FitsEmptyPage(List<Piece> group) =>
        Height(group, true) + NoteFoot.Height(group.SelectMany(piece => piece.Notes)) <= Sheet.TextHeight;

    private static double Height(List<Piece> group, bool atTop) =>
        group.Sum(piece => piece.SpaceBefore + piece.Height)
        + (atTop ? (group[0].Continuation?.Height ?? 0) - group[0].SpaceBefore : 0);

    private void Place(Piece piece)
    {
        if (empty && piece.Continuation is { } continuation)
        {
            continuation.Paint(pages[^1], top);
            top += continuation.Height;
        }

        if (!empty) top += piece.SpaceBefore;
        piece.Paint(pages[^1], top);
        top += piece.Height;
        notes.AddRange(piece.Notes);
        empty = false;
    }

    private void Turn()
    {
        if (pages.Count > 0) NoteFoot.Paint(pages[^1], notes);
        notes.Clear();
        pages.Add(new Page(pages.Count, fonts));
        (top, empty) = (Sheet.Top, true);
    }
}
