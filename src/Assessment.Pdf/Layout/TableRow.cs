using Assessment.Pdf.Blocks;
using Assessment.Pdf.Fonts;
using Assessment.Pdf.Structure;
using Assessment.Pdf.Text;

namespace Assessment.Pdf.Layout;

/// <summary>One row of a table set to its columns: text left, numbers right.</summary>
internal sealed class TableRow
{
    private readonly IReadOnlyList<TableColumn> columns;
    private readonly IReadOnlyList<double> widths;
    private readonly TextStyle style;

    public TableRow(IReadOnlyList<string> cells, IReadOnlyList<TableColumn> columns, ColumnWidths widths, FontFace face)
    {
        this.columns = columns;
        this.widths = widths.Widths;
        style = Typography.Cell(face, widths.Size);
        Cells = [.. cells.Select((text, c) => LineBreaker.Break([new Span(text, style)], this.widths[c] - 2 * ColumnWidths.Padding))];
    }

    /// <summary>The lines of each cell.</summary>
    public IReadOnlyList<IReadOnlyList<Line>> Cells { get; }

    public int LineCount => Cells.Max(lines => lines.Count);

    public double Leading => style.Leading;

    public double Height => LineCount * Leading;

    /// <summary>Paints cell after cell, as the row is read.</summary>
    public void Paint(IReadOnlyList<Tag> tags, Page page, double top, bool alignBottom)
    {
        for (var c = 0; c < Cells.Count; c++)
        {
            var start = alignBottom ? top + (LineCount - Cells[c].Count) * Leading : top;
            for (var i = 0; i < Cells[c].Count; i++)
                PaintLine(page.Tagged(tags[c]), c, i, start + i * Leading);
        }
    }

    /// <summary>Paints one line of every cell, for a row that is taller than a page.</summary>
    public void PaintLine(IReadOnlyList<Tag> tags, Page page, int line, double top)
    {
        for (var c = 0; c < Cells.Count; c++)
        {
            if (line < Cells[c].Count) PaintLine(page.Tagged(tags[c]), c, line, top);
        }
    }

    /// <summary>Paints the row as an artifact, for a head that is repeated.</summary>
    public void PaintRepeat(Page page, double top)
    {
        for (var c = 0; c < Cells.Count; c++)
        {
            for (var i = 0; i < Cells[c].Count; i++)
                PaintLine(page.Dress(Artifact.Repeat), c, i, top + (LineCount - Cells[c].Count + i) * Leading);
        }
    }

    private void PaintLine(ContentWriter content, int column, int index, double top)
    {
        var line = Cells[column][index];
        var left = Sheet.Left + widths.Take(column).Sum() + ColumnWidths.Padding;
        if (columns[column].Numeric) left += widths[column] - 2 * ColumnWidths.Padding - line.Width;
        content.Text(left, top + style.Baseline, line.Text, style);
    }
}
