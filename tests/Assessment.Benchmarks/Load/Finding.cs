using System.Globalization;
using System.Text.Json;

namespace Assessment.Benchmarks.Load;

/// <summary>What one load came to: named figures, units in their names.</summary>
internal sealed record Finding(string What, IReadOnlyList<(string Name, double Value)> Figures)
{
    /// <summary>Rate, times and cost of a load; <paramref name="more"/> comes first.</summary>
    public static Finding Of(string what, LoadResult result, params (string, double)[] more) => new(what,
    [
        .. more,
        ("requests", result.Load.Requests),
        ("per second", result.Load.Rate),
        ("p50 ms", result.Load.Percentile(0.50)),
        ("p99 ms", result.Load.Percentile(0.99)),
        ("longest ms", result.Load.Percentile(1)),
        ("processor µs", result.Processor.TotalMicroseconds / result.Load.Requests),
        ("KiB allocated", result.Allocated / 1024.0 / result.Load.Requests),
    ]);

    /// <summary>Times alone.</summary>
    public static Finding Of(string what, Stretch load) => new(what,
    [
        ("requests", load.Requests),
        ("p50 ms", load.Percentile(0.50)),
        ("p99 ms", load.Percentile(0.99)),
        ("longest ms", load.Percentile(1)),
    ]);

    public string Line => $"{What}: {string.Join(", ", Figures.Select(figure => $"{figure.Name} {Rounded(figure.Value)}"))}";

    public static string Json(IEnumerable<Finding> findings) => JsonSerializer.Serialize(
        findings.Select(finding => new { what = finding.What, figures = finding.Figures.ToDictionary(figure => figure.Name, figure => figure.Value) }));

    private static string Rounded(double value) =>
        value.ToString(Math.Abs(value) switch { >= 100 => "0", >= 10 => "0.0", >= 1 => "0.00", _ => "0.000" }, CultureInfo.InvariantCulture);
}
