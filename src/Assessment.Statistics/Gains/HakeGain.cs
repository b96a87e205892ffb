using Assessment.Statistics.Distributions;
using Assessment.Statistics.Numerics;
using Assessment.Statistics.Streaming;

namespace Assessment.Statistics.Gains;

/// <summary>
/// The share of what could still be gained that was gained (Hake 1998). The class gain is a ratio of means; the individual
/// gains leave out those who were perfect before and had nothing to gain.
/// </summary>
public sealed record HakeGain
{
    private const string NobodyBelow = "nobody was below the maximum before", EverybodyStayed = "everybody stayed at 0 or at the maximum";

    /// <summary>Number of complete pairs.</summary>
    public required int N { get; init; }

    /// <summary>Mean gain over mean room to gain, with delta-method standard error of a ratio and t interval.</summary>
    public required Estimation ClassGain { get; init; }

    /// <summary>Mean of the people's own normalized gains.</summary>
    public required Estimation MeanIndividualGain { get; init; }

    /// <summary>Mean normalized change (Marx and Cummings 2007): losses are divided by what could be lost.</summary>
    public required Estimation NormalizedChange { get; init; }

    /// <summary>People with the maximum before.</summary>
    public int PerfectPre { get; init; }

    /// <summary>Standard deviation of the individual gains (n − 1); null from fewer than two.</summary>
    public double? SdIndividualGain { get; init; }

    /// <summary>People with individual gain below 0.3, losses included.</summary>
    public int Low { get; init; }

    /// <summary>People with individual gain from 0.3 to below 0.7.</summary>
    public int Medium { get; init; }

    /// <summary>People with individual gain of 0.7 or more.</summary>
    public int High { get; init; }

    /// <summary>People who lost points (also counted in <see cref="Low"/>).</summary>
    public int Negative { get; init; }

    /// <summary>
    /// Normalized gain. Equals R's <c>mean(post - pre) / (max - mean(pre))</c> and <c>mean((post - pre) / (max - pre))</c>.
    /// </summary>
    /// <param name="pre">Scores before, from 0 to <paramref name="max"/>.</param>
    /// <param name="post">Scores after, same length and order of people.</param>
    /// <param name="max">The largest possible score.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    /// <exception cref="ArgumentException">The lengths differ or a value is not finite.</exception>
    public static HakeGain Of(ReadOnlySpan<double> pre, ReadOnlySpan<double> post, double max, double level = 0.95)
    {
        Require.SameLength(pre.Length, post.Length);
        Require.Level(level);
        Require.Finite(pre);
        Require.Finite(post);
        var n = pre.Length;
        var gains = Each(pre, post, max, IndividualGain);
        var changes = Each(pre, post, max, Change);
        return new()
        {
            N = n,
            ClassGain = ClassGainOf(PairedMoments.Of(pre, post), max, level),
            MeanIndividualGain = MeanOf(EstimatorCatalog.HakeIndividualGain, Sums.Mean(gains), gains.Length, NobodyBelow),
            NormalizedChange = MeanOf(EstimatorCatalog.NormalizedChange, Sums.Mean(changes), changes.Length, EverybodyStayed),
            PerfectPre = n - gains.Length,
            SdIndividualGain = gains.Length > 1 ? Math.Sqrt(Sums.Variance(gains)) : null,
            Low = gains.Count(g => g < 0.3),
            Medium = gains.Count(g => g is >= 0.3 and < 0.7),
            High = gains.Count(g => g >= 0.7),
            Negative = gains.Count(g => g < 0),
        };
    }

    /// <summary>
    /// The class gain alone, from a merged state: mean gain over mean room, with the delta-method standard error of a ratio,
    /// whose residual g − r·(max − x) has the variance s²g + r²s²x + 2r·s(g, x).
    /// </summary>
    /// <param name="moments">State of the complete pairs.</param>
    /// <param name="max">The largest possible score.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    public static Estimation ClassGainOf(PairedMoments moments, double max, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(moments);
        Require.Level(level);
        var n = moments.N;
        if (n == 0) return EstimatorCatalog.HakeClassGain.No("n = 0", 0);
        var room = max - moments.MeanPre;
        if (!(room > 0)) return EstimatorCatalog.HakeClassGain.No("there was no room to gain", n);
        var ratio = moments.MeanGain / room;
        var estimate = EstimatorCatalog.HakeClassGain.Of(ratio, n, "pairs");
        if (n == 1) return estimate;
        var squares = moments.SquaresGain + (ratio * ratio * moments.SquaresPre) + (2 * ratio * (moments.Products - moments.SquaresPre));
        var se = Math.Sqrt(Math.Max(0, squares) / (n - 1) / n) / room;
        var half = StudentT.Critical(level, n - 1) * se;
        return estimate with { StandardError = se, Df = n - 1, Interval = new(ratio - half, ratio + half, level, "delta method, t") };
    }

    /// <summary>The same from a table of whole scores, as of merged groups.</summary>
    /// <param name="counts">Pairs by score before and after; its maximum is the largest possible score.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    /// <exception cref="OverflowException">There are more than 2³¹ − 1 pairs.</exception>
    public static HakeGain Of(PrePostCounts counts, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(counts);
        Require.Level(level);
        ValueCounts gains = Table(counts, IndividualGain), changes = Table(counts, Change);
        int Count(Func<double, bool> which) => (int)gains.Counts.Where((_, i) => which(gains.Values[i])).Sum();
        return new()
        {
            N = checked((int)counts.N),
            ClassGain = ClassGainOf(counts.Moments(), counts.Max, level),
            MeanIndividualGain = MeanOf(EstimatorCatalog.HakeIndividualGain, gains.Mean(), gains.N, NobodyBelow),
            NormalizedChange = MeanOf(EstimatorCatalog.NormalizedChange, changes.Mean(), changes.N, EverybodyStayed),
            PerfectPre = (int)(counts.N - gains.N),
            SdIndividualGain = gains.N > 1 ? Math.Sqrt(gains.Variance()) : null,
            Low = Count(g => g < 0.3),
            Medium = Count(g => g is >= 0.3 and < 0.7),
            High = Count(g => g >= 0.7),
            Negative = Count(g => g < 0),
        };
    }

    private static double? IndividualGain(double pre, double post, double max) => pre < max ? (post - pre) / (max - pre) : null;

    private static double? Change(double pre, double post, double max) =>
        post > pre && pre < max ? (post - pre) / (max - pre)
        : post < pre && pre > 0 ? (post - pre) / pre
        : post == pre && pre != 0 && pre != max ? 0
        : null;

    private static double[] Each(ReadOnlySpan<double> pre, ReadOnlySpan<double> post, double max, Func<double, double, double, double?> gain)
    {
        var (gains, kept) = (new double[pre.Length], 0);
        for (var i = 0; i < pre.Length; i++)
        {
            if (gain(pre[i], post[i], max) is { } value) gains[kept++] = value;
        }

        return gains[..kept];
    }

    // A value may occur in several places of the table; its moments do not mind.
    private static ValueCounts Table(PrePostCounts counts, Func<double, double, double, double?> gain)
    {
        var cells = counts.Cells().Select(c => (Gain: gain(c.Pre, c.Post, counts.Max), c.Count)).Where(c => c.Gain is not null).ToArray();
        return new([.. cells.Select(c => c.Gain!.Value)], [.. cells.Select(c => c.Count)]);
    }

    private static Estimation MeanOf(Estimator estimator, double mean, long n, string reason) =>
        n == 0 ? estimator.No(reason, 0) : estimator.Of(mean, (int)n, "pairs");
}
