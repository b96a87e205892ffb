using Assessment.Statistics.Numerics;
using Assessment.Statistics.Streaming;

namespace Assessment.Statistics.TestQuality;

/// <summary>One item: how hard it is and how well it tells strong from weak.</summary>
/// <param name="Difficulty">Mean score: for an item scored 0/1 the share who were right. Null without people.</param>
/// <param name="ItemTotal">Correlation with the total, item included.</param>
/// <param name="ItemRest">Correlation with the total of the other items (corrected point-biserial).</param>
/// <param name="AlphaIfDeleted">Coefficient alpha of the other items.</param>
/// <param name="Discrimination">Mean of the upper group − mean of the lower group; null when the groups are not apart.</param>
public sealed record ItemStatistics(double? Difficulty, double? ItemTotal, double? ItemRest, double? AlphaIfDeleted, double? Discrimination);

/// <summary>
/// Classical item analysis. Upper and lower groups are 27 % of the people by inclusive cut scores (Kelley 1939), so that
/// ties do not depend on the order of rows and a group may be larger than 27 %.
/// </summary>
public sealed record ItemAnalysis
{
    private const double GroupShare = 0.27;

    /// <summary>Number of people.</summary>
    public required int N { get; init; }

    /// <summary>One line per item, in column order.</summary>
    public required IReadOnlyList<ItemStatistics> Items { get; init; }

    /// <summary>Mean total score; null without people.</summary>
    public double? MeanTotal { get; init; }

    /// <summary>Standard deviation of the total (n − 1).</summary>
    public double? SdTotal { get; init; }

    /// <summary>Totals at or above it form the upper group; null without people.</summary>
    public double? CutUpper { get; init; }

    /// <summary>Totals at or below it form the lower group; null without people.</summary>
    public double? CutLower { get; init; }

    /// <summary>Size of the upper group.</summary>
    public int NUpper { get; init; }

    /// <summary>Size of the lower group.</summary>
    public int NLower { get; init; }

    /// <summary>
    /// Analyses every item. Equals R's <c>colMeans</c>, <c>cor(x, total)</c>, <c>cor(x, total - x)</c>
    /// (<c>psych::alpha()$item.stats$r.drop</c>) and <c>psych::alpha()$alpha.drop$raw_alpha</c>.
    /// </summary>
    /// <param name="scores">Complete item scores; blanks must have been decided on before.</param>
    public static ItemAnalysis Of(ScoreMatrix scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return ItemTotalCounts.Of(scores) is { } counts ? Of(counts) : Plain(scores);
    }

    /// <summary>The same of items scored 0/1 from a merged state, all groups together.</summary>
    /// <param name="counts">State of the people.</param>
    /// <exception cref="OverflowException">There are more than 2³¹ − 1 people.</exception>
    public static ItemAnalysis Of(ItemTotalCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return Of(counts.Moments(), GroupDiscrimination.Of(counts, GroupShare));
    }

    /// <summary>From columns of scores, whatever they are.</summary>
    internal static ItemAnalysis Plain(ScoreMatrix scores) => Of(ItemMoments.Of(scores), GroupDiscrimination.Of(scores, GroupShare));

    private static ItemAnalysis Of(ItemMoments moments, GroupDiscrimination groups)
    {
        var sumOfVariances = moments.Variances.Sum();
        var items = new ItemStatistics[moments.Means.Length];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = new(
                Elementary.OrNull(moments.Means[i]), ItemTotal(moments, i), ItemRest(moments, i),
                AlphaWithout(moments, i, sumOfVariances), groups.Differences?[i]);
        }

        return new()
        {
            N = moments.N,
            Items = items,
            MeanTotal = Elementary.OrNull(moments.MeanTotal),
            SdTotal = Elementary.OrNull(Math.Sqrt(moments.VarianceTotal)),
            CutUpper = groups.CutUpper,
            CutLower = groups.CutLower,
            NUpper = groups.NUpper,
            NLower = groups.NLower,
        };
    }

    private static double? ItemTotal(ItemMoments m, int i) =>
        Ratio(m.WithTotal[i], Math.Sqrt(m.Variances[i]) * Math.Sqrt(m.VarianceTotal));

    private static double? ItemRest(ItemMoments m, int i) => m.RestVaries[i]
        ? Ratio(m.WithTotal[i] - m.Variances[i], Math.Sqrt(m.Variances[i]) * Math.Sqrt(VarianceOfRest(m, i)))
        : null;

    private static double? AlphaWithout(ItemMoments m, int i, double sumOfVariances) => m.RestVaries[i]
        ? ItemMoments.Alpha(m.Means.Length - 1, sumOfVariances - m.Variances[i], VarianceOfRest(m, i))
        : null;

    private static double VarianceOfRest(ItemMoments m, int i) => m.VarianceTotal - (2 * m.WithTotal[i]) + m.Variances[i];

    private static double? Ratio(double covariance, double product) => product > 0 ? Math.Clamp(covariance / product, -1, 1) : null;
}
