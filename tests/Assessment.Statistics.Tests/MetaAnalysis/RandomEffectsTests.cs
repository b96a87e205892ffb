using Assessment.Statistics.MetaAnalysis;
using CsCheck;

namespace Assessment.Statistics.Tests.MetaAnalysis;

public sealed class RandomEffectsTests
{
    private static readonly Gen<(double[] Effects, double[] Variances)> Studies = Gen.Int[3, 15].SelectMany(k =>
        Gen.Select(Gen.Double[-3, 3].Array[k], Gen.Double[0.01, 2].Array[k], (y, v) => (y, v)));

    // Nine trials of Collins, Yusuf and Peto (1985) as analysed by Viechtbauer (2007), table II: τ² and its Q-profile interval.
    [Test]
    public void The_published_analysis_of_nine_trials_comes_out()
    {
        (int X1, int N1, int X2, int N2)[] trials =
            [(14, 131, 14, 136), (21, 385, 17, 134), (14, 57, 24, 48), (6, 38, 18, 40), (12, 1011, 35, 760), (138, 1370, 175, 1336), (15, 506, 20, 524), (6, 108, 2, 103), (65, 153, 40, 102)];
        StudyEffect[] studies = [.. trials.Select(t => StudyEffect.LogOddsRatio(t.X1, t.N1, t.X2, t.N2)!)];
        var m = RandomEffects.Of([.. studies.Select(s => s.Effect)], [.. studies.Select(s => s.Variance)]);
        m.DerSimonianLaird.Tau2.Should().BeApproximately(0.2297, 5e-5);
        m.RestrictedLikelihood.Tau2.Should().BeApproximately(0.3008, 5e-5);
        m.Tau2Interval!.Lower.Should().BeApproximately(0.0723, 5e-5);
        m.Tau2Interval.Upper.Should().BeApproximately(2.2027, 5e-5);
    }

    [Test]
    public void Restricted_likelihood_is_highest_at_its_estimate() => Studies.Sample(s =>
    {
        var tau2 = RandomEffects.Of(s.Effects, s.Variances).RestrictedLikelihood.Tau2;
        var here = LogLikelihood(s, tau2);
        foreach (var other in (ReadOnlySpan<double>)[0, tau2 + 0.01, Math.Max(0, tau2 - 0.01), 2 * tau2]) LogLikelihood(s, other).Should().BeLessThanOrEqualTo(here + 1e-9);
    });

    // Fisher scoring swings here for ever: one precise study among imprecise ones. R: uniroot() on the score.
    [Test]
    public void One_precise_study_does_not_keep_the_search_from_its_end()
    {
        var tau2 = RandomEffects.Of([-0.6, -1, 0, -1, 0, 0, 0, -1.3, 0, 0, 0], [1, 1, 1, 0.04, 1, 0.8, 1.7, 1.9, 2, 1.4, 1.6]).RestrictedLikelihood.Tau2;
        tau2.Should().BeApproximately(0.0662631297436, 1e-7);
    }

    [Test]
    public void At_Paule_and_Mandels_variance_Q_is_its_degrees_of_freedom() => Studies.Sample(s =>
    {
        var tau2 = RandomEffects.Of(s.Effects, s.Variances).PauleMandel.Tau2;
        var q = Q(s, tau2);
        if (tau2 > 0) q.Should().BeApproximately(s.Effects.Length - 1, 1e-8);
        else q.Should().BeLessThanOrEqualTo(s.Effects.Length - 1);
    });

    [Test]
    public void Another_unit_scales_and_another_origin_shifts_the_answer() => Studies.Sample(s =>
    {
        var one = RandomEffects.Of(s.Effects, s.Variances).RestrictedLikelihood;
        var other = RandomEffects.Of([.. s.Effects.Select(y => (100 * y) + 7)], [.. s.Variances.Select(v => 1e4 * v)]).RestrictedLikelihood;
        other.Tau2.Should().BeApproximately(1e4 * one.Tau2, 1e-6 * (1 + (1e4 * one.Tau2)));
        other.Wald.Value.Should().BeApproximately((100 * one.Wald.Value) + 7, 1e-6);
        other.ISquared.Should().BeApproximately(one.ISquared!.Value, 1e-6);
    });

    [Test]
    public void The_order_of_the_agencies_does_not_matter() => Studies.Sample(s =>
    {
        RandomEffects there = RandomEffects.Of(s.Effects, s.Variances), back = RandomEffects.Of([.. s.Effects.Reverse()], [.. s.Variances.Reverse()]);
        back.RestrictedLikelihood.Wald.Value.Should().BeApproximately(there.RestrictedLikelihood.Wald.Value, 1e-9);
        back.PauleMandel.Tau2.Should().BeApproximately(there.PauleMandel.Tau2, 1e-9 * (1 + there.PauleMandel.Tau2));
    });

    [Test]
    public void The_modified_interval_is_never_the_narrower_one() => Studies.Sample(s =>
    {
        var r = RandomEffects.Of(s.Effects, s.Variances).RestrictedLikelihood;
        r.HartungKnappModified!.Lower.Should().BeLessThanOrEqualTo(r.HartungKnapp!.Interval!.Lower).And.BeLessThan(r.Wald.Interval!.Lower);
    });

    [Test]
    public void A_variance_of_0_or_nothing_at_all_is_a_fault()
    {
        var zero = () => RandomEffects.Of([1, 2], [0.1, 0]);
        var none = () => RandomEffects.Of([], []);
        zero.Should().Throw<ArgumentException>();
        none.Should().Throw<ArgumentException>();
    }

    private static double Q((double[] Effects, double[] Variances) s, double tau2)
    {
        double[] w = [.. s.Variances.Select(v => 1 / (v + tau2))];
        var mean = s.Effects.Zip(w, (y, x) => y * x).Sum() / w.Sum();
        return s.Effects.Zip(w, (y, x) => x * (y - mean) * (y - mean)).Sum();
    }

    private static double LogLikelihood((double[] Effects, double[] Variances) s, double tau2) =>
        -0.5 * (s.Variances.Sum(v => Math.Log(v + tau2)) + Math.Log(s.Variances.Sum(v => 1 / (v + tau2))) + Q(s, tau2));
}
