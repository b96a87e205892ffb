using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.TestQuality;

/// <summary>What coefficients of reliability need of the items and how they go together.</summary>
/// <param name="Moments">Of each item and the total.</param>
/// <param name="Halves">Odd-numbered and even-numbered items.</param>
/// <param name="SquaredCovariances">Σ of squared covariances of different items, each pair twice.</param>
/// <param name="Correlations">Σ of correlations of different items, each pair twice; NaN when an item does not vary.</param>
/// <param name="IsDichotomous">Whether all scores are 0 or 1.</param>
internal sealed record ItemRelations(ItemMoments Moments, SplitHalves Halves, double SquaredCovariances, double Correlations, bool IsDichotomous)
{
    /// <summary>By counting pairs of right answers where all scores are 0 or 1, plainly otherwise.</summary>
    public static ItemRelations Of(ScoreMatrix scores) => PairCounts.Of(scores) is { } counts ? Counted(counts) : Plain(scores);

    /// <summary>From columns of scores, whatever they are.</summary>
    public static ItemRelations Plain(ScoreMatrix scores)
    {
        var moments = ItemMoments.Of(scores);
        var columns = Enumerable.Range(0, scores.Items).Select(scores.Column).ToArray();
        double squares = 0;
        for (var i = 0; i < columns.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var covariance = Sums.Covariance(columns[i], columns[j]);
                squares += 2 * covariance * covariance;
            }
        }

        return new(moments, SplitHalves.Of(scores), squares, CorrelationsOf(scores, moments), scores.IsDichotomous);
    }

    private static ItemRelations Counted(PairCounts counts)
    {
        var moments = counts.Moments();
        double squares = 0, correlations = 0;
        for (var i = 0; i < counts.Items; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var covariance = counts.Covariance(i, j);
                squares += 2 * covariance * covariance;
                correlations += 2 * covariance / Math.Sqrt(moments.Variances[i] * moments.Variances[j]);
            }
        }

        return new(moments, SplitHalves.Of(counts), squares, correlations, true);
    }

    // The sum of all correlations is the variance of the sum of standardized items.
    private static double CorrelationsOf(ScoreMatrix scores, ItemMoments moments)
    {
        var sums = new double[scores.Persons];
        for (var i = 0; i < sums.Length; i++)
        {
            for (var j = 0; j < scores.Items; j++) sums[i] += (scores[i, j] - moments.Means[j]) / Math.Sqrt(moments.Variances[j]);
        }

        return Sums.Variance(sums) - scores.Items;
    }
}
