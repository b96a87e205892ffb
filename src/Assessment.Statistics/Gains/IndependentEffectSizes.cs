using Assessment.Statistics.Distributions;
using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Gains;

/// <summary>The difference of two independent groups in standard deviations. Direction: trained − comparison.</summary>
public sealed record IndependentEffectSizes
{
    /// <summary>Difference of means with Welch's test.</summary>
    public required WelchTest Welch { get; init; }

    /// <summary>Difference over the pooled SD; noncentral t interval.</summary>
    public required Estimation CohensD { get; init; }

    /// <summary>J(m + n − 2) · d.</summary>
    public required Estimation HedgesG { get; init; }

    /// <summary>Difference over the SD of the comparison group.</summary>
    public required Estimation GlassDelta { get; init; }

    /// <summary>J(n − 1) · Glass's delta, n the comparison group.</summary>
    public required Estimation GlassDeltaUnbiased { get; init; }

    /// <summary>Φ(d/√2): the chance that a random trained person scores above a random comparison person, under normality.</summary>
    public required Estimation CommonLanguage { get; init; }

    /// <summary>Pooled standard deviation; null where not estimable.</summary>
    public double? SdPooled { get; init; }

    /// <summary>Student's t with pooled variance.</summary>
    public double? TPooled { get; init; }

    /// <summary>Two-sided p of <see cref="TPooled"/>.</summary>
    public double? PPooled { get; init; }

    /// <summary>J(m + n − 2).</summary>
    public double? HedgesFactor { get; init; }

    /// <summary>Equals R's <c>t.test</c>, <c>effectsize::cohens_d</c>, <c>hedges_g</c> and <c>glass_delta</c>.</summary>
    /// <param name="treated">Values of the trained.</param>
    /// <param name="control">Values of the comparison.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static IndependentEffectSizes Of(ReadOnlySpan<double> treated, ReadOnlySpan<double> control, double level = 0.95)
    {
        var welch = WelchTest.Of(treated, control, level);
        int m = treated.Length, n = control.Length, df = m + n - 2;
        var difference = m > 0 && n > 0 ? Sums.Mean(treated) - Sums.Mean(control) : double.NaN;
        double? Positive(double sd) => sd > 0 ? sd : null;
        var pooled = Positive(Math.Sqrt((((m - 1) * Sums.Variance(treated)) + ((n - 1) * Sums.Variance(control))) / df));
        var scale = Math.Sqrt((1.0 / m) + (1.0 / n));
        double? d = difference / pooled, glass = difference / Positive(Math.Sqrt(Sums.Variance(control))), j = HedgesJ.Of(df);
        var limits = d is { } size ? NoncentralT.NoncentralityInterval(size / scale, df, level) : default((double Lower, double Upper)?);
        Interval? Scaled(double? by) => limits is { } l && by is { } s ? new(l.Lower * scale * s, l.Upper * scale * s, level, "noncentral t") : null;
        Estimation Size(Estimator estimator, double? value, string standardizer, double? by) => value is { } v
            ? estimator.Of(v, m + n, "people", Scaled(by), df: df, standardizer: standardizer)
            : estimator.No(Math.Min(m, n) < 2 ? $"n = {Math.Min(m, n)} in a group" : "the groups have no variance", m + n);
        return new()
        {
            Welch = welch,
            CohensD = Size(EstimatorCatalog.CohensD, d, "pooled SD", 1),
            HedgesG = Size(EstimatorCatalog.HedgesG, j * d, "pooled SD, Hedges J", j),
            GlassDelta = Size(EstimatorCatalog.GlassDeltaIndependent, glass, "SD of the comparison", null),
            GlassDeltaUnbiased = Size(EstimatorCatalog.GlassDeltaIndependent, HedgesJ.Of(n - 1) * glass, "SD of the comparison, Hedges J", null),
            CommonLanguage = Size(EstimatorCatalog.CommonLanguage, d is { } x ? Normal.Cdf(x / Math.Sqrt(2)) : null, "pooled SD", null),
            SdPooled = pooled,
            TPooled = d / scale,
            PPooled = d is { } e ? StudentT.TwoSided(e / scale, df) : null,
            HedgesFactor = j,
        };
    }
}
