namespace Assessment.Reporting.Charts;

/// <summary>A chart as meaning; laid out to primitives by pure arithmetic and painted by the same code to PDF and SVG.</summary>
public abstract record Chart;

/// <summary>Two values a row joined by a line, such as pre and post by topic.</summary>
/// <param name="AxisTitle">With the unit, such as "Mean score, percent".</param>
/// <param name="AxisMin">Left end of the axis.</param>
/// <param name="AxisMax">Right end of the axis.</param>
/// <param name="FromLabel">Legend of the hollow mark, such as "Pre-test".</param>
/// <param name="ToLabel">Legend of the solid mark, such as "Post-test".</param>
/// <param name="Rows">Top to bottom.</param>
public sealed record DumbbellChart(
    string AxisTitle, double AxisMin, double AxisMax, string FromLabel, string ToLabel, IReadOnlyList<DumbbellRow> Rows) : Chart;

/// <summary>One row of a dumbbell chart; the texts are the printed labels of the two values.</summary>
public sealed record DumbbellRow(string Label, double From, double To, string FromText, string ToText);
