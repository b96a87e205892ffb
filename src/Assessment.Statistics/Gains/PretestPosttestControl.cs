using Assessment.Statistics.Distributions;
using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Gains;

/// <summary>How much more did the trained gain than a comparison group, in standard deviations before (Morris 2008, d_ppc2)?</summary>
public sealed record PretestPosttestControl
{
    /// <summary>Trained pairs.</summary>
    public required int NTreated { get; init; }

    /// <summary>Comparison pairs.</summary>
    public required int NControl { get; init; }

    /// <summary>J · (gain of the trained − gain of the comparison)/pooled SD before, with Morris's variance and normal interval.</summary>
    public required Estimation Size { get; init; }

    /// <summary>Difference of the mean gains, in points.</summary>
    public double? DifferenceInGains { get; init; }

    /// <summary>Pooled standard deviation before.</summary>
    public double? SdPrePooled { get; init; }

    /// <summary>Pooled correlation of pre and post, or the given one.</summary>
    public double? Correlation { get; init; }

    /// <summary>With Morris's approximate factor 1 − 3/(4 df − 1) in place of J.</summary>
    public double? SizeApproximate { get; init; }

    /// <summary>Sampling variance, Morris (2008) equation 16 with J for c_P.</summary>
    public double? Variance { get; init; }

    /// <summary>Morris (2008) equations 8 to 10 and 16.</summary>
    /// <param name="treated">Pre and post of the trained.</param>
    /// <param name="control">Pre and post of the comparison.</param>
    /// <param name="correlation">Correlation of pre and post; null for the pooled observed one.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    /// <exception cref="ArgumentException">Lengths differ or a value is not finite.</exception>
    public static PretestPosttestControl Of(
        (double[] Pre, double[] Post) treated, (double[] Pre, double[] Post) control, double? correlation = null, double level = 0.95)
    {
        Require.Level(level);
        PairedGain a = PairedGain.Of(treated.Pre, treated.Post, level), b = PairedGain.Of(control.Pre, control.Post, level);
        double m = a.NPairs, n = b.NPairs, df = m + n - 2;
        var rho = correlation ?? (((m - 1) * a.R) + ((n - 1) * b.R)) / df;
        var sd = Math.Sqrt((((m - 1) * Sums.Variance(treated.Pre)) + ((n - 1) * Sums.Variance(control.Pre))) / df);
        var raw = a.MeanGain - b.MeanGain;
        double? size = df > 1 && sd > 0 ? HedgesJ.Of(df) * raw / sd : null;
        var variance = df > 2 ? VarianceOf(size, rho, m, n) : null;
        return new()
        {
            NTreated = a.NPairs,
            NControl = b.NPairs,
            Size = SizeOf(size, variance, (int)(m + n), level),
            DifferenceInGains = raw,
            SdPrePooled = Elementary.OrNull(sd),
            Correlation = rho,
            SizeApproximate = size is null ? null : (1 - (3 / ((4 * df) - 1))) * raw / sd,
            Variance = variance,
        };
    }

    private static double? VarianceOf(double? size, double? rho, double m, double n)
    {
        if (size is not { } d || rho is not { } r || !(r < 1)) return null;
        double df = m + n - 2, j = HedgesJ.Of(df)!.Value, q = 2 * (1 - r) * (m + n) / (m * n);
        return (j * j * q * (df / (df - 2)) * (1 + (d * d / q))) - (d * d);
    }

    private static Estimation SizeOf(double? size, double? variance, int n, double level)
    {
        if (size is not { } d) return EstimatorCatalog.Dppc2.No("the scores before have no variance or there are too few people", n);
        if (variance is not { } v || v < 0) return EstimatorCatalog.Dppc2.Of(d, n, "pairs", standardizer: "pooled SD before, Hedges J");
        var half = Normal.Critical(level) * Math.Sqrt(v);
        return EstimatorCatalog.Dppc2.Of(d, n, "pairs", new(d - half, d + half, level, "normal"), Math.Sqrt(v), standardizer: "pooled SD before, Hedges J");
    }
}
