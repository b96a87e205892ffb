using Assessment.Statistics.Distributions;
using Assessment.Statistics.Numerics;
using Assessment.Statistics.Streaming;

namespace Assessment.Statistics.Gains;

/// <summary>
/// Did people gain, judged by ranks (Wilcoxon 1945)? Unchanged people are dropped; Pratt's variant ranks them first.
/// </summary>
public sealed record SignedRankGain
{
    private const int MostExact = 200;
    private const int MostCounted = 1000;

    /// <summary>Complete pairs.</summary>
    public required int NPairs { get; init; }

    /// <summary>Pairs without change.</summary>
    public required int NUnchanged { get; init; }

    /// <summary>Median of the Walsh averages of the changed pairs (Hodges and Lehmann 1963) with order-statistic interval.</summary>
    public required Estimation HodgesLehmann { get; init; }

    /// <summary>Sum of the ranks of positive gains; null when nobody changed.</summary>
    public double? V { get; init; }

    /// <summary>Tie-corrected normal score of V, without continuity correction.</summary>
    public double? Z { get; init; }

    /// <summary>Two-sided p of <see cref="Z"/>.</summary>
    public double? P { get; init; }

    /// <summary>The same with continuity correction.</summary>
    public double? PCorrected { get; init; }

    /// <summary>Exact sign-flip p, valid with ties; null above 200 changed pairs.</summary>
    public double? PExact { get; init; }

    /// <summary>What the interval really covers; null above 1000 changed pairs.</summary>
    public double? AchievedLevel { get; init; }

    /// <summary>Matched-pairs rank-biserial correlation (Kerby 2014).</summary>
    public double? RankBiserial { get; init; }

    /// <summary>Pratt's normal score.</summary>
    public double? ZPratt { get; init; }

    /// <summary>Two-sided p of <see cref="ZPratt"/>.</summary>
    public double? PPratt { get; init; }

    /// <summary>
    /// Equals R's <c>wilcox.test(post, pre, paired = TRUE)</c>, <c>exactRankTests::wilcox.exact</c> and
    /// <c>coin::wilcoxsign_test(zero.method = "Pratt")</c>.
    /// </summary>
    /// <param name="pre">Scores before.</param>
    /// <param name="post">Scores after, same length and order of people.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    /// <exception cref="ArgumentException">The lengths differ or a value is not finite.</exception>
    public static SignedRankGain Of(ReadOnlySpan<double> pre, ReadOnlySpan<double> post, double level = 0.95)
    {
        Require.SameLength(pre.Length, post.Length);
        Require.Level(level);
        Require.Finite(pre);
        Require.Finite(post);
        var gains = new double[pre.Length];
        for (var i = 0; i < gains.Length; i++) gains[i] = post[i] - pre[i];
        return Of(ValueCounts.Of(gains), level);
    }

    /// <summary>The same from a table of whole scores, as of merged groups.</summary>
    /// <param name="counts">Pairs by score before and after.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    /// <exception cref="OverflowException">There are more than 2³¹ − 1 pairs.</exception>
    public static SignedRankGain Of(PrePostCounts counts, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(counts);
        Require.Level(level);
        return Of(counts.Gains(), level);
    }

    private static SignedRankGain Of(ValueCounts gains, double level)
    {
        var pairs = checked((int)gains.N);
        var changed = gains.Except(0);
        return changed.N == 0
            ? new() { NPairs = pairs, NUnchanged = pairs, HodgesLehmann = EstimatorCatalog.HodgesLehmann.No("nobody changed", 0) }
            : Ranked(gains, changed, level);
    }

    private static SignedRankGain Ranked(ValueCounts gains, ValueCounts changed, double level)
    {
        double n = changed.N, half = n * (n + 1) / 4;
        var ranks = SizeRanks.Of(changed, 0);
        double v = ranks.Positive, sd = Math.Sqrt((n * (n + 1) * ((2 * n) + 1) / 24) - (ranks.Ties / 48));
        double z = (v - half) / sd, corrected = (v - half - (Math.Sign(v - half) * 0.5)) / sd;
        var pratt = Pratt(gains.N, SizeRanks.Of(changed, gains.N - changed.N));
        var index = LimitIndex((int)changed.N, level);
        return new()
        {
            NPairs = (int)gains.N,
            NUnchanged = (int)(gains.N - changed.N),
            HodgesLehmann = Shift(changed, index, level),
            V = v,
            Z = z,
            P = TwoSided(z),
            PCorrected = TwoSided(corrected),
            PExact = changed.N <= MostExact ? Exact(ranks, v) : null,
            AchievedLevel = changed.N <= MostCounted ? 1 - (2 * SignedRank.Of((int)changed.N).Cdf((int)index - 1)) : null,
            RankBiserial = (v - half) / half,
            ZPratt = pratt,
            PPratt = TwoSided(pratt),
        };
    }

    private static double TwoSided(double z) => 2 * Normal.Upper(Math.Abs(z));

    private static double Exact(SizeRanks ranks, double v)
    {
        var flips = SignedRank.Of([.. ranks.Each().Select(r => (int)Math.Round(2 * r))]);
        var doubled = (int)Math.Round(2 * v);
        return Math.Min(1, 2 * Math.Min(flips.Cdf(doubled), flips.Upper(doubled)));
    }

    private static long LimitIndex(int n, double level)
    {
        var tail = (1 - level) / 2;
        double m = n;
        var k = n <= MostCounted
            ? SignedRank.Of(n).Quantile(tail)
            : Math.Floor((m * (m + 1) / 4) - (Normal.Critical(level) * Math.Sqrt(m * (m + 1) * ((2 * m) + 1) / 24)));
        return Math.Max(1, (long)k);
    }

    private static Estimate Shift(ValueCounts changed, long index, double level)
    {
        var n = changed.N * (changed.N + 1) / 2;
        double Walsh(long k) => Ranks.WalshAverage(changed, k);
        var interval = new Interval(Walsh(index), Walsh(n - index + 1), level, "Walsh order statistics");
        return EstimatorCatalog.HodgesLehmann.Of(Ranks.Median(n, Walsh), (int)changed.N, "changed pairs", interval);
    }

    private static double Pratt(double all, SizeRanks ranks)
    {
        var zeros = all - ranks.N;
        return (ranks.Positive - (((all * (all + 1)) - (zeros * (zeros + 1))) / 4)) / Math.Sqrt(ranks.Squares / 4);
    }
}
