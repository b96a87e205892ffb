using Assessment.Pdf.Blocks;
using Assessment.Pdf.Fonts;
using Assessment.Pdf.Text;

namespace Assessment.Pdf.Layout;

/// <summary>
/// Shares the width of the page among the columns of a table by weight, but gives each at least its widest word, at the
/// largest type size that allows it. Only when no size does are words cut.
/// </summary>
internal sealed record ColumnWidths(double Size, IReadOnlyList<double> Widths)
{
    /// <summary>Room left and right of the text in a cell, points.</summary>
    public const double Padding = 4;

    public static ColumnWidths Of(Table table)
    {
        foreach (var size in Typography.CellSizes)
        {
            var least = Least(table, size);
            if (least.Sum() <= Sheet.TextWidth) return new ColumnWidths(size, Share(table.Columns, least));
        }

        var smallest = Typography.CellSizes[^1];
        var wanted = Least(table, smallest);
        return new ColumnWidths(smallest, [.. wanted.Select(width => width * Sheet.TextWidth / wanted.Sum())]);
    }

    private static double[] Least(Table table, double size)
    {
        var (head, body) = (Typography.Cell(FontFace.SemiBold, size), Typography.Cell(FontFace.Regular, size));
        return [.. table.Columns.Select((column, c) => 2 * Padding + 0.01 + table.Rows
            .Select(row => Widest(row[c], body)).Append(Widest(column.Head, head)).Max())];
    }

    private static double Widest(string text, TextStyle style) => LineBreaker.WidestWord([new Span(text, style)]);

    /// <summary>Columns whose share would be too narrow get their least width; the others share what is left.</summary>
    private static double[] Share(IReadOnlyList<TableColumn> columns, double[] least)
    {
        var widths = new double[columns.Count];
        var free = Enumerable.Range(0, columns.Count).ToHashSet();
        var left = Sheet.TextWidth;
        while (free.Count > 0)
        {
            var weight = free.Sum(c => columns[c].Weight);
            var tight = free.Where(c => left * columns[c].Weight / weight < least[c]).ToList();
            var settled = tight.Count > 0 ? tight : [.. free];
            foreach (var c in settled) widths[c] = tight.Count > 0 ? least[c] : left * columns[c].Weight / weight;
            free.ExceptWith(settled);
            left = Sheet.TextWidth - widths.Sum();
        }

        return widths;
    }
}
