using Assessment.Statistics.Distributions;
using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.TestQuality;

/// <summary>The sums that classical test statistics rest on: per item mean, variance and covariance with the total (n − 1).</summary>
internal sealed class ItemMoments
{
    private ItemMoments(int persons, int items) =>
        (N, Means, Variances, WithTotal, RestVaries) = (persons, new double[items], new double[items], new double[items], new bool[items]);

    public int N { get; }

    public double MeanTotal { get; private init; }

    public double VarianceTotal { get; private init; }

    public double[] Means { get; }

    public double[] Variances { get; }

    /// <summary>Covariance of the item with the total.</summary>
    public double[] WithTotal { get; }

    /// <summary>Whether the total without the item varies; asked of the scores, for a difference of variances would be rounding.</summary>
    public bool[] RestVaries { get; }

    public static ItemMoments Of(ScoreMatrix scores)
    {
        var totals = scores.Totals();
        var moments = new ItemMoments(scores.Persons, scores.Items)
        {
            MeanTotal = Sums.Mean(totals),
            VarianceTotal = Sums.Variance(totals),
        };
        for (var item = 0; item < scores.Items; item++) moments.Take(scores.Column(item), totals, item);
        return moments;
    }

    /// <summary>From whole numbers, exact but for the last division: right answers per item, their sums of totals, Σt and Σt².</summary>
    public static ItemMoments Of(int persons, ReadOnlySpan<long> right, ReadOnlySpan<long> totalsOfRight, Int128 total, Int128 squares)
    {
        var n = (Int128)persons;
        var moments = new ItemMoments(persons, right.Length)
        {
            MeanTotal = persons == 0 ? double.NaN : (double)total / persons,
            VarianceTotal = Covariance(persons, squares, total, total),
        };
        for (var item = 0; item < right.Length; item++)
        {
            Int128 sum = right[item], with = totalsOfRight[item], rest = total - sum;
            moments.Means[item] = persons == 0 ? double.NaN : (double)sum / persons;
            moments.Variances[item] = Covariance(persons, sum, sum, sum);
            moments.WithTotal[item] = Covariance(persons, with, sum, total);
            moments.RestVaries[item] = (n * (squares - (2 * with) + sum)) - (rest * rest) > 0;
        }

        return moments;
    }

    /// <summary>Covariance (n − 1) from Σxy, Σx and Σy; NaN when n &lt; 2.</summary>
    public static double Covariance(int n, Int128 products, Int128 x, Int128 y) => (double)((n * products) - (x * y)) / ((double)n * (n - 1));

    /// <summary>Coefficient alpha from k item variances and the total's; null without at least two items, two people and variance.</summary>
    public static double? Alpha(int items, double sumOfVariances, double varianceTotal) =>
        items < 2 || !(varianceTotal > 0) ? null : items / (items - 1.0) * (1 - (sumOfVariances / varianceTotal));

    /// <summary>Coefficient alpha with Feldt's interval: (1 − α̂)/(1 − α) follows F with n − 1 and (n − 1)(k − 1) df (Feldt 1965).</summary>
    public static Estimation AlphaWithInterval(double? alpha, int n, int items, double level)
    {
        if (alpha is not { } value)
        {
            return EstimatorCatalog.CronbachAlpha.No(n < 2 ? $"n = {n}" : items < 2 ? "there is one item" : "the totals have no variance", n);
        }

        double tail = (1 - level) / 2, df1 = n - 1, df2 = df1 * (items - 1);
        var lower = 1 - ((1 - value) * FisherF.Quantile(1 - tail, df1, df2));
        var upper = 1 - ((1 - value) * FisherF.Quantile(tail, df1, df2));
        return EstimatorCatalog.CronbachAlpha.Of(value, n, "people", new(lower, upper, level, "Feldt F"));
    }

    private void Take(double[] column, double[] totals, int item)
    {
        Means[item] = Sums.Mean(column);
        Variances[item] = Sums.Variance(column);
        WithTotal[item] = Sums.Covariance(column, totals);
        for (var i = 1; i < column.Length && !RestVaries[item]; i++) RestVaries[item] = totals[i] - column[i] != totals[0] - column[0];
    }
}
