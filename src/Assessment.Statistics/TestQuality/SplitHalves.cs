using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.TestQuality;

/// <summary>Totals of the odd-numbered and the even-numbered items: their correlation and the sum of their variances.</summary>
internal sealed record SplitHalves(double? R, double SumOfVariances)
{
    public static SplitHalves Of(ScoreMatrix scores)
    {
        double[] odd = new double[scores.Persons], even = new double[scores.Persons];
        for (var person = 0; person < scores.Persons; person++)
        {
            var row = scores.Row(person);
            for (var item = 0; item < row.Length; item++) (item % 2 == 0 ? odd : even)[person] += row[item];
        }

        return new(Sums.Correlation(odd, even), Sums.Variance(odd) + Sums.Variance(even));
    }

    public static SplitHalves Of(PairCounts counts)
    {
        static bool Odd(int item) => item % 2 == 0;
        static bool Even(int item) => item % 2 == 1;
        long odd = 0, even = 0;
        for (var item = 0; item < counts.Items; item++) _ = Odd(item) ? odd += counts[item, item] : even += counts[item, item];
        double first = Variance(counts, Odd, odd), second = Variance(counts, Even, even), product = Math.Sqrt(first) * Math.Sqrt(second);
        var covariance = ItemMoments.Covariance(counts.Persons, counts.Sum(Odd, Even), odd, even);
        return new(product > 0 ? Math.Clamp(covariance / product, -1, 1) : null, first + second);
    }

    private static double Variance(PairCounts counts, Func<int, bool> half, long sum) =>
        ItemMoments.Covariance(counts.Persons, counts.Sum(half, half), sum, sum);
}
