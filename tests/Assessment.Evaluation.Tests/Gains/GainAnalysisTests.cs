using Assessment.Domain.People;
using Assessment.Evaluation.Findings;
using Assessment.Evaluation.Gains;
using Assessment.Evaluation.Scores;
using Assessment.Evaluation.Tests.Reference;
using Assessment.Statistics;
using static Assessment.Evaluation.Tests.StudyExample;

namespace Assessment.Evaluation.Tests.Gains;

public sealed class GainAnalysisTests
{
    private const double Close = 1e-8;

    private static readonly InstrumentFindings Found = ReferenceStudy.Findings.Instruments.Single();

    [TestCase("total")]
    [TestCase("DE_ALT")]
    [TestCase("REFERRAL")]
    [TestCase("skill")]
    public void Gain_of_a_scale_equals_R(string scale)
    {
        var gain = Found.Gain(scale, "pre", "post")!;
        gain.NPairs.Should().Be(44);
        Same(scale, ("mean.pre", gain.MeanEarlier), ("mean.post", gain.MeanLater), ("sd.pre", gain.SdEarlier), ("sd.post", gain.SdLater));
        Same(scale, ("sd.gain", gain.SdGain), ("r", gain.Correlation), ("icc", gain.Icc), ("deff", gain.DesignEffect));
        Same(scale, ("gain", Value(gain.Gain)), ("gain.lower", Limits(gain.Gain).Lower), ("gain.upper", Limits(gain.Gain).Upper));
        Same(scale, ("clustered.lower", Limits(gain.ClusteredGain).Lower), ("clustered.upper", Limits(gain.ClusteredGain).Upper));
        Same(scale, ("hake", Value(gain.HakeClassGain!)), ("ceiling.post", gain.CeilingLater.Count), ("floor.pre", gain.FloorEarlier.Count));
    }

    [TestCase("total")]
    [TestCase("REFERRAL")]
    public void Effect_sizes_of_a_scale_equal_R(string scale)
    {
        var gain = Found.Gain(scale, "pre", "post")!;
        Same(scale, ("dz", Value(gain.CohensDz)), ("dz.lower", Limits(gain.CohensDz).Lower), ("dz.upper", Limits(gain.CohensDz).Upper));
        Same(scale, ("gav", Value(gain.HedgesGav)), ("gav.lower", Limits(gain.HedgesGav).Lower), ("gav.upper", Limits(gain.HedgesGav).Upper));
    }

    [Test]
    public void Pass_rates_equal_R()
    {
        var pass = Found.PassChanges.Single();
        Same(null, ("pass.pre", pass.PassedEarlier.Count), ("pass.post", pass.PassedLater.Count), ("failpass", pass.FailPass), ("passfail", pass.PassFail));
        Same(null, ("mcnemar.p", pass.PExact), ("pass.post.lower", Limits(pass.PassedLater.Rate).Lower), ("pass.post.upper", Limits(pass.PassedLater.Rate).Upper));
    }

    [Test]
    public void Reliability_of_a_form_at_a_wave_equals_R()
    {
        var form = Found.Reliabilities.Single(finding => finding is { Form: "dekt-A v1", Wave: "pre" });
        Same(null, ("alpha.A.pre", Value(form.Alpha)), ("alpha.A.pre.lower", Limits(form.Alpha).Lower), ("alpha.A.pre.upper", Limits(form.Alpha).Upper));
        Same(null, ("sem.A.pre", form.StandardErrorOfMeasurement));
    }

    [Test]
    public void Baseline_of_lost_and_kept_equals_R()
    {
        var attrition = Found.Attrition.Single();
        (attrition.NKept, attrition.NLost).Should().Be((44, 4));
        Same(null, ("kept", Value(attrition.Kept)), ("kept.lower", Limits(attrition.Kept).Lower), ("lost", Value(attrition.Lost)), ("lost.upper", Limits(attrition.Lost).Upper));
    }

    [Test]
    public void Orders_of_the_forms_are_apart_and_add_up()
    {
        var orders = Found.Gains.Where(gain => gain.Scale.Code == "total" && gain.Group.Code.StartsWith("order:", StringComparison.Ordinal)).ToArray();
        orders.Select(order => order.Group.Code).Should().Equal("order:A>B", "order:B>A");
        orders.Sum(order => order.NPairs).Should().Be(44);
        var weighted = orders.Sum(order => order.NPairs * Value(order.Gain)!.Value) / 44;
        weighted.Should().BeApproximately(ReferenceStudy.Expected["total.gain"], Close);
    }

    [Test]
    public void Gain_of_one_pair_is_not_estimable_and_says_so()
    {
        using var builder = With(Test()).Enrolled(1).Row(1, 0, 1, 0, 0, 0).Row(1, 1, 1, 1, 0, 0);
        var gain = GainAnalysis.Run(builder.Build(), Options()).Instruments[0].Gain("total", "pre", "post")!;
        gain.Gain.Should().BeOfType<NotEstimable>().Which.Reason.Should().Be("n = 1");
        gain.HedgesGav.Should().BeOfType<NotEstimable>().Which.Reason.Should().Be("n = 1");
        (gain.MeanEarlier, gain.MeanLater).Should().Be((25, 50));
    }

    [Test]
    public void Nobody_enrolled_is_an_answer()
    {
        using var builder = With(Test());
        var found = GainAnalysis.Run(builder.Build(), Options()).Instruments.Single();
        found.Gain("total", "pre", "post")!.Gain.Should().BeOfType<NotEstimable>().Which.Reason.Should().Be("n = 0");
    }

    [Test]
    public void Retention_is_asked_only_of_waves_that_were_given()
    {
        using var without = With(Test()).Enrolled(1).Row(1, 0, 1, 0, 0, 0).Row(1, 1, 1, 1, 0, 0);
        using var with = With(Test()).Enrolled(1).Row(1, 0, 1, 0, 0, 0).Row(1, 1, 1, 1, 0, 0).Row(1, 2, 1, 1, 1, 0);
        Waves(without).Should().Equal("pre-post");
        Waves(with).Should().Equal("pre-post", "post-follow-up-6m", "pre-follow-up-6m");

        static IEnumerable<string> Waves(StudyScoresBuilder builder) =>
            GainAnalysis.Run(builder.Build(), Options()).Instruments[0].Gains.Select(gain => $"{gain.Earlier}-{gain.Later}").Distinct();
    }

    [Test]
    public void Officers_and_professionals_are_apart()
    {
        using var builder = With(Test());
        builder.Enroll(1, 1, 1, ParticipantKind.Officer);
        builder.Enroll(1, 1, 2, ParticipantKind.CmhpAgreement);
        builder.Row(1, 0, 1, 0, 0, 0).Row(1, 1, 1, 1, 0, 0).Row(2, 0, 1, 0, 0, 0).Row(2, 1, 1, 1, 1, 1);
        var found = GainAnalysis.Run(builder.Build(), Options()).Instruments[0];
        found.Gain("total", "pre", "post", "kind:officer")!.MeanLater.Should().Be(50);
        found.Gain("total", "pre", "post", "kind:cmhp")!.MeanLater.Should().Be(100);
    }

    [Test]
    public void Same_form_twice_is_a_caveat()
    {
        using var builder = With(Test()).Enrolled(1).Row(1, 0, 1, 0, 0, 0).Row(1, 1, 1, 1, 0, 0);
        var gain = GainAnalysis.Run(builder.Build(), Options()).Instruments[0].Gain("total", "pre", "post")!;
        gain.Caveats.Should().Contain(caveat => caveat.Contains("same form"));
        gain.Design.Should().Be(DesignClass.C);
    }

    [Test]
    public void Delivery_without_a_last_day_is_named()
    {
        using var builder = With(Test()).Enrolled(1, delivery: 7);
        var study = builder.Build();
        var run = () => GainAnalysis.Run(study, Options(1));
        run.Should().Throw<ArgumentException>().WithMessage("*Delivery 7*");
    }

    private static void Same(string? scale, params (string Key, double? Value)[] numbers)
    {
        foreach (var (key, value) in numbers)
        {
            var name = scale is null ? key : $"{scale}.{key}";
            value.Should().BeApproximately(ReferenceStudy.Expected[name], Close, name);
        }
    }

    private static double? Value(Estimation estimation) => (estimation as Estimate)?.Value;

    private static Interval Limits(Estimation estimation) => ((Estimate)estimation).Interval!;
}
