using Assessment.Statistics.Distributions;
using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.TestQuality;

/// <summary>
/// How far the total score would come out the same with other items of the kind. Null where not estimable; a coefficient
/// whose formula divides by a variance of 0 while its numerator does not vanish is −∞, as in R.
/// </summary>
public sealed record Reliability
{
    /// <summary>Number of people.</summary>
    public required int N { get; init; }

    /// <summary>Number of items.</summary>
    public required int Items { get; init; }

    /// <summary>Coefficient alpha with Feldt's F interval.</summary>
    public required Estimation Alpha { get; init; }

    /// <summary>Alpha of standardized items, k r̄ / (1 + (k − 1) r̄); null when an item does not vary.</summary>
    public double? AlphaStandardized { get; init; }

    /// <summary>Standard deviation of the total (n − 1).</summary>
    public double? SdTotal { get; init; }

    /// <summary>Standard error of measurement in points, sd √(1 − α), a negative alpha taken as 0.</summary>
    public double? StandardErrorOfMeasurement { get; init; }

    /// <summary>Correlation of the odd-numbered with the even-numbered items.</summary>
    public double? SplitHalf { get; init; }

    /// <summary>Split half stepped up to full length, 2r/(1 + r) (Spearman 1910; Brown 1910).</summary>
    public double? SpearmanBrown { get; init; }

    /// <summary>Guttman's split half λ₄ of odd and even items, 2(1 − (v₁ + v₂)/v).</summary>
    public double? GuttmanSplitHalf { get; init; }

    /// <summary>Guttman's λ₂ (Guttman 1945).</summary>
    public double? GuttmanLambda2 { get; init; }

    /// <summary>Kuder–Richardson 20 with population variances; null unless all items are 0/1.</summary>
    public double? KuderRichardson20 { get; init; }

    /// <summary>Kuder–Richardson 21 with population variances; null unless all items are 0/1.</summary>
    public double? KuderRichardson21 { get; init; }

    /// <summary>Livingston's criterion-referenced coefficient at the cut score (Livingston 1972); null without a cut.</summary>
    public double? LivingstonK2 { get; init; }

    /// <summary>
    /// Reliability of the total. Equals R's <c>psych::alpha</c>, <c>psych::alpha.ci</c> and <c>psych::guttman()$lambda.2</c>.
    /// </summary>
    /// <param name="scores">Complete item scores.</param>
    /// <param name="cut">Cut score of the total, in points, for <see cref="LivingstonK2"/>.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    public static Reliability Of(ScoreMatrix scores, double? cut = null, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(scores);
        Require.Level(level);
        var moments = new ItemMoments(scores);
        var alpha = ItemMoments.Alpha(scores.Items, moments.Variances.Sum(), moments.VarianceTotal);
        var sd = Elementary.OrNull(Math.Sqrt(moments.VarianceTotal));
        var halves = SplitHalves.Of(scores);
        var binary = scores.IsDichotomous && scores.Items > 1;
        return new()
        {
            N = scores.Persons,
            Items = scores.Items,
            Alpha = AlphaOf(scores, alpha, level),
            AlphaStandardized = StandardizedAlpha(scores, moments),
            SdTotal = sd,
            StandardErrorOfMeasurement = alpha is { } a ? sd * Math.Sqrt(1 - Math.Max(a, 0)) : null,
            SplitHalf = halves.R,
            SpearmanBrown = halves.R is { } r ? Elementary.OrNull(2 * r / (1 + r)) : null,
            GuttmanSplitHalf = Elementary.OrNull(2 * (1 - (halves.SumOfVariances / moments.VarianceTotal))),
            GuttmanLambda2 = Lambda2(scores, moments),
            KuderRichardson20 = binary ? Kr20(scores, moments) : null,
            KuderRichardson21 = binary ? Kr21(scores, moments) : null,
            LivingstonK2 = Livingston(moments, alpha, cut),
        };
    }

    // Feldt (1965): (1 − α̂)/(1 − α) follows F with n − 1 and (n − 1)(k − 1) df.
    private static Estimation AlphaOf(ScoreMatrix scores, double? alpha, double level)
    {
        if (alpha is not { } value) return EstimatorCatalog.CronbachAlpha.No(Reason(scores), scores.Persons);
        double tail = (1 - level) / 2, df1 = scores.Persons - 1, df2 = df1 * (scores.Items - 1);
        var lower = 1 - ((1 - value) * FisherF.Quantile(1 - tail, df1, df2));
        var upper = 1 - ((1 - value) * FisherF.Quantile(tail, df1, df2));
        return EstimatorCatalog.CronbachAlpha.Of(value, scores.Persons, "people", new(lower, upper, level, "Feldt F"));
    }

    private static string Reason(ScoreMatrix scores) =>
        scores.Persons < 2 ? $"n = {scores.Persons}" : scores.Items < 2 ? "there is one item" : "the totals have no variance";

    // The sum of all correlations is the variance of the sum of standardized items.
    private static double? StandardizedAlpha(ScoreMatrix scores, ItemMoments moments)
    {
        int n = scores.Persons, k = scores.Items;
        if (k < 2 || n < 2 || moments.Variances.Any(v => v == 0)) return null;
        var sums = new double[n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < k; j++) sums[i] += (scores[i, j] - moments.Means[j]) / Math.Sqrt(moments.Variances[j]);
        }

        var mean = (Sums.Variance(sums) - k) / (k * (k - 1.0));
        return Elementary.OrNull(k * mean / (1 + ((k - 1) * mean)));
    }

    private static double? Lambda2(ScoreMatrix scores, ItemMoments moments)
    {
        int k = scores.Items;
        if (k < 2) return null;
        var squares = 0.0;
        var columns = Enumerable.Range(0, k).Select(scores.Column).ToArray();
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var covariance = Sums.Covariance(columns[i], columns[j]);
                squares += 2 * covariance * covariance;
            }
        }

        return Elementary.OrNull((moments.VarianceTotal - moments.Variances.Sum() + Math.Sqrt(k / (k - 1.0) * squares)) / moments.VarianceTotal);
    }

    private static double? Kr20(ScoreMatrix scores, ItemMoments moments)
    {
        double k = scores.Items, population = moments.VarianceTotal * (scores.Persons - 1) / scores.Persons;
        return Elementary.OrNull(k / (k - 1) * (1 - (moments.Means.Sum(p => p * (1 - p)) / population)));
    }

    private static double? Kr21(ScoreMatrix scores, ItemMoments moments)
    {
        double k = scores.Items, population = moments.VarianceTotal * (scores.Persons - 1) / scores.Persons;
        return Elementary.OrNull(k / (k - 1) * (1 - (moments.MeanTotal * (k - moments.MeanTotal) / (k * population))));
    }

    private static double? Livingston(ItemMoments moments, double? alpha, double? cut)
    {
        if (alpha is not { } a || cut is not { } c) return null;
        var distance = (moments.MeanTotal - c) * (moments.MeanTotal - c);
        return ((a * moments.VarianceTotal) + distance) / (moments.VarianceTotal + distance);
    }
}
