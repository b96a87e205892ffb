using Assessment.Pdf.Blocks;
using Assessment.Pdf.Fonts;
using Assessment.Pdf.Text;

namespace Assessment.Pdf.Layout;

/// <summary>
/// Shares the width of the page among the columns of a table by weight, but gives each at least its widest word, at the
/// largest type size that allows it, and no column of numbers more than it fills. Only when no size does are words cut.
/// </summary>
internal sealed record ColumnWidths(double Size, IReadOnlyList<double> Widths)
{
    /// <summary>Room left and right of the text in a cell, points.</summary>
    public const double Padding = 4;

    public static ColumnWidths Of(Table table)
    {
        foreach (var size in Typography.CellSizes)
        {
            var least = Extent(table, size, LineBreaker.WidestWord);
            if (least.Sum() <= Sheet.TextWidth) return new ColumnWidths(size, Share(table.Columns, least, Most(table, size)));
        }

        var smallest = Typography.CellSizes[^1];
        var wanted = Extent(table, smallest, LineBreaker.WidestWord);
        return new ColumnWidths(smallest, [.. wanted.Select(width => width * Sheet.TextWidth / wanted.Sum())]);
    }

    /// <summary>Columns of numbers stop growing when every number is on one line; columns of text take what is left.</summary>
    private static double[] Most(Table table, double size)
    {
        var numbersOnly = table.Columns.All(column => column.Numeric);
        var oneLine = Extent(table, size, spans => LineBreaker.Break(spans, double.MaxValue).Max(line => line.Width));
        return [.. table.Columns.Select((column, c) => column.Numeric && !numbersOnly ? oneLine[c] + 2 * Padding : double.PositiveInfinity)];
    }

    /// <summary>Widths of columns by a measure of their cells; heads may always break between words.</summary>
    private static double[] Extent(Table table, double size, Func<IReadOnlyList<Span>, double> cellWidth)
    {
        var (head, body) = (Typography.Cell(FontFace.SemiBold, size), Typography.Cell(FontFace.Regular, size));
        return [.. table.Columns.Select((column, c) => 2 * Padding + 0.01 + table.Rows
            .Select(row => cellWidth([new Span(row[c], body)])).Append(LineBreaker.WidestWord([new Span(column.Head, head)])).Max())];
    }

    /// <summary>
    /// Columns whose share would be too narrow are settled at their least width, then those whose share would be too wide
    /// at their most; the others share what is left.
    /// </summary>
    private static double[] Share(IReadOnlyList<TableColumn> columns, double[] least, double[] most)
    {
        var widths = new double[columns.Count];
        var free = Enumerable.Range(0, columns.Count).ToHashSet();
        while (free.Count > 0)
        {
            var left = Sheet.TextWidth - widths.Sum();
            var weight = free.Sum(c => columns[c].Weight);
            var shares = free.ToDictionary(c => c, c => left * columns[c].Weight / weight);
            var settled = free.Where(c => shares[c] < least[c]).ToDictionary(c => c, c => least[c]);
            if (settled.Count == 0) settled = free.Where(c => shares[c] > most[c]).ToDictionary(c => c, c => most[c]);
            if (settled.Count == 0) settled = shares;
            foreach (var (c, width) in settled) widths[c] = width;
            free.ExceptWith(settled.Keys);
        }

        return widths;
    }
}
