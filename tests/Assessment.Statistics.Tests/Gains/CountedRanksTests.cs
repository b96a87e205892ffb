using Assessment.Statistics.Descriptive;
using Assessment.Statistics.Gains;
using Assessment.Statistics.Numerics;
using CsCheck;

namespace Assessment.Statistics.Tests.Gains;

/// <summary>Ranks, quantiles and Walsh averages from a table of distinct values against those of the sorted people.</summary>
public sealed class CountedRanksTests
{
    // Thirds of a point: ties, zeros and numbers that no double holds exactly.
    private static readonly Gen<double[]> Gains = Gen.Int[-9, 12].Select(i => i / 3.0).Array[1, 60];

    [Test]
    public void Signed_ranks_equal_those_of_the_people() => Gains.Where(g => g.Any(x => x != 0)).Sample(gains =>
    {
        var test = SignedRankGain.Of(new double[gains.Length], gains);
        double[] changed = [.. gains.Where(g => g != 0)], ranks = Ranks.Of([.. changed.Select(Math.Abs)]).Ranks, all = Ranks.Of([.. gains.Select(Math.Abs)]).Ranks;
        double n = changed.Length, m = gains.Length, zeros = m - n;
        test.V.Should().Be(ranks.Where((_, i) => changed[i] > 0).Sum());
        // Wilcoxon's variance without formula for ties: Σr²/4; Pratt's with the zeros ranked first and then dropped.
        test.Z!.Value.Should().BeApproximately((test.V!.Value - (n * (n + 1) / 4)) / Math.Sqrt(ranks.Sum(r => r * r) / 4), 1e-12 * m);
        double positive = all.Where((_, i) => gains[i] > 0).Sum(), center = ((m * (m + 1)) - (zeros * (zeros + 1))) / 4;
        test.ZPratt!.Value.Should().BeApproximately((positive - center) / Math.Sqrt(all.Where((_, i) => gains[i] != 0).Sum(r => r * r) / 4), 1e-12 * m);
    });

    [Test]
    public void The_pseudomedian_is_the_median_of_all_walsh_averages() => Gains.Where(g => g.Any(x => x != 0)).Sample(gains =>
    {
        double[] changed = [.. gains.Where(g => g != 0)];
        double[] walsh = [.. (from i in Enumerable.Range(0, changed.Length) from j in Enumerable.Range(0, i + 1) select (changed[i] + changed[j]) / 2).Order()];
        SignedRankGain.Of(new double[gains.Length], gains).HodgesLehmann.As<Estimate>().Value
            .Should().Be((walsh[(walsh.Length - 1) / 2] + walsh[walsh.Length / 2]) / 2);
    });

    // Whole values are counted, few others looked up, more than a thousand sorted.
    [TestCase(7, 1)]
    [TestCase(4_000, 1)]
    [TestCase(9_000, 1)]
    [TestCase(7, 7)]
    [TestCase(1_500, 7)]
    public void Order_statistics_equal_those_of_the_sorted_values(int distinct, int unit)
    {
        var random = new Random(5);
        double[] values = [.. Enumerable.Range(0, 4_001).Select(_ => (random.Next(distinct) - 3.0) / unit)], sorted = [.. values.Order()];
        var counts = ValueCounts.Of(values);
        for (var i = 0; i < sorted.Length; i++) counts.At(i).Should().Be(sorted[i]);
        counts.Mean().Should().BeApproximately(Sums.Mean(values), 1e-12 * distinct);
        counts.Variance().Should().BeApproximately(Sums.Variance(values), 1e-12 * distinct * distinct);
        double mean = Sums.Mean(values), m2 = values.Average(v => Math.Pow(v - mean, 2)), m3 = values.Average(v => Math.Pow(v - mean, 3));
        counts.CentralMoment(2).Should().BeApproximately(m2, 1e-12 * m2);
        counts.CentralMoment(3).Should().BeApproximately(m3, 1e-12 * Math.Pow(m2, 1.5) * 10);
        var whole = Descriptives.Of(values);
        (whole.Min, whole.FirstQuartile, whole.Median, whole.ThirdQuartile, whole.Max).Should().Be((sorted[0], sorted[1000], sorted[2000], sorted[3000], sorted[^1]));
    }
}
