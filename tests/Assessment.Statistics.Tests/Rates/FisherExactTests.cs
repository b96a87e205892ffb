using Assessment.Statistics.Rates;
using CsCheck;

namespace Assessment.Statistics.Tests.Rates;

/// <summary>Fisher's exact test against sums over every table of the margins, in plain loops.</summary>
public sealed class FisherExactTests
{
    private static readonly Gen<(int X1, int N1, int X0, int N0)> Tables = Gen.Select(Gen.Int[1, 25], Gen.Int[1, 25]).SelectMany((n1, n0) =>
        Gen.Select(Gen.Int[0, n1], Gen.Int[0, n0], (x1, x0) => (x1, n1, x0, n0)));

    [Test]
    public void The_conditional_odds_ratio_makes_the_count_its_mean() => Tables.Sample(t =>
    {
        if (Fisher(t).OddsRatio is not ({ } odds and > 0 and < double.PositiveInfinity)) return;
        var weights = Weights(t, odds);
        weights.Sum(w => w.Count * w.Weight).Should().BeApproximately(t.X1 * weights.Sum(w => w.Weight), 1e-9 * weights.Sum(w => w.Weight) * (1 + t.X1));
    });

    [Test]
    public void Each_limit_leaves_half_of_the_rest_in_its_tail() => Tables.Sample(t =>
    {
        var limits = Fisher(t).Interval;
        if (limits.Lower > 0) Share(Weights(t, limits.Lower), x => x >= t.X1).Should().BeApproximately(0.025, 1e-9);
        if (limits.Upper < double.PositiveInfinity) Share(Weights(t, limits.Upper), x => x <= t.X1).Should().BeApproximately(0.025, 1e-9);
    });

    [Test]
    public void P_sums_the_tables_not_more_likely() => Tables.Sample(t =>
    {
        var weights = Weights(t, 1);
        var own = weights.Single(w => w.Count == t.X1).Weight;
        Fisher(t).PMinimumLikelihood.Should().BeApproximately(weights.Where(w => w.Weight <= own * (1 + 1e-7)).Sum(w => w.Weight) / weights.Sum(w => w.Weight), 1e-12);
    });

    private static FisherExact Fisher((int X1, int N1, int X0, int N0) t) => TwoByTwo.Of(t.X1, t.N1, t.X0, t.N0).Fisher;

    private static (int Count, double Weight)[] Weights((int X1, int N1, int X0, int N0) t, double odds)
    {
        var k = t.X1 + t.X0;
        return [.. Enumerable.Range(0, k + 1).Where(x => x <= t.N1 && k - x <= t.N0).Select(x => (x, Choose(t.N1, x) * Choose(t.N0, k - x) * Math.Pow(odds, x - t.X1)))];
    }

    private static double Share((int Count, double Weight)[] weights, Func<int, bool> of) => weights.Where(w => of(w.Count)).Sum(w => w.Weight) / weights.Sum(w => w.Weight);

    private static double Choose(int n, int k) => Enumerable.Range(1, k).Aggregate(1.0, (product, i) => product * (n - k + i) / i);
}
