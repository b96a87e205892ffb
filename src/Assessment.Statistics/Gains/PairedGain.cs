using Assessment.Statistics.Distributions;
using Assessment.Statistics.Streaming;
using static Assessment.Statistics.Numerics.Elementary;

namespace Assessment.Statistics.Gains;

/// <summary>
/// By how many points the same people changed from pre to post. Direction: post − pre.
/// Without variance of the gain there is a mean but no t, p or interval (R's t.test stops with "data are essentially constant").
/// </summary>
public sealed record PairedGain
{
    /// <summary>Number of complete pairs.</summary>
    public required int NPairs { get; init; }

    /// <summary>Mean gain in points with t interval, standard error and n − 1 df.</summary>
    public required Estimation Gain { get; init; }

    /// <summary>Mean before; null without pairs.</summary>
    public double? MeanPre { get; init; }

    /// <summary>Mean after; null without pairs.</summary>
    public double? MeanPost { get; init; }

    /// <summary>Mean of post − pre; null without pairs.</summary>
    public double? MeanGain { get; init; }

    /// <summary>Standard deviation before (n − 1).</summary>
    public double? SdPre { get; init; }

    /// <summary>Standard deviation after (n − 1).</summary>
    public double? SdPost { get; init; }

    /// <summary>Standard deviation of the gain (n − 1).</summary>
    public double? SdGain { get; init; }

    /// <summary>Standard error of the mean gain.</summary>
    public double? StandardError { get; init; }

    /// <summary>Paired t on n − 1 df.</summary>
    public double? T { get; init; }

    /// <summary>Two-sided p of <see cref="T"/>.</summary>
    public double? P { get; init; }

    /// <summary>Pearson correlation of pre and post.</summary>
    public double? R { get; init; }

    /// <summary>Paired t test and interval. Equals R's <c>t.test(post, pre, paired = TRUE)</c>.</summary>
    /// <param name="pre">Scores before of the complete pairs, in points.</param>
    /// <param name="post">Scores after, same length and order of people.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    /// <exception cref="ArgumentException">The lengths differ or a value is not finite.</exception>
    public static PairedGain Of(ReadOnlySpan<double> pre, ReadOnlySpan<double> post, double level = 0.95) =>
        Of(PairedMoments.Of(pre, post), level);

    /// <summary>The same from a merged state.</summary>
    /// <param name="moments">State of the complete pairs.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    public static PairedGain Of(PairedMoments moments, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(moments);
        Require.Level(level);
        if (moments.N == 0) return new() { NPairs = 0, Gain = EstimatorCatalog.MeanGain.No("n = 0", 0) };
        var sd = Sd(moments, moments.SquaresGain);
        var se = sd / Math.Sqrt(moments.N);
        var t = Varies(moments) ? moments.MeanGain / se : null;
        return new()
        {
            NPairs = moments.N,
            Gain = GainOf(moments, se, level),
            MeanPre = moments.MeanPre,
            MeanPost = moments.MeanPost,
            MeanGain = moments.MeanGain,
            SdPre = Sd(moments, moments.SquaresPre),
            SdPost = Sd(moments, moments.SquaresPost),
            SdGain = sd,
            StandardError = se,
            T = t,
            P = t is { } value ? StudentT.TwoSided(value, moments.N - 1) : null,
            R = moments.Correlation,
        };
    }

    internal static double? Sd(PairedMoments moments, double squares) => OrNull(Math.Sqrt(moments.Variance(squares)));

    // R's t.test calls data essentially constant below ten rounding units of the larger mean.
    internal static bool Varies(PairedMoments moments)
    {
        var noise = 10 * double.BitIncrement(1) - 10;
        return moments.N > 1 && Math.Sqrt(moments.Variance(moments.SquaresGain)) >
            noise * Math.Max(Math.Abs(moments.MeanPre), Math.Abs(moments.MeanPost));
    }

    private static Estimation GainOf(PairedMoments moments, double? standardError, double level)
    {
        if (standardError is not { } se) return EstimatorCatalog.MeanGain.No("n = 1", moments.N);
        if (!Varies(moments)) return EstimatorCatalog.MeanGain.No("the gain has no variance", moments.N);
        var half = StudentT.Critical(level, moments.N - 1) * se;
        var interval = new Interval(moments.MeanGain - half, moments.MeanGain + half, level, "t");
        return EstimatorCatalog.MeanGain.Of(moments.MeanGain, moments.N, "pairs", interval, se, moments.N - 1);
    }
}
