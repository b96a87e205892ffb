using Assessment.Statistics.MetaAnalysis;
using CsCheck;

namespace Assessment.Statistics.Tests.MetaAnalysis;

public sealed class StudyEffectTests
{
    [Test]
    public void Groups_that_change_places_turn_the_sign() => Gen.Select(Gen.Int[0, 9], Gen.Int[9, 30], Gen.Int[0, 9], Gen.Int[9, 30]).Sample((x1, n1, x2, n2) =>
    {
        foreach (var of in (ReadOnlySpan<Func<double, double, double, double, StudyEffect?>>)[StudyEffect.LogRiskRatio, StudyEffect.LogOddsRatio, StudyEffect.RiskDifference, StudyEffect.LogRateRatio])
        {
            StudyEffect there = of(x1, n1, x2, n2)!, back = of(x2, n2, x1, n1)!;
            back.Effect.Should().BeApproximately(-there.Effect, 1e-12);
            back.Variance.Should().BeApproximately(there.Variance, 1e-12);
        }
    });

    [Test]
    public void No_effect_comes_of_an_empty_group_no_spread_or_two_people()
    {
        StudyEffect.LogRiskRatio(0, 0, 3, 9).Should().BeNull();
        StudyEffect.StandardizedDifference((3, 0, 8), (4, 0, 9)).Should().BeNull();
        StudyEffect.ByChange(new(5, 3, 1, 1, 2, 0.5)).Should().BeNull();
        StudyEffect.ByChange(new(5, 3, 1, 1, 9, 1)).Should().BeNull();
    }
}
