namespace Assessment.Domain.Tests;

/// <summary>Expected orders come from the same few lines written in Python with unbounded integers.</summary>
public sealed class SeededOrderTests
{
    [TestCase(1, 0, new[] { 5, 6, 0, 3, 4, 1, 7, 2 })]
    [TestCase(1, 1, new[] { 2, 6, 7, 3, 5, 4, 0, 1 })]
    [TestCase(-5, 0, new[] { 7, 9, 1, 0, 5, 8, 3, 4, 6, 2 })]
    public void The_same_seed_gives_the_same_order_everywhere(long seed, long stream, int[] expected) =>
        SeededOrder.Permutation(seed, stream, expected.Length).Should().Equal(expected);

    [Test]
    public void Every_order_is_as_likely_as_any_other()
    {
        const int Runs = 24_000;
        var counts = Enumerable.Range(0, Runs).GroupBy(seed => string.Join(' ', SeededOrder.Permutation(seed, 0, 4))).Select(order => order.Count()).ToList();
        counts.Should().HaveCount(24);

        // Chi-square with 23 degrees of freedom: 0.999 quantile 49.73 (R: qchisq(0.999, 23)).
        counts.Sum(count => (count - 1000.0) * (count - 1000.0) / 1000).Should().BeLessThan(49.73);
    }

    [Test]
    public void Nothing_and_a_single_place_are_orders_too()
    {
        SeededOrder.Permutation(9, 9, 0).Should().BeEmpty();
        SeededOrder.Permutation(9, 9, 1).Should().Equal(0);
    }
}
