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
}
