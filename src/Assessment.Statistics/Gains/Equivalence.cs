using Assessment.Statistics.Distributions;
using Assessment.Statistics.Numerics;
using Assessment.Statistics.Streaming;

namespace Assessment.Statistics.Gains;

/// <summary>Is a change of the same people small enough to call it none? Two one-sided paired tests (Schuirmann 1987).</summary>
public sealed record Equivalence
{
    /// <summary>Mean of later − earlier with t interval at level 1 − 2α; not estimable from fewer than two pairs.</summary>
    public required Estimation Difference { get; init; }

    /// <summary>Mean of later − earlier; null of nothing.</summary>
    public double? MeanDifference { get; init; }

    /// <summary>Standard error.</summary>
    public double? StandardError { get; init; }

    /// <summary>t against the lower bound; infinite without variance.</summary>
    public double? TLower { get; init; }

    /// <summary>P that the change lies below the lower bound.</summary>
    public double? PLower { get; init; }

    /// <summary>t against the upper bound; infinite without variance.</summary>
    public double? TUpper { get; init; }

    /// <summary>P that the change lies above the upper bound.</summary>
    public double? PUpper { get; init; }

    /// <summary>The larger of both p.</summary>
    public double? P { get; init; }

    /// <summary>Whether both tests reject at α; null where not estimable.</summary>
    public bool? IsEquivalent { get; init; }

    /// <summary>Equals R's pair of <c>t.test(diff, mu = low, alternative = "greater")</c> and <c>t.test(diff, mu = high, alternative = "less")</c>.</summary>
    /// <param name="earlier">Earlier scores.</param>
    /// <param name="later">Later scores, same people.</param>
    /// <param name="low">Lower bound of what counts as no change, in points.</param>
    /// <param name="high">Upper bound.</param>
    /// <param name="alpha">Error rate of each test, in (0, ½).</param>
    /// <exception cref="ArgumentException">The lengths differ or a value is not finite.</exception>
    public static Equivalence Of(ReadOnlySpan<double> earlier, ReadOnlySpan<double> later, double low, double high, double alpha = 0.05)
    {
        if (alpha is not (> 0 and < 0.5)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "The error rate lies between 0 and ½.");
        var moments = PairedMoments.Of(earlier, later);
        var n = moments.N;
        if (n == 0) return new() { Difference = EstimatorCatalog.MeanGain.No("n = 0", 0) };
        if (n == 1) return new() { Difference = EstimatorCatalog.MeanGain.No("n = 1", 1), MeanDifference = moments.MeanGain };
        double mean = moments.MeanGain, se = Math.Sqrt(moments.Variance(moments.SquaresGain) / n);
        double below = (mean - low) / se, above = (mean - high) / se, half = StudentT.Critical(1 - (2 * alpha), n - 1) * se;
        double pLower = Tail(below, n - 1), pUpper = Tail(-above, n - 1), p = Math.Max(pLower, pUpper);
        return new()
        {
            Difference = EstimatorCatalog.MeanGain.Of(mean, n, "pairs", new(mean - half, mean + half, 1 - (2 * alpha), "t"), se, n - 1),
            MeanDifference = mean,
            StandardError = se,
            TLower = Elementary.OrNull(below),
            PLower = Elementary.OrNull(pLower),
            TUpper = Elementary.OrNull(above),
            PUpper = Elementary.OrNull(pUpper),
            P = Elementary.OrNull(p),
            IsEquivalent = double.IsNaN(p) ? null : p < alpha,
        };
    }

    private static double Tail(double t, int df) => double.IsNaN(t) ? double.NaN : StudentT.Upper(t, df);
}
