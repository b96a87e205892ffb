using Assessment.Statistics.Rates;
using CsCheck;

namespace Assessment.Statistics.Tests.Rates;

public sealed class EValueTests
{
    // VanderWeele and Ding: a confounder with both risk ratios E biases by E²/(2E − 1), which is just the ratio.
    [Test]
    public void A_confounder_of_that_strength_just_explains_the_ratio() => Gen.Double[1, 50].Sample(ratio =>
    {
        var e = EValue.Of(ratio).Point;
        (e * e / ((2 * e) - 1)).Should().BeApproximately(ratio, 1e-12 * ratio);
    });

    [Test]
    public void A_protective_ratio_needs_the_same_strength_as_its_inverse() => Gen.Double[1, 50].Sample(ratio =>
    {
        var harm = EValue.Of(ratio, (ratio / 1.1, ratio * 1.2));
        var help = EValue.Of(1 / ratio, (1 / (ratio * 1.2), 1.1 / ratio));
        help.Point.Should().BeApproximately(harm.Point, 1e-9 * harm.Point);
        help.Limit!.Value.Should().BeApproximately(harm.Limit!.Value, 1e-6 * harm.Limit.Value);
    });

    [Test]
    public void Limits_the_wrong_way_round_are_a_fault()
    {
        var call = () => EValue.Of(2, (3, 1));
        call.Should().Throw<ArgumentOutOfRangeException>();
    }
}
