using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.TestQuality;

/// <summary>The sums that classical test statistics rest on: per item mean, variance and covariance with the total (n − 1).</summary>
internal sealed class ItemMoments
{
    public ItemMoments(ScoreMatrix scores)
    {
        Totals = scores.Totals();
        MeanTotal = scores.Persons == 0 ? double.NaN : Sums.Mean(Totals);
        VarianceTotal = Sums.Variance(Totals);
        Means = new double[scores.Items];
        Variances = new double[scores.Items];
        WithTotal = new double[scores.Items];
        RestVaries = new bool[scores.Items];
        for (var item = 0; item < scores.Items; item++) Take(scores.Column(item), item);
    }

    public double[] Totals { get; }

    public double MeanTotal { get; }

    public double VarianceTotal { get; }

    public double[] Means { get; }

    public double[] Variances { get; }

    /// <summary>Covariance of the item with the total.</summary>
    public double[] WithTotal { get; }

    /// <summary>Whether the total without the item varies; asked of the scores, for a difference of variances would be rounding.</summary>
    public bool[] RestVaries { get; }

    /// <summary>Coefficient alpha from k item variances and the total's; null without at least two items, two people and variance.</summary>
    public static double? Alpha(int items, double sumOfVariances, double varianceTotal) =>
        items < 2 || !(varianceTotal > 0) ? null : items / (items - 1.0) * (1 - (sumOfVariances / varianceTotal));

    private void Take(double[] column, int item)
    {
        Means[item] = column.Length == 0 ? double.NaN : Sums.Mean(column);
        Variances[item] = Sums.Variance(column);
        WithTotal[item] = Sums.Covariance(column, Totals);
        for (var i = 1; i < column.Length && !RestVaries[item]; i++) RestVaries[item] = Totals[i] - column[i] != Totals[0] - column[0];
    }
}
