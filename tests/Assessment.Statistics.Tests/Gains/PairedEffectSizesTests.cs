using Assessment.Statistics.Gains;
using CsCheck;

namespace Assessment.Statistics.Tests.Gains;

public sealed class PairedEffectSizesTests
{
    private static readonly Gen<(double[], double[])> Scores = Gen.Select(Gen.Int[0, 30], Gen.Int[0, 30])
        .Array[2, 15].Select(p => (p.Select(x => (double)x.Item1).ToArray(), p.Select(x => (double)x.Item2).ToArray()));

    [Test]
    public void Intervals_contain_their_estimates() => Scores.Sample(s =>
    {
        var sizes = PairedEffectSizes.Of(s.Item1, s.Item2);
        foreach (var size in (Estimation[])[sizes.CohensDz, sizes.HedgesGz, sizes.CohensDav, sizes.HedgesGav, sizes.CommonLanguage])
        {
            if (size is Estimate { Interval: { } interval } e) (interval.Lower <= e.Value && e.Value <= interval.Upper).Should().BeTrue();
        }
    }, iter: 30);

    [Test]
    public void Scaling_both_waves_changes_no_effect_size() => Scores.Sample(s =>
    {
        var plain = PairedEffectSizes.Of(s.Item1, s.Item2);
        var scaled = PairedEffectSizes.Of([.. s.Item1.Select(x => x * 4)], [.. s.Item2.Select(x => x * 4)]);
        ValueOf(scaled.CohensDav).Should().BeApproximately(ValueOf(plain.CohensDav), 1e-10);
        ValueOf(scaled.CohensDrm).Should().BeApproximately(ValueOf(plain.CohensDrm), 1e-10);
    }, iter: 30);

    // Moving every score by the same points, or naming the people in another order, changes no size and no limit.
    [Test]
    public void Neither_shift_nor_order_changes_an_effect_size() => Scores.Sample(s =>
    {
        var plain = PairedEffectSizes.Of(s.Item1, s.Item2);
        var moved = PairedEffectSizes.Of([.. s.Item1.Select(x => x + 50).Reverse()], [.. s.Item2.Select(x => x + 50).Reverse()]);
        foreach (var (a, b) in ((Estimation, Estimation)[])[(plain.CohensDav, moved.CohensDav), (plain.HedgesGrm, moved.HedgesGrm), (plain.GlassDelta, moved.GlassDelta)])
        {
            ValueOf(b).Should().BeApproximately(ValueOf(a), 1e-9);
            ((b as Estimate)?.Interval?.Lower ?? 0).Should().BeApproximately((a as Estimate)?.Interval?.Lower ?? 0, 1e-8);
        }
    }, iter: 30);

    // Post is pre in another order: both waves have the same variance.
    [Test]
    public void Repeated_measures_d_is_average_d_whenever_variances_are_equal() => Scores.Sample(s =>
    {
        var sizes = PairedEffectSizes.Of(s.Item1, [.. s.Item1.Reverse().Select(x => x + 3)]);
        if (sizes.CohensDrm is Estimate drm) drm.Value.Should().BeApproximately(ValueOf(sizes.CohensDav), 1e-9 * Math.Abs(drm.Value));
    }, iter: 100);

    // When both waves vary alike, sd_gain = sd·√(2(1 − r)), so that d_rm is d_av.
    [Test]
    public void Repeated_measures_d_is_average_d_under_equal_variances()
    {
        double[] pre = [1, 2, 3, 4, 5, 9], post = [9, 2, 5, 3, 1, 4];
        var sizes = PairedEffectSizes.Of(pre, [.. post.Select(x => x + 3)]);
        ValueOf(sizes.CohensDrm).Should().BeApproximately(ValueOf(sizes.CohensDav), 1e-12);
    }

    [Test]
    public void Two_pairs_have_no_unbiased_size()
    {
        var sizes = PairedEffectSizes.Of([1, 2], [3, 7]);
        sizes.HedgesFactor.Should().BeNull();
        sizes.HedgesGz.Should().BeOfType<NotEstimable>().Which.Reason.Should().Be("n = 2");
        sizes.CohensDz.Should().BeOfType<Estimate>();
    }

    [Test]
    public void A_gain_without_variance_still_has_an_average_d_but_no_interval()
    {
        var sizes = PairedEffectSizes.Of([1, 2, 3], [3, 4, 5]);
        sizes.CohensDz.Should().BeOfType<NotEstimable>().Which.Reason.Should().Be("the gain has no variance");
        sizes.CohensDav.Should().BeOfType<Estimate>().Which.Value.Should().BeApproximately(2, 1e-14);
        sizes.CohensDav.As<Estimate>().Interval.Should().BeNull();
    }

    [Test]
    public void Nobody_gives_no_size() =>
        PairedEffectSizes.Of([], []).ProbabilityImproved.Should().BeOfType<NotEstimable>();

    private static double ValueOf(Estimation estimation) => (estimation as Estimate)?.Value ?? 0;
}
