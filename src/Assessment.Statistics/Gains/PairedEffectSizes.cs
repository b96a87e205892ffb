using Assessment.Statistics.Distributions;
using Assessment.Statistics.Streaming;

namespace Assessment.Statistics.Gains;

/// <summary>
/// The mean gain in standard deviations, by the standard deviation it is divided by. Direction: post − pre.
/// All unbiased versions use the exact factor J(n − 1); with two pairs J, every g and d_rm are not estimable
/// (a correlation of two pairs is ±1 whatever happened).
/// </summary>
public sealed record PairedEffectSizes
{
    /// <summary>Number of complete pairs.</summary>
    public required int N { get; init; }

    /// <summary>Mean gain over the SD of the gain; noncentral t interval.</summary>
    public required Estimation CohensDz { get; init; }

    /// <summary>J · d_z.</summary>
    public required Estimation HedgesGz { get; init; }

    /// <summary>Mean gain over √((s²pre + s²post)/2); the interval of d_z rescaled (Algina and Keselman 2003).</summary>
    public required Estimation CohensDav { get; init; }

    /// <summary>J · d_av.</summary>
    public required Estimation HedgesGav { get; init; }

    /// <summary>d_z · √(2(1 − r)) (Morris and DeShon 2002, equation 12).</summary>
    public required Estimation CohensDrm { get; init; }

    /// <summary>J · d_rm.</summary>
    public required Estimation HedgesGrm { get; init; }

    /// <summary>Mean gain over the SD before.</summary>
    public required Estimation GlassDelta { get; init; }

    /// <summary>J · Glass's delta.</summary>
    public required Estimation GlassDeltaUnbiased { get; init; }

    /// <summary>Φ(d_z): the chance that a random person's gain is positive, were gains normal (McGraw and Wong 1992).</summary>
    public required Estimation CommonLanguage { get; init; }

    /// <summary>Share of people who gained, those unchanged counting half.</summary>
    public required Estimation ProbabilityImproved { get; init; }

    /// <summary>J(n − 1); null when n &lt; 3.</summary>
    public double? HedgesFactor { get; init; }

    /// <summary>
    /// Effect sizes of complete pairs. d_z equals R's <c>effectsize::cohens_d(post, pre, paired = TRUE)</c>; J·d_z and
    /// J·Glass equal <c>metafor::escalc</c> SMCC and SMCR.
    /// </summary>
    /// <param name="pre">Scores before.</param>
    /// <param name="post">Scores after, same length and order of people.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    /// <exception cref="ArgumentException">The lengths differ or a value is not finite.</exception>
    public static PairedEffectSizes Of(ReadOnlySpan<double> pre, ReadOnlySpan<double> post, double level = 0.95) =>
        Of(PairedMoments.Of(pre, post), level);

    /// <summary>The same from a merged state.</summary>
    /// <param name="moments">State of the complete pairs.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    public static PairedEffectSizes Of(PairedMoments moments, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(moments);
        Require.Level(level);
        return new Workings(moments, level).Sizes();
    }

    private sealed class Workings(PairedMoments moments, double level)
    {
        private readonly int n = moments.N;
        private readonly double? j = HedgesJ.Of(moments.N - 1);
        private readonly double? sdGain = PairedGain.Varies(moments) ? PairedGain.Sd(moments, moments.SquaresGain) : null;
        private readonly double? sdPre = Positive(PairedGain.Sd(moments, moments.SquaresPre));
        private readonly double? sdAverage = Positive(PairedGain.Sd(moments, (moments.SquaresPre + moments.SquaresPost) / 2));

        private double? Dz => moments.MeanGain / sdGain;

        public PairedEffectSizes Sizes()
        {
            var limits = Limits();
            var drm = n > 2 && moments.Correlation is { } r ? Dz * Math.Sqrt(2 * (1 - r)) : null;
            var glass = moments.MeanGain / sdPre;
            return new()
            {
                N = n,
                HedgesFactor = j,
                CohensDz = Size(EstimatorCatalog.CohensDz, Dz, "SD of the gain", limits, 1),
                HedgesGz = Size(EstimatorCatalog.HedgesGz, j * Dz, "SD of the gain, Hedges J", limits, j),
                CohensDav = Size(EstimatorCatalog.CohensDav, moments.MeanGain / sdAverage, "average SD", limits, sdGain / sdAverage),
                HedgesGav = Size(EstimatorCatalog.HedgesGav, j * moments.MeanGain / sdAverage, "average SD, Hedges J", limits, j * sdGain / sdAverage),
                CohensDrm = Size(EstimatorCatalog.CohensDrm, drm, "SD of the gain, corrected for r", null, null),
                HedgesGrm = Size(EstimatorCatalog.HedgesGrm, j * drm, "SD of the gain, corrected for r, Hedges J", null, null),
                GlassDelta = Size(EstimatorCatalog.GlassDelta, glass, "SD before", null, null),
                GlassDeltaUnbiased = Size(EstimatorCatalog.GlassDeltaUnbiased, j * glass, "SD before, Hedges J", null, null),
                CommonLanguage = CommonLanguageOf(limits),
                ProbabilityImproved = n == 0
                    ? EstimatorCatalog.ProbabilityImproved.No("n = 0", 0)
                    : EstimatorCatalog.ProbabilityImproved.Of((moments.Improved + (0.5 * moments.Unchanged)) / n, n, "pairs"),
            };
        }

        private static double? Positive(double? sd) => sd > 0 ? sd : null;

        private (double Lower, double Upper)? Limits()
        {
            if (Dz is not { } dz) return null;
            var (lower, upper) = NoncentralT.NoncentralityInterval(dz * Math.Sqrt(n), n - 1, level);
            return (lower / Math.Sqrt(n), upper / Math.Sqrt(n));
        }

        private Estimation Size(Estimator estimator, double? value, string standardizer, (double Lower, double Upper)? limits, double? scale)
        {
            if (value is not { } finite) return estimator.No(Reason(), n);
            var interval = limits is { } l && scale is { } s ? new Interval(s * l.Lower, s * l.Upper, level, "noncentral t") : null;
            return estimator.Of(finite, n, "pairs", interval, df: interval is null ? null : n - 1, standardizer: standardizer);
        }

        private Estimation CommonLanguageOf((double Lower, double Upper)? limits)
        {
            if (Dz is not { } dz || limits is not { } l) return EstimatorCatalog.CommonLanguage.No(Reason(), n);
            var interval = new Interval(Normal.Cdf(l.Lower), Normal.Cdf(l.Upper), level, "noncentral t");
            return EstimatorCatalog.CommonLanguage.Of(Normal.Cdf(dz), n, "pairs", interval, df: n - 1);
        }

        private string Reason() => n < 3 ? $"n = {n}" : sdGain is null ? "the gain has no variance" : "the scores have no variance";
    }
}
