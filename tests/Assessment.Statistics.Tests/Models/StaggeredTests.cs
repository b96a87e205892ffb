using Assessment.Statistics.Models;
using Assessment.Statistics.Models.Regression;
using Assessment.Statistics.Models.Series;
using Assessment.Statistics.Models.Staggered;
using CsCheck;

namespace Assessment.Statistics.Tests.Models;

/// <summary>Planted effects, symmetries and counts of allocations; agreement with R is in the golden cases.</summary>
public sealed class StaggeredTests
{
    private const int Periods = 8;
    private static readonly int[] Starts = [2, 2, 4, 4, 6, Periods, Periods];

    [Test]
    public void Planted_effects_come_back_whatever_units_and_periods_add() => Gen.Select(Gen.Double[-9, 9].Array[7], Gen.Double[-9, 9].Array[Periods]).Sample((units, periods) =>
    {
        // An effect that differs between groups and grows: starter group 2 gains 1, 2, 3 …; the others half of it.
        var effects = Fitted(GroupTimeEffects.Of(Panel((u, t) => units[u] + periods[t] + Effect(u, t))));
        foreach (var e in effects.Effects) e.Effect.Should().BeOfType<Estimate>().Which.Value.Should().BeApproximately(e.Period < e.Start ? 0 : Growth(e.Start) * (e.Period - e.Start + 1), 1e-11);
        double[] all = [.. Starts.SelectMany((s, u) => Enumerable.Range(0, Periods).Where(t => t >= s).Select(t => Effect(u, t)))];
        ((Estimate)effects.Simple.Effect).Value.Should().BeApproximately(all.Average(), 1e-11);
        ((Estimate)effects.Dynamic.Single(e => e.Key == 1).Effect).Value.Should().BeApproximately(((2 * 2) + (1 * 2) + 1) / 5.0, 1e-11);
    });

    [Test]
    public void Two_units_and_two_periods_are_a_difference_of_differences()
    {
        var panel = new StaggeredPanel([1, 5, 2, 3], [0, 0, 1, 1], [0, 1, 0, 1], [false, true, false, false]);
        ((Estimate)Fitted(GroupTimeEffects.Of(panel)).Simple.Effect).Value.Should().Be(3);
    }

    [Test]
    public void Units_with_holes_and_those_trained_throughout_are_left_out()
    {
        var panel = new StaggeredPanel([1, 5, 2, 3, 7, 4, 9], [0, 0, 1, 1, 2, 3, 3], [0, 1, 0, 1, 0, 0, 1], [false, true, false, false, false, true, true]);
        var effects = Fitted(GroupTimeEffects.Of(panel));
        (effects.Units, effects.DroppedUnits).Should().Be((2, 2));
    }

    [Test]
    public void An_event_study_finds_a_planted_path()
    {
        var study = Fitted(EventStudy.Fit(Panel((u, t) => (3 * u) + (t * t) + (t >= Starts[u] ? Math.Min(t - Starts[u], 2) + 1 : 0)), 2, 2, ResponseKind.Gaussian));
        study.Times.Should().Equal(-2, 0, 1, 2);
        study.Coefficients.Select(c => c.Value).Should().SatisfyRespectively(
            lead => lead.Should().BeApproximately(0, 1e-11), now => now.Should().BeApproximately(1, 1e-11), next => next.Should().BeApproximately(2, 1e-11), last => last.Should().BeApproximately(3, 1e-11));
    }

    // 7!/(2!·2!·2!) in one stratum; 3 · 4!/(2!·2!)… by hand: strata {2, 2, 4} and {4, 6, never, never}.
    [TestCase("0000000", 630)]
    [TestCase("0001111", 3 * 12)]
    [TestCase("0011222", 1 * 1 * 3)]
    public void Every_allocation_is_made_once(string strata, int count)
    {
        var allocations = StartAllocations.Of(Starts, [.. strata.Select(c => c - '0')], 1000, 0, 1);
        (allocations.IsExact, allocations.Count).Should().Be((true, count));
        allocations.Drawn.Select(a => string.Join(',', a)).Should().HaveCount(count).And.OnlyHaveUniqueItems().And.Contain(string.Join(',', Starts));
    }

    [Test]
    public void A_sample_of_allocations_deals_each_start_to_each_unit_equally_often()
    {
        var allocations = StartAllocations.Of(Starts, new int[7], 1, 7000, 3);
        allocations.IsExact.Should().BeFalse();
        allocations.Drawn.Should().OnlyContain(a => a.Order().SequenceEqual(Starts.Order()));
        // Binomial of 7,000 and 1/7: five standard deviations are 146.
        for (var u = 0; u < 7; u++) allocations.Drawn.Count(a => a[u] == 6).Should().BeCloseTo(1000, 146);
        StartAllocations.Of(Starts, new int[7], 1, 7000, 3).Drawn.Should().BeEquivalentTo(allocations.Drawn, o => o.WithStrictOrdering());
    }

    [Test]
    public void A_sample_of_allocations_comes_near_the_exact_p()
    {
        var panel = Counts();
        var exact = Fitted(StartRandomization.Of(panel));
        exact.IsExact.Should().BeTrue();
        var test = Fitted(StartRandomization.At(panel, 0, new()));
        (test.Statistic, test.P).Should().Be((exact.Statistic, exact.P));
        // The estimate is where the score vanishes: nothing is then more extreme than what was seen.
        Fitted(StartRandomization.At(panel, exact.LogRatio!.Value, new())).P.Should().BeGreaterThan(0.9);
    }

    [Test]
    public void The_names_of_units_do_not_matter()
    {
        var panel = Counts();
        var renamed = new StaggeredPanel(panel.Outcome, Array.ConvertAll(panel.Units, u => 6 - u), panel.Periods, panel.Trained, panel.Offset);
        Fitted(StartRandomization.At(renamed, 0, new())).P.Should().Be(Fitted(StartRandomization.At(panel, 0, new())).P);
    }

    // All limits lie where the p value crosses 1 − level.
    [Test]
    public void The_interval_holds_the_ratios_that_are_not_rejected()
    {
        var interval = ((Estimate)Fitted(StartRandomization.Of(Counts(), new(Level: 0.9))).Ratio).Interval!;
        double P(double ratio) => Fitted(StartRandomization.At(Counts(), Math.Log(ratio), new())).P;
        (P(interval.Lower * 1.0001), P(interval.Upper / 1.0001)).Should().Match<(double Low, double High)>(p => p.Low > 0.1 && p.High > 0.1);
        (P(interval.Lower / 1.0001), P(interval.Upper * 1.0001)).Should().Match<(double Low, double High)>(p => p.Low <= 0.1 && p.High <= 0.1);
    }

    [Test]
    public void A_series_without_noise_gives_its_level_and_slope_and_no_error()
    {
        double[] y = [.. Enumerable.Range(1, 20).Select(t => 5 + (0.5 * t) + (t >= 11 ? -2 - (0.25 * (t - 11)) : 0))];
        var model = Fitted(InterruptedSeries.Fit(y, [.. Enumerable.Range(1, 20).Select(t => t >= 11)], new(2)));
        model.Coefficients.Zip((double[])[5, 0.5, -2, -0.25]).Should().OnlyContain(pair => Math.Abs(pair.First.Value - pair.Second) < 1e-12);
        model.EffectValue.Should().BeApproximately(-2 - (0.25 * 9), 1e-12);
        model.Effect.Should().BeOfType<NotEstimable>();
        (model.DurbinWatson, model.BreuschGodfrey).Should().Be((null, null));
    }

    private static double Growth(int start) => start == 2 ? 1 : 0.5;

    private static double Effect(int u, int t) => t >= Starts[u] ? Growth(Starts[u]) * (t - Starts[u] + 1) : 0;

    private static StaggeredPanel Panel(Func<int, int, double> outcome)
    {
        (int U, int T)[] rows = [.. from u in Enumerable.Range(0, Starts.Length) from t in Enumerable.Range(0, Periods) select (u, t)];
        return new([.. rows.Select(r => outcome(r.U, r.T))], [.. rows.Select(r => r.U)], [.. rows.Select(r => r.T)], [.. rows.Select(r => r.T >= Starts[r.U])]);
    }

    // Uneven counts, fewer when trained.
    private static StaggeredPanel Counts() => Panel((u, t) => ((u * 5) + (t * 3) + (u * t % 7)) / (t >= Starts[u] ? 2 : 1));

    private static T Fitted<T>(ModelFit<T> fit) => fit.Should().BeOfType<ModelFit<T>.Fitted>().Subject.Model;
}
