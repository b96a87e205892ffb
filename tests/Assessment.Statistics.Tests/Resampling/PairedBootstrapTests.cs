using Assessment.Statistics.Resampling;
using CsCheck;

namespace Assessment.Statistics.Tests.Resampling;

public sealed class PairedBootstrapTests
{
    private static readonly double[] Pre = [3, 5, 4, 6, 2, 8, 7, 9, 6, 1], Post = [6, 9, 6, 7, 2, 9, 9, 10, 8, 6];

    [Test]
    public void The_same_seed_gives_the_same_interval() =>
        Interval(PairedStatistic.MeanGain, 7).Should().BeEquivalentTo(Interval(PairedStatistic.MeanGain, 7));

    [Test]
    public void Another_seed_gives_another() =>
        Interval(PairedStatistic.MeanGain, 7).Mean.Should().NotBe(Interval(PairedStatistic.MeanGain, 8).Mean);

    // The bootstrap standard error of a mean tends to sd·√((n − 1)/n)/√n.
    [Test]
    public void The_standard_error_of_the_mean_is_near_its_closed_form()
    {
        var gain = (Estimate)Statistics.Gains.PairedGain.Of(Pre, Post).Gain;
        Interval(PairedStatistic.MeanGain, 1, 20_000).StandardError!.Value.Should().BeApproximately(gain.StandardError!.Value * Math.Sqrt(0.9), 0.02);
    }

    [TestCase(PairedStatistic.MeanGain)]
    [TestCase(PairedStatistic.CohensDz)]
    [TestCase(PairedStatistic.ClassGain)]
    [TestCase(PairedStatistic.MedianGain)]
    public void The_interval_contains_the_statistic(PairedStatistic statistic)
    {
        var estimate = (Estimate)Interval(statistic, 3).Estimate;
        estimate.Value.Should().BeInRange(estimate.Interval!.Lower, estimate.Interval.Upper);
    }

    // Two pairs: half of all resamples draw one of them twice and have no spread to divide by.
    [Test]
    public void A_resample_without_the_statistic_leaves_no_interval()
    {
        var bca = new PairedBootstrap([1, 2], [3, 7], PairedStatistic.CohensDz).Interval(99, 5);
        bca.Estimate.Should().BeOfType<Estimate>().Which.Interval.Should().BeNull();
        (bca.Mean, bca.Percentile).Should().Be((null, null));
    }

    [Test]
    public void One_pair_is_a_fault()
    {
        var call = () => new PairedBootstrap([1], [2], PairedStatistic.MeanGain);
        call.Should().Throw<ArgumentException>();
    }

    // Scores in points, in thirds (no exact doubles) and tiny. Gains of d_z are drawn without ties: its plain variance depends on the order of
    // rows in the last digit, so that it cannot tell a resample equal to the data from one below.
    [Test]
    public void Sums_of_draws_give_what_the_drawn_pairs_give([Values] PairedStatistic statistic, [Values(1, 1 / 3.0, 1e-9)] double unit) =>
        Gen.Select(Gen.Int[0, 30].Array[20, 45], Gen.Int[0, 1000], (pre, seed) => (pre, seed)).Sample(
            drawn =>
            {
                var random = new Random(drawn.seed);
                double Gain() => statistic == PairedStatistic.CohensDz ? (random.NextDouble() * 13) - 4 : random.Next(-4, 9);
                double[] pre = [.. drawn.pre.Select(x => x * unit)], post = [.. pre.Select(x => x + (Gain() * unit))];
                var bootstrap = new PairedBootstrap(pre, post, statistic, 31 * unit);
                var resamples = Enumerable.Range(0, 99).Select(r => bootstrap.Rows(5, (ulong)r)).ToArray();
                ShouldBeNear(bootstrap.Interval(99, 5), bootstrap.Interval(resamples));
            },
            iter: 40);

    // With three pairs most resamples repeat the data or a single pair: ties with the statistic, and no variance.
    [TestCase(PairedStatistic.MeanGain)]
    [TestCase(PairedStatistic.ClassGain)]
    [TestCase(PairedStatistic.MedianGain)]
    public void Few_pairs_tie_alike_both_ways(PairedStatistic statistic)
    {
        var bootstrap = new PairedBootstrap([1, 2, 4], [1.1, 2.3, 4.7], statistic, 10);
        ShouldBeNear(bootstrap.Interval(500, 2), bootstrap.Interval([.. Enumerable.Range(0, 500).Select(r => bootstrap.Rows(2, (ulong)r))]));
    }

    [Test]
    public void Threads_change_no_digit([Values] PairedStatistic statistic)
    {
        var random = new Random(11);
        double[] pre = [.. Enumerable.Range(0, 300).Select(_ => random.NextDouble() * 60)], post = [.. pre.Select(x => x + random.NextDouble() - 0.2)];
        var bootstrap = new PairedBootstrap(pre, post, statistic, 100);
        bootstrap.Interval(999, 3, 0.95, threads: 2).Should().BeEquivalentTo(bootstrap.Interval(999, 3, 0.95, threads: 1));
    }

    [TestCase(1e300)]
    [TestCase(1e-300)]
    public void Scores_at_the_ends_of_the_doubles_go_the_plain_way(double unit)
    {
        double[] pre = [.. Pre.Select(x => x * unit)], post = [.. Post.Select(x => x * unit)];
        var interval = new PairedBootstrap(pre, post, PairedStatistic.MeanGain).Interval(99, 1);
        interval.Estimate.As<Estimate>().Value.Should().BeApproximately(2.1 * unit, 1e-12 * unit);
    }

    private static void ShouldBeNear(BcaInterval actual, BcaInterval expected)
    {
        double[] Numbers(BcaInterval b) =>
        [
            b.Estimate.As<Estimate>().Value, b.Mean ?? -1, b.StandardError ?? -1, b.Acceleration ?? -1, b.BiasCorrection ?? -1, b.AdjustedTails.Lower ?? -1, b.AdjustedTails.Upper ?? -1,
            b.Percentile?.Lower ?? -1, b.Percentile?.Upper ?? -1, b.Estimate.As<Estimate>().Interval?.Lower ?? -1, b.Estimate.As<Estimate>().Interval?.Upper ?? -1,
        ];
        foreach (var (a, b) in Numbers(actual).Zip(Numbers(expected)))
        {
            if (double.IsFinite(b)) a.Should().BeApproximately(b, 1e-12 * Math.Max(1, Math.Abs(b)));
            else a.Should().Be(b);
        }
    }

    private static BcaInterval Interval(PairedStatistic statistic, ulong seed, int replicates = 999) =>
        new PairedBootstrap(Pre, Post, statistic, 10).Interval(replicates, seed);
}
