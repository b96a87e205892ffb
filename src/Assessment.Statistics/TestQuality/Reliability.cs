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
        return Of(ItemRelations.Of(scores), cut, level);
    }

    internal static Reliability Of(ItemRelations relations, double? cut, double level)
    {
        Require.Level(level);
        var moments = relations.Moments;
        int n = moments.N, items = moments.Means.Length;
        var alpha = ItemMoments.Alpha(items, moments.Variances.Sum(), moments.VarianceTotal);
        var sd = Elementary.OrNull(Math.Sqrt(moments.VarianceTotal));
        var halves = relations.Halves;
        var binary = relations.IsDichotomous && items > 1;
        return new()
        {
            N = n,
            Items = items,
            Alpha = ItemMoments.AlphaWithInterval(alpha, n, items, level),
            AlphaStandardized = StandardizedAlpha(relations),
            SdTotal = sd,
            StandardErrorOfMeasurement = alpha is { } a ? sd * Math.Sqrt(1 - Math.Max(a, 0)) : null,
            SplitHalf = halves.R,
            SpearmanBrown = halves.R is { } r ? Elementary.OrNull(2 * r / (1 + r)) : null,
            GuttmanSplitHalf = Elementary.OrNull(2 * (1 - (halves.SumOfVariances / moments.VarianceTotal))),
            GuttmanLambda2 = Lambda2(relations),
            KuderRichardson20 = binary ? Kr20(moments) : null,
            KuderRichardson21 = binary ? Kr21(moments) : null,
            LivingstonK2 = Livingston(moments, alpha, cut),
        };
    }

    private static double? StandardizedAlpha(ItemRelations relations)
    {
        int n = relations.Moments.N, k = relations.Moments.Means.Length;
        if (k < 2 || n < 2 || relations.Moments.Variances.Any(v => v == 0)) return null;
        var mean = relations.Correlations / (k * (k - 1.0));
        return Elementary.OrNull(k * mean / (1 + ((k - 1) * mean)));
    }

    private static double? Lambda2(ItemRelations relations)
    {
        var moments = relations.Moments;
        double k = moments.Means.Length, squares = relations.SquaredCovariances;
        return k < 2
            ? null
            : Elementary.OrNull((moments.VarianceTotal - moments.Variances.Sum() + Math.Sqrt(k / (k - 1) * squares)) / moments.VarianceTotal);
    }

    private static double? Kr20(ItemMoments moments)
    {
        double k = moments.Means.Length, population = moments.VarianceTotal * (moments.N - 1) / moments.N;
        return Elementary.OrNull(k / (k - 1) * (1 - (moments.Means.Sum(p => p * (1 - p)) / population)));
    }

    private static double? Kr21(ItemMoments moments)
    {
        double k = moments.Means.Length, population = moments.VarianceTotal * (moments.N - 1) / moments.N;
        return Elementary.OrNull(k / (k - 1) * (1 - (moments.MeanTotal * (k - moments.MeanTotal) / (k * population))));
    }

    private static double? Livingston(ItemMoments moments, double? alpha, double? cut)
    {
        if (alpha is not { } a || cut is not { } c) return null;
        var distance = (moments.MeanTotal - c) * (moments.MeanTotal - c);
        return ((a * moments.VarianceTotal) + distance) / (moments.VarianceTotal + distance);
    }
}
