using Assessment.Statistics.Distributions;
using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Descriptive;

/// <summary>
/// Where scores lie and how they spread. Null where not estimable: standard deviation from 2 values, skewness from 3,
/// kurtosis from 4, both only when the values vary. Units are those of the values.
/// </summary>
public sealed record Descriptives
{
    /// <summary>Number of values.</summary>
    public required int N { get; init; }

    /// <summary>Mean with t interval on n − 1 df; not estimable from fewer than two values.</summary>
    public required Estimation Mean { get; init; }

    /// <summary>Arithmetic mean; null of nothing.</summary>
    public double? Average { get; init; }

    /// <summary>Standard deviation, divisor n − 1.</summary>
    public double? Sd { get; init; }

    /// <summary>Variance, divisor n − 1.</summary>
    public double? Variance { get; init; }

    /// <summary>Standard error of the mean, sd/√n.</summary>
    public double? StandardError { get; init; }

    /// <summary>Smallest value.</summary>
    public double? Min { get; init; }

    /// <summary>First quartile (type 7 of Hyndman and Fan 1996, R's default).</summary>
    public double? FirstQuartile { get; init; }

    /// <summary>Median.</summary>
    public double? Median { get; init; }

    /// <summary>Third quartile (type 7).</summary>
    public double? ThirdQuartile { get; init; }

    /// <summary>Largest value.</summary>
    public double? Max { get; init; }

    /// <summary>Adjusted skewness G1 (Joanes and Gill 1998, type 2, as SAS and SPSS).</summary>
    public double? Skewness { get; init; }

    /// <summary>Adjusted excess kurtosis G2 (Joanes and Gill 1998, type 2); 0 for a normal distribution.</summary>
    public double? Kurtosis { get; init; }

    /// <summary>
    /// Describes values. Equals R's <c>mean</c>, <c>sd</c>, <c>quantile(type = 7)</c>, <c>e1071::skewness(type = 2)</c>,
    /// <c>e1071::kurtosis(type = 2)</c> and <c>t.test(x)$conf.int</c>.
    /// </summary>
    /// <param name="values">Finite values in any order; may be empty.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static Descriptives Of(ReadOnlySpan<double> values, double level = 0.95)
    {
        Require.Level(level);
        Require.Finite(values);
        if (values.IsEmpty) return new() { N = 0, Mean = EstimatorCatalog.Mean.No("n = 0", 0) };
        var sorted = ValueCounts.Of(values);
        var n = values.Length;
        var mean = sorted.Mean();
        var variance = Elementary.OrNull(sorted.Variance());
        var sd = variance is { } v ? Math.Sqrt(v) : (double?)null;
        return new()
        {
            N = n,
            Mean = MeanOf(mean, sd / Math.Sqrt(n), n, level),
            Average = mean,
            Sd = sd,
            Variance = variance,
            StandardError = sd / Math.Sqrt(n),
            Min = sorted.Values[0],
            FirstQuartile = Quantile(sorted, 0.25),
            Median = Quantile(sorted, 0.5),
            ThirdQuartile = Quantile(sorted, 0.75),
            Max = sorted.Values[^1],
            Skewness = SkewnessOf(sorted),
            Kurtosis = KurtosisOf(sorted),
        };
    }

    // Type 7 (Hyndman and Fan 1996): linear between order statistics at (n − 1)p.
    private static double Quantile(ValueCounts sorted, double p)
    {
        var position = (sorted.N - 1) * p;
        var below = (long)Math.Floor(position + 1e-12);
        var part = Math.Max(0, position - below);
        var value = sorted.At(below);
        return below + 1 >= sorted.N ? value : value + (part * (sorted.At(below + 1) - value));
    }

    private static Estimation MeanOf(double mean, double? standardError, int n, double level)
    {
        if (standardError is not { } se) return EstimatorCatalog.Mean.No("n = 1", n);
        var half = StudentT.Critical(level, n - 1) * se;
        return EstimatorCatalog.Mean.Of(mean, n, "values", new(mean - half, mean + half, level, "t"), se, n - 1);
    }

    private static double? SkewnessOf(ValueCounts values)
    {
        double n = values.N, m2 = values.CentralMoment(2), m3 = values.CentralMoment(3);
        return n < 3 || Math.Pow(m2, 1.5) == 0 ? null : m3 / Math.Pow(m2, 1.5) * Math.Sqrt(n * (n - 1)) / (n - 2);
    }

    private static double? KurtosisOf(ValueCounts values)
    {
        double n = values.N, m2 = values.CentralMoment(2), m4 = values.CentralMoment(4);
        if (n < 4 || m2 * m2 == 0) return null;
        return (((n + 1) * ((m4 / (m2 * m2)) - 3)) + 6) * (n - 1) / ((n - 2) * (n - 3));
    }
}
