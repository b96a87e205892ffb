using Assessment.Statistics.Distributions;
using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Gains;

/// <summary>
/// A mean of people taught in classes, with an interval that knows that people of one class resemble each other.
/// </summary>
public sealed record ClusteredMean
{
    /// <summary>
    /// Mean with the cluster-robust (CR1) standard error √(m/(m − 1) · Σ_j (Σ_i (x_ij − x̄))²)/n and t interval on m − 1 df.
    /// </summary>
    public required Estimation Mean { get; init; }

    /// <summary>One-way ANOVA intraclass correlation (Donner 1986, with n₀); may be negative, null where not estimable.</summary>
    public double? Icc { get; init; }

    /// <summary>1 + (m̃ − 1)·ICC with m̃ = Σn_j²/n: how many times the variance of a simple random sample; null where not estimable.</summary>
    public double? DesignEffect { get; init; }

    /// <summary>Number of clusters.</summary>
    public int Clusters { get; init; }

    /// <summary>
    /// Mean of clustered values. The standard error equals R's <c>sandwich::vcovCL(lm(x ~ 1), cluster, type = "HC1")</c>.
    /// Not estimable with fewer than two clusters or when the values do not vary between them.
    /// </summary>
    /// <param name="values">Finite values, such as gains.</param>
    /// <param name="clusters">Cluster of each value; any integers.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    /// <exception cref="ArgumentException">The lengths differ or a value is not finite.</exception>
    public static ClusteredMean Of(ReadOnlySpan<double> values, ReadOnlySpan<int> clusters, double level = 0.95)
    {
        Require.SameLength(values.Length, clusters.Length);
        Require.Level(level);
        Require.Finite(values);
        var sums = new Dictionary<int, (int N, double Sum)>();
        var mean = values.IsEmpty ? 0 : Sums.Mean(values);
        double squares = 0;
        for (var i = 0; i < values.Length;)
        {
            // People of a class mostly stand together, so a class is looked up once a run and not once a person.
            var (cluster, count, sum) = (clusters[i], 0, 0.0);
            for (; i < values.Length && clusters[i] == cluster; i++, count++)
            {
                var deviation = values[i] - mean;
                sum += deviation;
                squares += deviation * deviation;
            }

            var before = sums.GetValueOrDefault(cluster);
            sums[cluster] = (before.N + count, before.Sum + sum);
        }

        var groups = sums.Values.ToArray();
        var icc = IccOf(groups, squares);
        return new()
        {
            Mean = MeanOf(groups, mean, squares, level),
            Icc = icc,
            DesignEffect = 1 + ((groups.Sum(g => (double)g.N * g.N) / values.Length) - 1) * icc,
            Clusters = groups.Length,
        };
    }

    private static Estimation MeanOf((int N, double Sum)[] groups, double mean, double squares, double level)
    {
        int n = groups.Sum(g => g.N), m = groups.Length;
        if (n == 0) return EstimatorCatalog.ClusteredMean.No("n = 0", 0);
        if (m < 2) return EstimatorCatalog.ClusteredMean.No("there is only one cluster", n);
        if (squares == 0) return EstimatorCatalog.ClusteredMean.No("the values have no variance", n);
        var se = Math.Sqrt((double)m / (m - 1) * groups.Sum(g => g.Sum * g.Sum)) / n;
        var half = StudentT.Critical(level, m - 1) * se;
        var interval = new Interval(mean - half, mean + half, level, "cluster-robust CR1, t");
        return EstimatorCatalog.ClusteredMean.Of(mean, n, "people", interval, se, m - 1);
    }

    // Sums are of deviations from the grand mean, so a cluster's squared mean deviation times n_j is Sum²/n_j.
    private static double? IccOf((int N, double Sum)[] groups, double squares)
    {
        int n = groups.Sum(g => g.N), m = groups.Length;
        if (m < 2 || n <= m || squares == 0) return null;
        var between = groups.Sum(g => g.Sum * g.Sum / g.N);
        double msb = between / (m - 1), msw = Math.Max(0, squares - between) / (n - m);
        var n0 = (n - (groups.Sum(g => (double)g.N * g.N) / n)) / (m - 1);
        return (msb - msw) / (msb + ((n0 - 1) * msw));
    }
}
