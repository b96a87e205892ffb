using Assessment.Statistics.Power;
using CsCheck;

namespace Assessment.Statistics.Tests.Power;

/// <summary>What is detectable with a power is found with just that power.</summary>
public sealed class PowerTests
{
    private static readonly Gen<double> Wanted = Gen.Double[0.15, 0.99];

    [Test]
    public void The_paired_t_test_finds_its_smallest_difference() => Gen.Select(Gen.Int[2, 400], Gen.Double[0.1, 9], Wanted).Sample((n, sd, power) =>
    {
        var test = TTestPower.Paired(n, sd);
        test.Of(test.Detectable(power)!.Value).Should().BeApproximately(power, 1e-9);
    }, iter: 40);

    [Test]
    public void The_clustered_test_finds_its_smallest_difference() => Gen.Select(Gen.Int[1, 9], Gen.Int[2, 9], Gen.Double[0, 0.3], Wanted).Sample((k1, k0, icc, power) =>
    {
        var test = new ClusteredDesign(k1, k0, 20, 0.5, icc).Test(2);
        test.Of(test.Detectable(power)!.Value).Should().BeApproximately(power, 1e-9);
    }, iter: 40);

    [Test]
    public void The_smallest_difference_of_proportions_is_found() => Gen.Select(Gen.Double[20, 5000], Gen.Double[0.02, 0.98], Gen.Bool, Wanted).Sample((n, p, up, power) =>
    {
        if (TwoProportionsPower.Detectable(n, p, up, power) is { } d) TwoProportionsPower.Of(n, up ? p + d : p - d, p)!.Value.Should().BeApproximately(power, 1e-9);
        else TwoProportionsPower.Of(n, up ? 1 : 0, p)!.Value.Should().BeLessThan(power);
    });

    [Test]
    public void As_many_people_as_needed_have_the_power() => Gen.Select(Gen.Double[0.01, 0.99], Gen.Double[0.01, 0.99], Gen.Double[0.1, 0.99]).Where((a, b, _) => Math.Abs(a - b) > 0.01).Sample((p1, p2, power) =>
        TwoProportionsPower.Of(TwoProportionsPower.Needed(p1, p2, power)!.Value, p1, p2)!.Value.Should().BeApproximately(power, 1e-9));

    [Test]
    public void The_weakest_rate_ratio_is_found() => Gen.Select(Gen.Double[0.001, 1], Gen.Double[100, 1e5], Gen.Double[100, 1e5], Gen.Double[0.5, 5], Wanted).Sample((rate, t0, t1, dispersion, power) =>
    {
        var test = new RateRatioPower(rate, t0, t1, dispersion);
        if (test.Detectable(power) is { } ratio) test.Of(ratio).Should().BeApproximately(power, 1e-9);
        else Enumerable.Range(1, 400).Max(i => test.Of(Math.Exp(-0.05 * i))).Should().BeLessThan(power + 1e-3);
    });

    [Test]
    public void The_stepped_wedge_finds_its_smallest_effect() => Gen.Select(Gen.Double[1, 200], Gen.Double[0.01, 3], Gen.Double[0, 2], Wanted).Sample((n, within, between, power) =>
    {
        var test = SteppedWedgePower.Of([[false, true, true], [false, false, true], [false, false, false]], n, within, between);
        test.Of(test.Detectable(power)!.Value)!.Value.Should().BeApproximately(power, 1e-12);
    });

    [Test]
    public void One_pair_less_than_needed_is_not_enough() => Gen.Select(Gen.Double[0.15, 2], Wanted).Sample((delta, power) =>
    {
        var n = TTestPower.PairsNeeded(delta, 1, power)!.Value;
        TTestPower.Paired(n, 1).Of(delta).Should().BeGreaterThanOrEqualTo(power);
        if (n > 2) TTestPower.Paired(n - 1, 1).Of(delta).Should().BeLessThan(power);
    }, iter: 30);

    [Test]
    public void No_difference_is_found_as_often_as_alpha_says_and_never_detectable()
    {
        TTestPower.Paired(9, 2, 0.03).Of(0).Should().BeApproximately(0.03, 1e-12);
        TTestPower.Paired(9, 2, 0.03).Detectable(0.03).Should().BeNull();
        TTestPower.PairsNeeded(0, 1, 0.8).Should().BeNull();
    }

    [Test]
    public void Training_that_comes_to_all_at_once_cannot_be_told_from_time() =>
        SteppedWedgePower.Of([[false, true], [false, true]], 30, 1, 0.1).Of(1).Should().BeNull();
}
