using Assessment.Statistics.MissingData;
using CsCheck;

namespace Assessment.Statistics.Tests.MissingData;

public sealed class AttritionTests
{
    // Scores with two decimals: people who differ by 1e-66 have no regression that double precision could tell.
    private static readonly Gen<double> Score = Gen.Int[-500, 500].Select(hundredths => hundredths / 100.0);

    private static readonly Gen<double?[][]> Rows = Gen.Select(Score, Score, Gen.Double[0, 1]).Array[8, 40]
        .Select(people => people.Select(p => (double?[])[p.Item1, p.Item3 < 0.3 ? null : p.Item1 + p.Item2]).ToArray())
        .Where(rows => rows.Count(r => r[1] is not null) > 4);

    [Test]
    public void Littles_test_does_not_depend_on_units() => Rows.Sample(rows =>
    {
        if (LittleTest.Of(rows) is not { } one || LittleTest.Of([.. rows.Select(r => (double?[])[(1000 * r[0]) + 5, -r[1]])]) is not { } other) return;
        other.D2.Should().BeApproximately(one.D2, 1e-7 * (1 + one.D2));
        other.Means[0].Should().BeApproximately((1000 * one.Means[0]) + 5, 1e-6);
    });

    // One column complete, the other regressed on it: maximum likelihood fills in the regression's predictions (Anderson 1957).
    [Test]
    public void The_mean_of_a_column_with_gaps_is_the_regressions() => Rows.Sample(rows =>
    {
        if (LittleTest.Of(rows) is not { } test) return;
        var seen = rows.Where(r => r[1] is not null).Select(r => (X: r[0]!.Value, Y: r[1]!.Value)).ToArray();
        double mx = seen.Average(s => s.X), my = seen.Average(s => s.Y);
        var spread = seen.Sum(s => (s.X - mx) * (s.X - mx));
        if (spread < 0.01) return;
        var slope = seen.Sum(s => (s.X - mx) * (s.Y - my)) / spread;
        test.Means[1].Should().BeApproximately(my + (slope * (rows.Average(r => r[0]!.Value) - mx)), 1e-7);
    });

    [Test]
    public void Columns_that_depend_on_each_other_have_no_covariance() =>
        LittleTest.Of([[1, 2, 3], [2, 4, null], [3, 6, 1], [4, 8, 0], [5, 10, 2]]).Should().BeNull();

    [Test]
    public void Equal_chances_leave_the_plain_mean() => Gen.Select(Gen.Double[-9, 9].Array[2, 20], Gen.Double[0.1, 1]).Sample((y, p) =>
    {
        var w = ResponseWeighting.Of(y, [.. y.Select(_ => p)]);
        ((Estimate)w.Mean).Value.Should().BeApproximately(y.Average(), 1e-12);
        w.EffectiveSize.Should().BeApproximately(y.Length, 1e-9);
    });

    [Test]
    public void Turning_a_covariate_turns_its_coefficient_alone() => Gen.Select(Gen.Int[0, 9], Gen.Bool).Array[12, 40].Sample(people =>
    {
        double[][] x = [.. people.Select(p => (double[])[p.Item1])];
        bool[] missing = [.. people.Select(p => p.Item2)];
        if (AttritionModel.Of(x, missing) is not { } there) return;
        var back = AttritionModel.Of([.. x.Select(row => (double[])[-row[0]])], missing)!;
        back.Coefficients[1].Should().BeApproximately(-there.Coefficients[1], 1e-9);
        back.Concordance.Should().BeApproximately(there.Concordance, 1e-12);
        there.Fitted.Average().Should().BeApproximately(missing.Average(m => m ? 1.0 : 0), 1e-10);
    });

    [Test]
    public void Those_lost_that_a_covariate_tells_apart_have_no_model() =>
        AttritionModel.Of([[1], [2], [3], [4]], [false, false, true, true]).Should().BeNull();

    // Kept: 1, 2, 3 (mean 2, variance 1); lost: 4, 6 (mean 5, variance 2): −3 / √1.5.
    [Test]
    public void A_difference_is_in_mean_standard_deviations()
    {
        var balance = AttritionBalance.Of([1, 2, 3], [4, 6]);
        ((Estimate)balance.Difference).Value.Should().BeApproximately(-3 / Math.Sqrt(1.5), 1e-14);
        AttritionBalance.Of([1, 1], [1, 1]).Difference.Should().BeOfType<NotEstimable>();
        AttritionBalance.Of([1, 2.5], []).MeanMissing.Should().BeNull();
    }

    [Test]
    public void Pooled_df_never_exceed_those_of_complete_data() => Gen.Select(Gen.Double[-3, 3].Array[2, 12], Gen.Double[0.1, 2], Gen.Double[2, 500]).Sample((q, se, df) =>
    {
        var p = RubinPooling.Of(q, [.. q.Select(_ => se)], df);
        p.Df.Should().BeLessThanOrEqualTo(df);
        p.Lambda.Should().BeApproximately(p.RelativeIncrease / (1 + p.RelativeIncrease), 1e-12);
    });
}
