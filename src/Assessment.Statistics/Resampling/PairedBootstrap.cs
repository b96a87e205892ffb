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
    public BcaInterval Interval(int replicates, ulong seed, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 1);
        var values = new double[replicates];
        var rows = new int[gains.Length];
        for (var r = 0; r < replicates; r++)
        {
            var generator = new SplitMix64(seed, (ulong)r);
            for (var i = 0; i < rows.Length; i++) rows[i] = generator.Below(rows.Length);
            values[r] = Value(rows);
        }

        return Interval(values, level);
    }

    /// <summary>BCa interval from given resamples.</summary>
    /// <param name="resamples">Rows of the pairs, from 0, each resample as long as the data.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    public BcaInterval Interval(IReadOnlyList<int[]> resamples, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(resamples);
        return Interval([.. resamples.Select(r => Value(r))], level);
    }

    private BcaInterval Interval(double[] values, double level)
    {
        int[] all = [.. Enumerable.Range(0, gains.Length)];
        var jackknife = new double[gains.Length];
        for (var left = 0; left < gains.Length; left++) jackknife[left] = Value([.. all[..left], .. all[(left + 1)..]]);
        return BcaInterval.Of(Of(statistic), Value(all), values, jackknife, level);
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
