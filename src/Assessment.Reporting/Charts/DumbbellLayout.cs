using System.Globalization;

namespace Assessment.Reporting.Charts;

/// <summary>
/// Row labels at the left, one band a row, the value texts outside of the two marks. The plot keeps room for the widest
/// value text at both its sides, so no text can meet another, wherever the marks stand.
/// </summary>
internal sealed class DumbbellLayout
{
    private const double LineHeight = 12;
    private const double Baseline = 3.2;
    private const double LegendHeight = 22;
    private const double RowGap = 12;
    private const double Gap = 8;
    private const double HollowRadius = 5.2;

    // Smaller than the hollow mark, so that both show when the values are equal.
    private const double SolidRadius = 3;
    private const double LargestLabelShare = 0.36;

    private readonly DumbbellChart chart;
    private readonly double width;
    private readonly Func<string, double> measure;
    private readonly IReadOnlyList<IReadOnlyList<string>> labels;
    private readonly double left;
    private readonly double right;
    private readonly List<ChartShape> shapes = [];

    public DumbbellLayout(DumbbellChart chart, double width, Func<string, double> measure)
    {
        (this.chart, this.width, this.measure) = (chart, width, measure);
        Check();
        labels = [.. chart.Rows.Select(row => Wrap(row.Label, width * LargestLabelShare))];
        var label = labels.SelectMany(lines => lines).Max(measure);
        var value = chart.Rows.SelectMany(row => new[] { row.FromText, row.ToText }).Max(measure);
        left = label + 2 * Gap + value;
        right = width - value - Gap;
        if (right - left < value) throw new ArgumentException("The chart is too narrow for its labels.", nameof(width));
    }

    public ChartDrawing Draw()
    {
        var heights = labels.Select(lines => lines.Count * LineHeight + RowGap).ToList();
        var bottom = LegendHeight + heights.Sum();
        Legend();
        Grid(bottom);
        var top = LegendHeight;
        for (var i = 0; i < chart.Rows.Count; i++)
        {
            Row(chart.Rows[i], labels[i], top + heights[i] / 2);
            top += heights[i];
        }

        return new ChartDrawing(width, bottom + 2 * LineHeight + 10, shapes);
    }

    private void Check()
    {
        if (chart.Rows.Count == 0) throw new ArgumentException("A chart needs a row.", nameof(chart));
        if (!(chart.AxisMin < chart.AxisMax)) throw new ArgumentException("An axis goes from less to more.", nameof(chart));
        foreach (var value in chart.Rows.SelectMany(row => new[] { row.From, row.To }))
        {
            if (!(value >= chart.AxisMin && value <= chart.AxisMax))
                throw new ArgumentException("Every value of a chart is a number on its axis.", nameof(chart));
        }
    }

    private double X(double value) => left + (right - left) * (value - chart.AxisMin) / (chart.AxisMax - chart.AxisMin);

    private void Legend()
    {
        var (y, x) = (LegendHeight / 2 - 2, left);
        foreach (var (text, hollow) in new[] { (chart.FromLabel, true), (chart.ToLabel, false) })
        {
            Mark(x + HollowRadius, y, hollow);
            shapes.Add(new ChartText(x + 2 * HollowRadius + 5, y + Baseline, text, Anchor.Start, Ink.Text));
            x += 2 * HollowRadius + 5 + measure(text) + 3 * Gap;
        }
    }

    private void Grid(double bottom)
    {
        foreach (var tick in Axis.Ticks(chart.AxisMin, chart.AxisMax))
        {
            shapes.Add(new ChartLine(X(tick), LegendHeight, X(tick), bottom, Ink.Grid, 0.5));
            var text = tick.ToString("0.##########", CultureInfo.InvariantCulture);
            shapes.Add(new ChartText(X(tick), bottom + LineHeight, text, Anchor.Middle, Ink.Muted));
        }

        shapes.Add(new ChartLine(left, bottom, right, bottom, Ink.Muted, 0.75));
        shapes.Add(new ChartText((left + right) / 2, bottom + 2 * LineHeight + 3, chart.AxisTitle, Anchor.Middle, Ink.Muted));
    }

    private void Row(DumbbellRow row, IReadOnlyList<string> label, double y)
    {
        var first = y - (label.Count - 1) * LineHeight / 2 + Baseline;
        for (var i = 0; i < label.Count; i++)
            shapes.Add(new ChartText(0, first + i * LineHeight, label[i], Anchor.Start, Ink.Text));
        var (from, to) = (X(row.From), X(row.To));
        if (from != to) shapes.Add(new ChartLine(from, y, to, y, Ink.Accent, 2));
        Mark(from, y, hollow: true);
        Mark(to, y, hollow: false);
        var rises = row.To >= row.From;
        Value(rises ? row.FromText : row.ToText, Math.Min(from, to) - Gap, y, Anchor.End);
        Value(rises ? row.ToText : row.FromText, Math.Max(from, to) + Gap, y, Anchor.Start);
    }

    private void Mark(double x, double y, bool hollow) =>
        shapes.Add(new ChartMark(x, y, hollow ? HollowRadius : SolidRadius, hollow));

    private void Value(string text, double x, double y, Anchor anchor) =>
        shapes.Add(new ChartText(x, y + Baseline, text, anchor, Ink.Text));

    /// <summary>Greedy lines of whole words; a single word that is too wide stays whole and is refused by the room check.</summary>
    private List<string> Wrap(string text, double limit)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && measure($"{lines[^1]} {word}") <= limit) lines[^1] += $" {word}";
            else lines.Add(word);
        }

        return lines.Count > 0 ? lines : throw new ArgumentException("A row of a chart needs a label.", nameof(text));
    }
}
