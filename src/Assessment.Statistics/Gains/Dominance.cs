using Assessment.Statistics.Distributions;

namespace Assessment.Statistics.Gains;

/// <summary>
/// Cliff's delta with its unbiased variance, floored at (1 − δ²)/(mn − 1) (Cliff 1996, equations 5.3 and 5.6), from two
/// sorted groups by counting instead of the m × n table.
/// </summary>
internal sealed record Dominance(double Delta, double? Variance, int N)
{
    public static Dominance Of(double[] x, double[] y)
    {
        double m = x.Length, n = y.Length;
        double[] rows = [.. x.Select(v => (Below(y, v) - Above(y, v)) / n)], columns = [.. y.Select(v => (Above(x, v) - Below(x, v)) / m)];
        var delta = rows.Sum() / m;
        if (m < 2 || n < 2) return new(delta, null, x.Length + y.Length);
        var unequal = x.Sum(v => (double)(Below(y, v) + Above(y, v)));
        var variance = ((n * n * rows.Sum(d => (d - delta) * (d - delta))) + (m * m * columns.Sum(d => (d - delta) * (d - delta)))
            - (unequal - (m * n * delta * delta))) / (m * n * (m - 1) * (n - 1));
        return new(delta, Math.Max(variance, (1 - (delta * delta)) / ((m * n) - 1)), x.Length + y.Length);
    }

    public Estimate Estimate(double level)
    {
        if (Variance is not { } variance || Math.Abs(Delta) >= 1) return EstimatorCatalog.CliffsDelta.Of(Delta, N, "people");
        double z = Normal.Critical(level), rest = 1 - (Delta * Delta);
        double center = Delta - (Delta * Delta * Delta), half = z * Math.Sqrt(variance) * Math.Sqrt((rest * rest) + (z * z * variance)), scale = rest + (z * z * variance);
        return EstimatorCatalog.CliffsDelta.Of(Delta, N, "people", new((center - half) / scale, (center + half) / scale, level, "Cliff asymmetric"), Math.Sqrt(variance));
    }

    private static int Below(double[] sorted, double value)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < value) low = middle + 1; else high = middle;
        }

        return low;
    }

    private static int Above(double[] sorted, double value)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] <= value) low = middle + 1; else high = middle;
        }

        return sorted.Length - low;
    }
}
