using Assessment.Statistics.Distributions;
using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Gains;

/// <summary>Does one group score higher than another, judged by ranks (Mann and Whitney 1947)? Direction: trained − comparison.</summary>
public sealed record RankSumShift
{
    private const int MostPermuted = 60;
    private const int MostCounted = 400;

    /// <summary>Size of the trained group.</summary>
    public required int NTreated { get; init; }

    /// <summary>Size of the comparison group.</summary>
    public required int NControl { get; init; }

    /// <summary>Pairs (trained, comparison) won by the trained, ties counting half.</summary>
    public required double U { get; init; }

    /// <summary>Median of all differences (Hodges and Lehmann 1963) with order-statistic interval.</summary>
    public required Estimation Shift { get; init; }

    /// <summary>Cliff's delta with Cliff's (1996) asymmetric interval; no interval under complete separation.</summary>
    public required Estimation CliffsDelta { get; init; }

    /// <summary>(δ + 1)/2: the chance that a trained person scores higher (Vargha and Delaney 2000).</summary>
    public required double VarghaDelaney { get; init; }

    /// <summary>Tie-corrected normal score of U; null when all scores are equal.</summary>
    public double? Z { get; init; }

    /// <summary>Two-sided p of <see cref="Z"/>.</summary>
    public double? P { get; init; }

    /// <summary>The same with continuity correction.</summary>
    public double? PCorrected { get; init; }

    /// <summary>Exact permutation p, P(|S − E| ≥ |s − E|), valid with ties; null above 60 people.</summary>
    public double? PExact { get; init; }

    /// <summary>Equals R's <c>wilcox.test(treated, control)</c>, <c>exactRankTests::wilcox.exact</c> and <c>effsize::cliff.delta</c>.</summary>
    /// <param name="treated">Scores of the trained; not empty.</param>
    /// <param name="control">Scores of the comparison; not empty.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    /// <exception cref="ArgumentException">A group is empty or a value is not finite.</exception>
    public static RankSumShift Of(ReadOnlySpan<double> treated, ReadOnlySpan<double> control, double level = 0.95)
    {
        Require.Level(level);
        Require.Finite(treated);
        Require.Finite(control);
        if (treated.IsEmpty || control.IsEmpty) throw new ArgumentException("A group is empty.");
        double m = treated.Length, n = control.Length, all = m + n;
        var (ranks, ties) = Ranks.Of([.. treated, .. control]);
        var u = ranks.Take(treated.Length).Sum() - (m * (m + 1) / 2);
        var sd = Math.Sqrt(m * n / 12 * (all + 1 - (ties / (all * (all - 1)))));
        var off = u - (m * n / 2);
        double? z = sd > 0 ? off / sd : null, corrected = sd > 0 ? (off - (Math.Sign(off) * 0.5)) / sd : null;
        double[] x = [.. treated.ToArray().Order()], y = [.. control.ToArray().Order()];
        var delta = Dominance.Of(x, y);
        return new()
        {
            NTreated = x.Length,
            NControl = y.Length,
            U = u,
            Shift = ShiftOf(x, y, level),
            CliffsDelta = delta.Estimate(level),
            VarghaDelaney = (delta.Delta + 1) / 2,
            Z = z,
            P = TwoSided(z),
            PCorrected = TwoSided(corrected),
            PExact = all <= MostPermuted ? Permuted(ranks, treated.Length) : null,
        };
    }

    private static double? TwoSided(double? z) => z is { } value ? 2 * Normal.Upper(Math.Abs(value)) : null;

    private static Estimate ShiftOf(double[] x, double[] y, double level)
    {
        double m = x.Length, n = y.Length;
        var pairs = (long)x.Length * y.Length;
        var k = Math.Max(1, m + n <= MostCounted
            ? RankSum.Of(x.Length, y.Length).Quantile((1 - level) / 2)
            : (long)Math.Floor((m * n / 2) - (Normal.Critical(level) * Math.Sqrt(m * n * (m + n + 1) / 12))));
        double Difference(long i) => Ranks.Difference(x, y, i);
        var interval = new Interval(Difference(k), Difference(pairs - k + 1), level, "order statistics");
        return EstimatorCatalog.HodgesLehmannShift.Of(Ranks.Median(pairs, Difference), x.Length + y.Length, "people", interval);
    }

    // Counts the subsets of m doubled ranks by their sum.
    private static double Permuted(double[] ranks, int m)
    {
        var weights = ranks.Select(r => (int)Math.Round(2 * r)).ToArray();
        var largest = weights.OrderDescending().Take(m).Sum();
        var ways = new double[m + 1, largest + 1];
        ways[0, 0] = 1;
        foreach (var weight in weights)
        {
            for (var size = m; size > 0; size--)
            {
                for (var sum = largest; sum >= weight; sum--) ways[size, sum] += ways[size - 1, sum - weight];
            }
        }

        double observed = weights.Take(m).Sum(), expected = m * (double)weights.Sum() / weights.Length, total = 0, extreme = 0;
        for (var sum = 0; sum <= largest; sum++)
        {
            total += ways[m, sum];
            if (Math.Abs(sum - expected) >= Math.Abs(observed - expected) - 1e-7) extreme += ways[m, sum];
        }

        return extreme / total;
    }
}
