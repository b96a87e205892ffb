using Assessment.Pdf.Structure;

namespace Assessment.Pdf.Text;

/// <summary>A footnote: set when its mark is met, painted at the foot of the page on which the mark fell.</summary>
/// <param name="number">Counted through the document from 1.</param>
/// <param name="lines">The text, set to the width of the foot.</param>
internal sealed class Footnote(int number, IReadOnlyList<Line> lines)
{
    public int Number => number;

    public IReadOnlyList<Line> Lines => lines;

    public double Height => lines.Sum(line => line.Leading);

    /// <summary>The place in the tag tree right after the mark; set when the mark is painted.</summary>
    public Tag? Tag { get; set; }

    /// <summary>The clickable mark, which learns its target when the note is painted.</summary>
    public LinkArea? Mark { get; set; }
}
