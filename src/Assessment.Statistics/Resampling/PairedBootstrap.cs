using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Resampling;

/// <summary>Statistics of pre and post scores that can be bootstrapped.</summary>
public enum PairedStatistic
{
    /// <summary>Mean of post − pre.</summary>
    MeanGain,

    /// <summary>Mean gain over the SD of the gain.</summary>
    CohensDz,

    /// <summary>Hake's class gain.</summary>
    ClassGain,

    /// <summary>Median of post − pre.</summary>
    MedianGain,
}

/// <summary>
/// Bootstrap of people: a resample draws whole pairs with replacement. Replicate r of seed s draws from its own generator started at
/// (s, r), so that results do not depend on how the work is shared out.
/// </summary>
public sealed class PairedBootstrap
{
    /// <summary>Below this many draws, some five milliseconds of work, threads cost more than they give.</summary>
    private const long ParallelFrom = 4_000_000;

    private readonly double[] pre;
    private readonly double[] gains;
    private readonly PairedStatistic statistic;
    private readonly double max;

    /// <summary>Prepares complete pairs, at least two.</summary>
    /// <param name="pre">Scores before.</param>
    /// <param name="post">Scores after, same people.</param>
    /// <param name="statistic">What to bootstrap.</param>
    /// <param name="max">Largest possible score; used by <see cref="PairedStatistic.ClassGain"/> only.</param>
    /// <exception cref="ArgumentException">Lengths differ, a value is not finite, or there are fewer than two pairs.</exception>
    public PairedBootstrap(ReadOnlySpan<double> pre, ReadOnlySpan<double> post, PairedStatistic statistic, double max = double.NaN)
    {
        Require.SameLength(pre.Length, post.Length);
        Require.Finite(pre);
        Require.Finite(post);
        if (pre.Length < 2) throw new ArgumentException("A bootstrap needs at least two pairs.");
        (this.pre, this.statistic, this.max) = (pre.ToArray(), statistic, max);
        gains = new double[pre.Length];
        for (var i = 0; i < gains.Length; i++) gains[i] = post[i] - pre[i];
    }

    /// <summary>BCa interval from resamples drawn by the documented generator (SplitMix64; Steele, Lea and Flood 2014).</summary>
    /// <param name="replicates">Number of resamples, at least 1.</param>
    /// <param name="seed">Any number; the same seed gives the same interval.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    public BcaInterval Interval(int replicates, ulong seed, double level = 0.95) =>
        Interval(replicates, seed, level, (long)replicates * gains.Length >= ParallelFrom ? Environment.ProcessorCount : 1);

    /// <summary>The same on a number of threads, which changes nothing but the time.</summary>
    internal BcaInterval Interval(int replicates, ulong seed, double level, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 1);
        DrawnStatistic? drawn = statistic == PairedStatistic.MedianGain ? new DrawnMedian(gains) : DrawnSums.Of(gains, pre, statistic, max);
        var values = new double[replicates];
        Parallel.For(0, replicates, new ParallelOptions { MaxDegreeOfParallelism = threads }, r =>
            values[r] = drawn?.Of(new SplitMix64(seed, (ulong)r)) ?? Value(Rows(seed, (ulong)r)));
        var jackknife = drawn?.LeaveOneOut();
        double[] leftOut = [.. Enumerable.Range(0, gains.Length).Select(left => jackknife?[left] ?? Without(left))];
        return BcaInterval.Of(Of(statistic), drawn?.Whole() ?? Value(All()), values, leftOut, level);
    }

    /// <summary>BCa interval from given resamples.</summary>
    /// <param name="resamples">Rows of the pairs, from 0, each resample as long as the data.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    public BcaInterval Interval(IReadOnlyList<int[]> resamples, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(resamples);
        double[] leftOut = [.. Enumerable.Range(0, gains.Length).Select(Without)];
        return BcaInterval.Of(Of(statistic), Value(All()), [.. resamples.Select(r => Value(r))], leftOut, level);
    }

    /// <summary>The rows that a replicate of a seed draws.</summary>
    internal int[] Rows(ulong seed, ulong replicate)
    {
        var generator = new SplitMix64(seed, replicate);
        var rows = new int[gains.Length];
        for (var i = 0; i < rows.Length; i += 2)
        {
            var (first, second) = generator.Below(rows.Length);
            rows[i] = first;
            if (i + 1 < rows.Length) rows[i + 1] = second;
        }

        return rows;
    }

    private int[] All() => [.. Enumerable.Range(0, gains.Length)];

    private double Without(int left)
    {
        var all = All();
        return Value([.. all[..left], .. all[(left + 1)..]]);
    }

    private static Estimator Of(PairedStatistic statistic) => statistic switch
    {
        PairedStatistic.MeanGain => EstimatorCatalog.MeanGain,
        PairedStatistic.CohensDz => EstimatorCatalog.CohensDz,
        PairedStatistic.ClassGain => EstimatorCatalog.HakeClassGain,
        _ => EstimatorCatalog.MedianGain,
    };

    private double Value(ReadOnlySpan<int> rows)
    {
        if (statistic == PairedStatistic.MedianGain) return Median(rows);
        var drawn = Drawn(gains, rows);
        var mean = Sums.Mean(drawn);
        return statistic switch
        {
            PairedStatistic.MeanGain => mean,
            PairedStatistic.ClassGain => mean / (max - Sums.Mean(Drawn(pre, rows))),
            _ => mean / Math.Sqrt(Sums.Variance(drawn)),
        };
    }

    // Means are rounded once, so that resamples of equal scores are equal whatever their order: z0 counts what is strictly below.
    private static double[] Drawn(double[] values, ReadOnlySpan<int> rows)
    {
        var drawn = new double[rows.Length];
        for (var i = 0; i < drawn.Length; i++) drawn[i] = values[rows[i]];
        return drawn;
    }

    private double Median(ReadOnlySpan<int> rows)
    {
        var drawn = Drawn(gains, rows);
        Array.Sort(drawn);
        return (drawn[(drawn.Length - 1) / 2] + drawn[drawn.Length / 2]) / 2;
    }
}
