using Assessment.Statistics.Distributions;
using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Resampling;

/// <summary>Bias-corrected and accelerated bootstrap interval (Efron 1987, equations 2.3 and 6.6), with the percentile interval beside it.</summary>
public sealed record BcaInterval
{
    /// <summary>The statistic of the data with its BCa interval; without one when the replicates all lie on one side.</summary>
    public required Estimation Estimate { get; init; }

    /// <summary>Number of replicates.</summary>
    public required int Replicates { get; init; }

    /// <summary>Mean of the replicates; null where a resample has no statistic.</summary>
    public double? Mean { get; init; }

    /// <summary>Standard deviation of the replicates; null where not estimable.</summary>
    public double? StandardError { get; init; }

    /// <summary>Bias correction: normal quantile of the share of replicates strictly below the statistic; infinite when none or all are, null where not estimable.</summary>
    public double? BiasCorrection { get; init; }

    /// <summary>Acceleration from the jackknife; 0 when it does not vary, null where not estimable.</summary>
    public double? Acceleration { get; init; }

    /// <summary>Tail probabilities read off the replicates; null where not estimable.</summary>
    public (double? Lower, double? Upper) AdjustedTails { get; init; }

    /// <summary>Percentile interval; null where not estimable.</summary>
    public Interval? Percentile { get; init; }

    /// <summary>
    /// Equals R's <c>boot::boot.ci(type = c("perc", "bca"), L = jackknife influence)</c>, quantiles interpolated on the normal scale at
    /// (R + 1)α.
    /// </summary>
    /// <param name="estimator">What the statistic is.</param>
    /// <param name="statistic">The statistic of the data.</param>
    /// <param name="replicates">The statistic of each resample; at least one.</param>
    /// <param name="jackknife">The statistic without each unit in turn.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    public static BcaInterval Of(Estimator estimator, double statistic, double[] replicates, double[] jackknife, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(estimator);
        ArgumentNullException.ThrowIfNull(replicates);
        ArgumentNullException.ThrowIfNull(jackknife);
        Require.Level(level);
        if (!double.IsFinite(statistic)) return None(estimator.No("the statistic does not exist in the sample", jackknife.Length), replicates.Length);
        // A resample of equal gains has no d_z; leaving it out would make the others look surer than they are.
        var every = replicates.All(double.IsFinite) && jackknife.All(double.IsFinite);
        if (!every) return None(estimator.Of(statistic, jackknife.Length, "pairs"), replicates.Length);
        var sorted = replicates.Order().ToArray();
        double below = sorted.Count(t => t < statistic), tail = (1 - level) / 2;
        double z0 = Normal.Quantile(below / sorted.Length), acceleration = AccelerationOf(jackknife);
        double lower = Adjusted(z0, acceleration, Normal.Quantile(tail)), upper = Adjusted(z0, acceleration, -Normal.Quantile(tail));
        var bca = double.IsNaN(lower + upper) ? null : new Interval(QuantileOf(sorted, lower), QuantileOf(sorted, upper), level, "BCa bootstrap");
        return new()
        {
            Estimate = estimator.Of(statistic, jackknife.Length, "pairs", bca),
            Replicates = sorted.Length,
            Mean = Sums.Mean(sorted),
            StandardError = Math.Sqrt(Sums.Variance(sorted)),
            BiasCorrection = z0,
            Acceleration = acceleration,
            AdjustedTails = (Elementary.OrNull(lower), Elementary.OrNull(upper)),
            Percentile = new(QuantileOf(sorted, tail), QuantileOf(sorted, 1 - tail), level, "percentile bootstrap"),
        };
    }

    private static BcaInterval None(Estimation estimate, int replicates) => new() { Estimate = estimate, Replicates = replicates };

    private static double Adjusted(double z0, double acceleration, double z) => Normal.Cdf(z0 + ((z0 + z) / (1 - (acceleration * (z0 + z)))));

    private static double AccelerationOf(double[] jackknife)
    {
        var mean = Sums.Mean(jackknife);
        // In units of the largest deviation, so that no power leaves the range of a double.
        var unit = jackknife.Max(t => Math.Abs(mean - t));
        if (unit == 0) return 0;
        double squares = jackknife.Sum(t => Math.Pow((mean - t) / unit, 2)), cubes = jackknife.Sum(t => Math.Pow((mean - t) / unit, 3));
        return cubes / (6 * Math.Pow(squares, 1.5));
    }

    private static double QuantileOf(double[] sorted, double alpha)
    {
        double rank = (sorted.Length + 1) * alpha;
        var k = (int)Math.Truncate(rank);
        if (k <= 0) return sorted[0];
        if (k >= sorted.Length) return sorted[^1];
        if (rank == k) return sorted[k - 1];
        double from = Normal.Quantile(k / (sorted.Length + 1.0)), to = Normal.Quantile((k + 1) / (sorted.Length + 1.0));
        return sorted[k - 1] + ((Normal.Quantile(alpha) - from) / (to - from) * (sorted[k] - sorted[k - 1]));
    }
}
