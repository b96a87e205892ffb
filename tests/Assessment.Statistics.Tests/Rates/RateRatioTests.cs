using Assessment.Statistics.Distributions;
using Assessment.Statistics.Rates;
using CsCheck;

namespace Assessment.Statistics.Tests.Rates;

public sealed class RateRatioTests
{
    private static readonly Gen<(int X1, double T1, int X0, double T0)> Groups = Gen.Select(Gen.Int[0, 60], Gen.Double[0.1, 1000], Gen.Int[0, 60], Gen.Double[0.1, 1000]);

    [Test]
    public void Groups_that_change_places_invert_the_answer() => Groups.Sample(g =>
    {
        RateRatio there = RateRatio.Of(g.X1, g.T1, g.X0, g.T0), back = RateRatio.Of(g.X0, g.T0, g.X1, g.T1);
        back.PMid.Should().BeApproximately(there.PMid, 1e-12);
        back.PCentral.Should().BeApproximately(there.PCentral, 1e-12);
        back.PMinimumLikelihood.Should().BeApproximately(there.PMinimumLikelihood, 1e-12);
        if (g.X1 + g.X0 == 0) return;
        (back.MidPInterval!.Lower * there.MidPInterval!.Upper).Should().Match(x => double.IsNaN(x) || Math.Abs(x - 1) < 1e-10);
        (back.ExactInterval!.Upper * there.ExactInterval!.Lower).Should().Match(x => double.IsNaN(x) || Math.Abs(x - 1) < 1e-10);
    });

    [Test]
    public void The_mid_p_interval_lies_within_the_exact_one_and_holds_the_ratio() => Groups.Where(g => g.X1 + g.X0 > 0).Sample(g =>
    {
        var r = RateRatio.Of(g.X1, g.T1, g.X0, g.T0);
        r.MidPInterval!.Lower.Should().BeInRange(r.ExactInterval!.Lower, r.Ratio!.Value);
        r.MidPInterval.Upper.Should().BeInRange(r.Ratio.Value, r.ExactInterval.Upper);
        r.PMid.Should().BeLessThanOrEqualTo(r.PCentral);
    });

    [Test]
    public void A_p_below_the_rest_of_the_level_puts_1_outside() => Groups.Where(g => g.X1 + g.X0 > 0).Sample(g =>
    {
        var r = RateRatio.Of(g.X1, g.T1, g.X0, g.T0, 0.9);
        if (Math.Abs(r.PMid - 0.1) > 1e-9) (r.MidPInterval!.Lower > 1 || r.MidPInterval.Upper < 1).Should().Be(r.PMid < 0.1);
        if (Math.Abs(r.PCentral - 0.1) > 1e-9) (r.ExactInterval!.Lower > 1 || r.ExactInterval.Upper < 1).Should().Be(r.PCentral < 0.1);
    });

    // Far tails by reasoning: n events all in one of two equal groups have a central p of 2 · ½ⁿ, mid-p half of it.
    [TestCase(60)]
    [TestCase(1000)]
    public void Far_tails_keep_their_digits(int n)
    {
        var r = RateRatio.Of(n, 7, 0, 7);
        (r.PCentral / Math.Pow(2, 1 - n)).Should().BeApproximately(1, 1e-11);
        (r.PMid / Math.Pow(2, -n)).Should().BeApproximately(1, 1e-11);
        (r.PMinimumLikelihood / Math.Pow(2, 1 - n)).Should().BeApproximately(1, 1e-11);
        RateRatio.Of(0, 7, n, 7).PMid.Should().BeApproximately(r.PMid, 1e-12 * r.PMid);
    }

    // With two billion events a side the share is normal: log RR ± z √(1/x₁ + 1/x₀) to its curvature.
    [Test]
    public void The_largest_counts_are_answered()
    {
        const int Many = 2_000_000_000;
        var r = RateRatio.Of(Many, 1, Many, 1);
        (Math.Log(r.MidPInterval!.Upper) / (Normal.Critical(0.95) * Math.Sqrt(1e-9))).Should().BeApproximately(1, 1e-6);
        (Math.Log(r.ExactInterval!.Lower) / (Normal.Critical(0.95) * Math.Sqrt(1e-9))).Should().BeApproximately(-1, 1e-4);
    }

    [Test]
    public void A_rate_is_in_its_interval_and_scales_with_its_unit() => Gen.Select(Gen.Int[0, 5000], Gen.Double[0.01, 1e6]).Sample((x, t) =>
    {
        Estimate one = IncidenceRate.Of(x, t), thousand = IncidenceRate.Of(x, t, 1000);
        one.Value.Should().BeInRange(one.Interval!.Lower, one.Interval.Upper);
        thousand.Interval!.Upper.Should().BeApproximately(1000 * one.Interval.Upper, 1e-9 * thousand.Interval.Upper);
    });

    [TestCase(-1, 1.0)]
    [TestCase(1, 0.0)]
    [TestCase(1, -2.0)]
    public void Counts_below_0_and_no_exposure_are_faults(int events, double exposure)
    {
        var rate = () => IncidenceRate.Of(events, exposure);
        var ratio = () => RateRatio.Of(3, 4, events, exposure);
        rate.Should().Throw<ArgumentOutOfRangeException>();
        ratio.Should().Throw<ArgumentOutOfRangeException>();
    }
}
