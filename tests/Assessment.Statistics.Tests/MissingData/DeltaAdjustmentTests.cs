using Assessment.Statistics.Gains;
using Assessment.Statistics.MissingData;
using CsCheck;

namespace Assessment.Statistics.Tests.MissingData;

public sealed class DeltaAdjustmentTests
{
    private static readonly Gen<(double[] Gains, int Missing)> Samples = Gen.Select(Gen.Double[-4, 9].Array[3, 30], Gen.Int[1, 20]);

    [Test]
    public void With_no_shift_it_is_the_paired_t_interval_of_those_observed() => Samples.Sample(s =>
    {
        var at = DeltaAdjustment.Of(s.Gains, s.Missing)!.At(0);
        var paired = (Estimate)PairedGain.Of([.. s.Gains.Select(_ => 0.0)], s.Gains).Gain;
        at.Value.Should().BeApproximately(paired.Value, 1e-12);
        at.Interval!.Lower.Should().BeApproximately(paired.Interval!.Lower, 1e-10);
    });

    [Test]
    public void At_the_tipping_shift_a_limit_is_0_and_short_of_it_not() => Samples.Sample(s =>
    {
        var d = DeltaAdjustment.Of(s.Gains, s.Missing, 0.9)!;
        var undecided = d.At(0).Interval!;
        if (d.TippingAt is not { } delta)
        {
            (undecided.Lower * undecided.Upper).Should().BeLessThanOrEqualTo(0);
            return;
        }

        var (there, before) = (d.At(delta).Interval!, d.At(0.99 * delta).Interval!);
        Math.Min(Math.Abs(there.Lower), Math.Abs(there.Upper)).Should().BeLessThan(1e-9);
        (before.Lower * before.Upper).Should().BePositive();
        Math.Abs(delta).Should().BeLessThan(Math.Abs(d.ZeroAt!.Value));
    });

    [Test]
    public void At_the_zero_shift_the_mean_is_0() => Samples.Sample(s =>
    {
        var d = DeltaAdjustment.Of(s.Gains, s.Missing)!;
        d.At(d.ZeroAt!.Value).Value.Should().BeApproximately(0, 1e-12);
    });

    // Four gained 2 on average, four were lost: half of everybody, so δ = −4 takes the mean to 0.
    [Test]
    public void Half_lost_need_to_lose_twice_the_gain()
    {
        var d = DeltaAdjustment.Of([1, 2, 3, 2], 4)!;
        d.ZeroAt.Should().Be(-4);
        d.At(-4).StandardError.Should().BeApproximately(Math.Sqrt((2.0 / 3 / 4) + (16 * 0.25 / 8)), 1e-14);
    }

    [Test]
    public void One_gain_has_no_spread_to_judge_by() => DeltaAdjustment.Of([3], 2).Should().BeNull();
}
