using Assessment.Statistics.Rates;
using CsCheck;

namespace Assessment.Statistics.Tests.Rates;

public sealed class TwoByTwoTests
{
    private static readonly Gen<(int X1, int N1, int X0, int N0)> Tables = Gen.Select(Gen.Int[1, 200], Gen.Int[1, 200]).SelectMany((n1, n0) =>
        Gen.Select(Gen.Int[0, n1], Gen.Int[0, n0], (x1, x0) => (x1, n1, x0, n0)));

    [Test]
    public void Groups_that_change_places_turn_the_sign_and_invert_the_ratios() => Tables.Sample(t =>
    {
        TwoByTwo there = TwoByTwo.Of(t.X1, t.N1, t.X0, t.N0), back = TwoByTwo.Of(t.X0, t.N0, t.X1, t.N1);
        back.Difference.Interval!.Lower.Should().BeApproximately(-there.Difference.Interval!.Upper, 1e-14);
        (back.AdjustedOddsRatio.Value * there.AdjustedOddsRatio.Value).Should().BeApproximately(1, 1e-12);
        (back.AdjustedRiskRatio.Interval!.Lower * there.AdjustedRiskRatio.Interval!.Upper).Should().BeApproximately(1, 1e-10);
        back.Fisher.PMinimumLikelihood.Should().BeApproximately(there.Fisher.PMinimumLikelihood, 1e-10);
        back.Phi.Should().Match(phi => phi == null || Math.Abs(phi.Value + there.Phi!.Value) < 1e-14);
    });

    [Test]
    public void To_count_who_had_no_event_inverts_the_odds_ratio() => Tables.Sample(t =>
    {
        TwoByTwo had = TwoByTwo.Of(t.X1, t.N1, t.X0, t.N0), had_not = TwoByTwo.Of(t.N1 - t.X1, t.N1, t.N0 - t.X0, t.N0);
        (had_not.AdjustedOddsRatio.Interval!.Lower * had.AdjustedOddsRatio.Interval!.Upper).Should().BeApproximately(1, 1e-10);
        had_not.Difference.Value.Should().BeApproximately(-had.Difference.Value, 1e-14);
        had_not.Fisher.PCentral.Should().BeApproximately(had.Fisher.PCentral, 1e-10);
    });

    [Test]
    public void The_difference_lies_in_an_interval_within_1() => Tables.Sample(t =>
    {
        var d = TwoByTwo.Of(t.X1, t.N1, t.X0, t.N0).Difference;
        d.Interval!.Lower.Should().BeInRange(-1 - 1e-15, d.Value);
        d.Interval.Upper.Should().BeInRange(d.Value, 1 + 1e-15);
    });

    // n of n against none of n: the table is the least likely one of 1 / C(2n, n) either way.
    [Test]
    public void A_clean_split_has_the_p_of_two_tables()
    {
        var fisher = TwoByTwo.Of(20, 20, 0, 20).Fisher;
        fisher.PMinimumLikelihood.Should().BeApproximately(2 / 137846528820.0, 1e-22);
        fisher.OddsRatio.Should().Be(double.PositiveInfinity);
        fisher.Interval.Upper.Should().Be(double.PositiveInfinity);
    }

    // With millions the conditional and the unconditional odds ratio agree to the order 1/n.
    [Test]
    public void Large_tables_are_answered_as_by_Woolf()
    {
        var t = TwoByTwo.Of(3_000_000, 10_000_000, 2_990_000, 10_000_000);
        (t.Fisher.OddsRatio!.Value / t.AdjustedOddsRatio.Value).Should().BeApproximately(1, 1e-6);
        (t.Fisher.Interval.Lower / t.AdjustedOddsRatio.Interval!.Lower).Should().BeApproximately(1, 1e-6);
    }

    [TestCase(1, 0, 0, 3)]
    [TestCase(4, 3, 0, 3)]
    [TestCase(1, 3, -1, 3)]
    public void Empty_groups_and_more_events_than_members_are_faults(int x1, int n1, int x0, int n0)
    {
        var call = () => TwoByTwo.Of(x1, n1, x0, n0);
        call.Should().Throw<ArgumentOutOfRangeException>();
    }
}
