using Assessment.Statistics.Distributions;
using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.MissingData;

/// <summary>
/// What if the lost gained δ more (or less) than those observed? Mean gain of everybody, m + πδ, with m the mean of the observed, π the share
/// lost and δ set by the reader (Little and Rubin 2020, chapter 15; White, Carpenter and Horton 2018), and the δ at which the
/// conclusion falls.
/// </summary>
public sealed record DeltaAdjustment
{
    private readonly double critical, meanVariance, shareVariance, mean;

    private DeltaAdjustment(double[] gains, int missing, double level)
    {
        double n = gains.Length + missing;
        (Observed, Missing, Level) = (gains.Length, missing, level);
        MissingShare = missing / n;
        mean = Sums.Mean(gains);
        Sd = Math.Sqrt(Sums.Variance(gains));
        meanVariance = Sd * Sd / gains.Length;
        shareVariance = MissingShare * (1 - MissingShare) / n;
        critical = StudentT.Critical(level, gains.Length - 1);
    }

    /// <summary>People observed.</summary>
    public int Observed { get; }

    /// <summary>People lost.</summary>
    public int Missing { get; }

    /// <summary>Share lost, π.</summary>
    public double MissingShare { get; }

    /// <summary>Standard deviation of the observed gains.</summary>
    public double Sd { get; }

    /// <summary>Confidence level.</summary>
    public double Level { get; }

    /// <summary>The δ that makes the mean of everybody 0, −m/π; null when nobody was lost.</summary>
    public double? ZeroAt => Missing > 0 ? -mean / MissingShare : null;

    /// <summary>
    /// The δ nearest 0 at which the interval first holds 0; null when nobody was lost or it holds 0 already at δ = 0. With u = |δ| against the sign of
    /// the gain it solves |m| − πu = t √(s²/n₁ + u²π(1 − π)/n), a quadratic.
    /// </summary>
    public double? TippingAt
    {
        get
        {
            double c = (mean * mean) - (critical * critical * meanVariance), b = Math.Abs(mean) * MissingShare;
            if (Missing == 0 || c <= 0) return null;
            var a = (MissingShare * MissingShare) - (critical * critical * shareVariance);
            return -Math.Sign(mean) * c / (b + Math.Sqrt((b * b) - (a * c)));
        }
    }

    /// <summary>Those observed and how many were lost. Null with fewer than two observed.</summary>
    /// <param name="gains">Gains of those observed.</param>
    /// <param name="missing">How many were lost, at least 0.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    /// <exception cref="ArgumentException">A gain is not finite or the count negative.</exception>
    public static DeltaAdjustment? Of(double[] gains, int missing, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(gains);
        ArgumentOutOfRangeException.ThrowIfNegative(missing);
        Require.Level(level);
        Require.Finite(gains);
        return gains.Length < 2 ? null : new(gains, missing, level);
    }

    /// <summary>
    /// Mean gain of everybody under a δ, t interval on n₁ − 1 df; its variance s²/n₁ + δ²π(1 − π)/n is that of the observed mean and of the share
    /// lost. At δ = 0 it is the paired t interval of those observed.
    /// </summary>
    /// <param name="delta">Mean gain of the lost − mean gain of the observed, in points.</param>
    public Estimate At(double delta)
    {
        double value = mean + (MissingShare * delta), error = Math.Sqrt(meanVariance + (delta * delta * shareVariance)), half = critical * error;
        return EstimatorCatalog.DeltaAdjustedGain.Of(value, Observed + Missing, "people", new(value - half, value + half, Level, "t"), error, Observed - 1);
    }
}
