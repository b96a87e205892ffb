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
        var gains = IndividualGains(pre, post, max);
        var changes = NormalizedChanges(pre, post, max);
        return new()
        {
            N = n,
            ClassGain = ClassGainOf(PairedMoments.Of(pre, post), max, level),
            MeanIndividualGain = MeanOf(EstimatorCatalog.HakeIndividualGain, gains, "nobody was below the maximum before"),
            NormalizedChange = MeanOf(EstimatorCatalog.NormalizedChange, changes, "everybody stayed at 0 or at the maximum"),
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

    private static double[] IndividualGains(ReadOnlySpan<double> pre, ReadOnlySpan<double> post, double max)
    {
        var gains = new List<double>(pre.Length);
        for (var i = 0; i < pre.Length; i++)
        {
            if (pre[i] < max) gains.Add((post[i] - pre[i]) / (max - pre[i]));
        }

        return [.. gains];
    }

    private static double[] NormalizedChanges(ReadOnlySpan<double> pre, ReadOnlySpan<double> post, double max)
    {
        var changes = new List<double>(pre.Length);
        for (var i = 0; i < pre.Length; i++)
        {
            double before = pre[i], after = post[i];
            if (after > before && before < max) changes.Add((after - before) / (max - before));
            else if (after < before && before > 0) changes.Add((after - before) / before);
            else if (after == before && before != 0 && before != max) changes.Add(0);
        }

        return [.. changes];
    }

    private static Estimation MeanOf(Estimator estimator, double[] values, string reason) => values.Length == 0
        ? estimator.No(reason, 0)
        : estimator.Of(Sums.Mean(values), values.Length, "pairs");
}
