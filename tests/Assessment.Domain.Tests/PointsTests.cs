using CsCheck;

namespace Assessment.Domain.Tests;

public class PointsTests
{
    [Test]
    public void Parts_up_to_a_tenth_add_up_exactly([Range(1, 10)] int parts) =>
        Enumerable.Range(0, parts).Aggregate(Points.Zero, (sum, _) => sum + Points.One.Part(1, parts)).Should().Be(Points.One);

    [Test]
    public void Hundredths_are_whole_numbers_of_ticks() =>
        Gen.Int[0, 10_000].Sample(hundredths => Points.Of(hundredths / 100.0).Ticks == hundredths * 126);

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(1e9)]
    public void Of_refuses_what_is_no_amount(double points) =>
        FluentActions.Invoking(() => Points.Of(points)).Should().Throw<ArgumentOutOfRangeException>();

    [Test]
    public void Sum_beyond_the_range_is_a_fault_and_not_a_wrong_number() =>
        FluentActions.Invoking(() => new Points(int.MaxValue) + Points.One).Should().Throw<OverflowException>();
}
