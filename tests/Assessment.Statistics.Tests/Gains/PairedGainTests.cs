using Assessment.Statistics.Gains;
using CsCheck;

namespace Assessment.Statistics.Tests.Gains;

public sealed class PairedGainTests
{
    private static readonly Gen<(double[], double[])> Scores = Gen.Select(Gen.Int[0, 30], Gen.Int[0, 30])
        .Array[2, 30].Select(p => (p.Select(x => (double)x.Item1).ToArray(), p.Select(x => (double)x.Item2).ToArray()));

    [Test]
    public void The_interval_contains_the_mean_and_nothing_is_NaN() => Scores.Sample(s =>
    {
        var gain = PairedGain.Of(s.Item1, s.Item2);
        if (gain.Gain is Estimate { Interval: { } interval } estimate)
        {
            (interval.Lower <= estimate.Value && estimate.Value <= interval.Upper).Should().BeTrue();
        }

        double?[] all = [gain.MeanPre, gain.MeanPost, gain.MeanGain, gain.SdPre, gain.SdPost, gain.SdGain, gain.StandardError, gain.T, gain.P, gain.R];
        all.Should().NotContain(x => x != null && double.IsNaN(x.Value));
    });

    [Test]
    public void Shifting_both_waves_changes_nothing_but_their_means() => Scores.Sample(s =>
    {
        var plain = PairedGain.Of(s.Item1, s.Item2);
        var moved = PairedGain.Of([.. s.Item1.Select(x => x + 100)], [.. s.Item2.Select(x => x + 100)]);
        (moved.T ?? 0).Should().BeApproximately(plain.T ?? 0, 1e-9);
        (moved.SdGain ?? 0).Should().BeApproximately(plain.SdGain ?? 0, 1e-10);
    });

    [Test]
    public void Swapping_the_waves_turns_the_sign() => Scores.Sample(s =>
        (PairedGain.Of(s.Item2, s.Item1).T ?? 0).Should().BeApproximately(-(PairedGain.Of(s.Item1, s.Item2).T ?? 0), 1e-9));

    [Test]
    public void The_order_of_people_does_not_matter() => Scores.Sample(s =>
        (PairedGain.Of([.. s.Item1.Reverse()], [.. s.Item2.Reverse()]).P ?? 0).Should().BeApproximately(PairedGain.Of(s.Item1, s.Item2).P ?? 0, 1e-11));

    [TestCase(0, "n = 0")]
    [TestCase(1, "n = 1")]
    public void Too_few_pairs_are_a_value(int n, string reason) =>
        PairedGain.Of(new double[n], new double[n]).Gain.Should().BeOfType<NotEstimable>().Which.Reason.Should().Be(reason);

    [Test]
    public void Different_lengths_are_a_fault()
    {
        var call = () => PairedGain.Of([1, 2], [1]);
        call.Should().Throw<ArgumentException>();
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(double.NaN)]
    public void A_level_outside_0_and_1_is_a_fault(double level)
    {
        var call = () => PairedGain.Of([1, 2], [2, 4], level);
        call.Should().Throw<ArgumentOutOfRangeException>();
    }
}
