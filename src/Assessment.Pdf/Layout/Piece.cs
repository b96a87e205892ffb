using Assessment.Pdf.Text;

namespace Assessment.Pdf.Layout;

/// <summary>
/// A strip of the text column that is never split: a line, a table row, a drawing. Blocks are cut into pieces,
/// the paginator puts pieces on pages.
/// </summary>
/// <param name="Height">Points.</param>
/// <param name="Paint">Paints the piece on a page, given its top edge.</param>
internal sealed record Piece(double Height, Action<Page, double> Paint)
{
    /// <summary>Room above, dropped at the top of a page.</summary>
    public double SpaceBefore { get; init; }

    /// <summary>True when the next piece should stand on the same page.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>Footnotes whose marks are in the piece; they take their room at the foot of its page.</summary>
    public IReadOnlyList<Footnote> Notes { get; init; } = [];

    /// <summary>Painted first when a page starts with this piece, such as the repeated head of a table.</summary>
    public Piece? Continuation { get; init; }

    /// <summary>True when the piece stands on a fresh page.</summary>
    public bool StartsPage { get; init; }
}
