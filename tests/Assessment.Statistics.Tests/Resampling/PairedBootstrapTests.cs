using Assessment.Statistics.Resampling;

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

    private static BcaInterval Interval(PairedStatistic statistic, ulong seed, int replicates = 999) =>
        new PairedBootstrap(Pre, Post, statistic, 10).Interval(replicates, seed);
}
