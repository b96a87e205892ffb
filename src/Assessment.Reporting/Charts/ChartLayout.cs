namespace Assessment.Reporting.Charts;

/// <summary>Lays charts out to shapes by arithmetic alone, so that every painter shows the same chart.</summary>
public static class ChartLayout
{
    /// <summary>Type size of all text in a chart, points.</summary>
    public const double TextSize = 9;

    /// <summary>Lays out a chart.</summary>
    /// <param name="chart">The chart as meaning.</param>
    /// <param name="width">Width to fill, points.</param>
    /// <param name="measure">Width in points of a text set at <see cref="TextSize"/>.</param>
    /// <exception cref="ArgumentException">A value is no number or outside the axis, or there is no row.</exception>
    public static ChartDrawing Of(Chart chart, double width, Func<string, double> measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return chart switch
        {
            DumbbellChart dumbbell => new DumbbellLayout(dumbbell, width, measure).Draw(),
            _ => throw new ArgumentException($"No layout for {chart?.GetType().Name ?? "null"}.", nameof(chart)),
        };
    }
}
