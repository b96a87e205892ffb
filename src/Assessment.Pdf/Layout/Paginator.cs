using Assessment.Pdf.Text;

namespace Assessment.Pdf.Layout;

/// <summary>
/// Puts pieces on pages from top to bottom. Pieces that want to stay together move together, as many as fit
/// an empty page; each page keeps room for the footnotes whose marks fall on it.
/// </summary>
internal sealed class Paginator(FontSet fonts)
{
    // Sums of heights carry rounding noise.
    private const double Hair = 1e-6;

    private readonly List<Page> pages = [];
    private readonly List<Footnote> notes = [];
    private double top = Sheet.Top;
    private bool empty = true;

    /// <exception cref="InvalidOperationException">A piece is taller than a page.</exception>
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

    /// <summary>The pieces from here that stay together, as far as an empty page holds them.</summary>
    private static List<Piece> Group(IReadOnlyList<Piece> pieces, int from)
    {
        var group = new List<Piece> { pieces[from] };
        for (var next = from + 1; next < pieces.Count && group[^1].KeepWithNext && !pieces[next].StartsPage; next++)
        {
            group.Add(pieces[next]);
            if (FitsEmptyPage(group)) continue;
            group.RemoveAt(group.Count - 1);
            break;
        }

        return group;
    }

    private void PlaceGroup(List<Piece> group)
    {
        if (group[0].StartsPage && !empty) Turn();
        if (!empty && !Fits(group)) Turn();
        if (!Fits(group)) throw new InvalidOperationException("A line, table row or drawing is taller than a page.");
        foreach (var piece in group) Place(piece);
    }

    private bool Fits(List<Piece> group) =>
        top + Height(group, empty) + NoteFoot.Height(notes.Concat(group.SelectMany(piece => piece.Notes))) <= Sheet.Bottom + Hair;

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
