using Assessment.Statistics.Distributions;
using Assessment.Statistics.Numerics;
using Assessment.Statistics.Streaming;

namespace Assessment.Statistics.Gains;

/// <summary>How much of the gain is still there at follow-up, on people with all three waves.</summary>
public sealed record Retention
{
    /// <summary>People with all three waves.</summary>
    public required int N { get; init; }

    /// <summary>Follow-up − post with paired t.</summary>
    public required PairedGain Decay { get; init; }

    /// <summary>
    /// Sustained over immediate gain, with delta-method standard error and Fieller's interval; no interval when the immediate gain
    /// does not differ significantly from 0.
    /// </summary>
    public required Estimation Retained { get; init; }

    /// <summary>Mean of post − pre; null of nobody.</summary>
    public double? Gain { get; init; }

    /// <summary>Mean of follow-up − pre; null of nobody.</summary>
    public double? SustainedGain { get; init; }

    /// <summary>Equals R's <c>mean(fu - pre) / mean(post - pre)</c> with Fieller's interval on t(n − 1), and <c>t.test(fu, post, paired = TRUE)</c>.</summary>
    /// <param name="pre">Scores before.</param>
    /// <param name="post">Scores after, same people.</param>
    /// <param name="followUp">Scores at follow-up, same people.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    /// <exception cref="ArgumentException">The lengths differ or a value is not finite.</exception>
    public static Retention Of(ReadOnlySpan<double> pre, ReadOnlySpan<double> post, ReadOnlySpan<double> followUp, double level = 0.95)
    {
        Require.SameLength(pre.Length, followUp.Length);
        var decay = PairedGain.Of(post, followUp, level);
        var gain = PairedGain.Of(pre, post, level);
        var sustained = PairedGain.Of(pre, followUp, level);
        return new()
        {
            N = pre.Length,
            Decay = decay,
            Gain = gain.MeanGain,
            SustainedGain = sustained.MeanGain,
            Retained = RetainedOf(Differences(pre, followUp), Differences(pre, post), level),
        };
    }

    /// <summary>The same from a merged state.</summary>
    /// <param name="moments">State of the people with all three waves.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    public static Retention Of(ThreeWaveMoments moments, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(moments);
        double n = moments.N, df = n - 1;
        var spread = (moments.Sustained.SquaresGain / df / n, moments.Gain.SquaresGain / df / n, moments.Products / df / n);
        return new()
        {
            N = moments.N,
            Decay = PairedGain.Of(moments.Decay, level),
            Gain = PairedGain.Of(moments.Gain, level).MeanGain,
            SustainedGain = PairedGain.Of(moments.Sustained, level).MeanGain,
            Retained = RetainedOf(moments.Sustained.MeanGain, moments.Gain.MeanGain, spread, moments.N, level),
        };
    }

    private static double[] Differences(ReadOnlySpan<double> from, ReadOnlySpan<double> to)
    {
        var differences = new double[from.Length];
        for (var i = 0; i < differences.Length; i++) differences[i] = to[i] - from[i];
        return differences;
    }

    private static Estimation RetainedOf(double[] sustained, double[] gain, double level)
    {
        double n = gain.Length;
        var spread = (Sums.Variance(sustained) / n, Sums.Variance(gain) / n, Sums.Covariance(sustained, gain) / n);
        return RetainedOf(Sums.Mean(sustained), Sums.Mean(gain), spread, gain.Length, level);
    }

    private static Estimation RetainedOf(double numerator, double denominator, (double Numerator, double Denominator, double Both) spread, int n, double level)
    {
        if (n == 0) return EstimatorCatalog.Retained.No("n = 0", 0);
        if (denominator == 0) return EstimatorCatalog.Retained.No("there was no gain", n);
        var ratio = numerator / denominator;
        if (n < 2) return EstimatorCatalog.Retained.Of(ratio, n, "people");
        var (vn, vd, c) = spread;
        var se = Math.Sqrt(Math.Max(0, vn - (2 * ratio * c) + (ratio * ratio * vd))) / Math.Abs(denominator);
        return EstimatorCatalog.Retained.Of(ratio, n, "people", Fieller(numerator, denominator, vn, vd, c, n - 1, level), se, n - 1);
    }

    // Fieller (1954): all ratios ρ with |N − ρD| ≤ t·se(N − ρD); a bounded interval only when D is significant.
    private static Interval? Fieller(double n, double d, double vn, double vd, double c, int df, double level)
    {
        var t = StudentT.Critical(level, df);
        double a = (d * d) - (t * t * vd), b = (n * d) - (t * t * c), root = (b * b) - (a * ((n * n) - (t * t * vn)));
        return a > 0 && root >= 0 ? new((b - Math.Sqrt(root)) / a, (b + Math.Sqrt(root)) / a, level, "Fieller") : null;
    }
}
