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

        // Narrow columns keep their widest word; the wide ones are all cut to the same width.
        var smallest = Typography.CellSizes[^1];
        var wanted = Extent(table, smallest, LineBreaker.WidestWord);
        return new ColumnWidths(smallest, Fill(limit => [.. wanted.Select(width => Math.Min(width, limit))], Sheet.TextWidth));
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

    /// <summary>Widths in proportion to the weights, but none below its least or above its most.</summary>
    private static double[] Share(IReadOnlyList<TableColumn> columns, double[] least, double[] most) => Fill(
        unit => [.. columns.Select((column, c) => Math.Clamp(unit * column.Weight, least[c], Math.Max(least[c], most[c])))],
        Sheet.TextWidth / columns.Min(column => column.Weight));

    /// <summary>Finds by bisection the parameter, from 0 to <paramref name="high"/>, at which widths that grow with it fill the page.</summary>
    private static double[] Fill(Func<double, double[]> widths, double high)
    {
        var low = 0.0;
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            if (widths(middle).Sum() < Sheet.TextWidth) low = middle;
            else high = middle;
        }

        return widths(low);
    }
}
