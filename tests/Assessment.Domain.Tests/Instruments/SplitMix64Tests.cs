using Assessment.Domain.Instruments;

namespace Assessment.Domain.Tests.Instruments;

public class SplitMix64Tests
{
    [Test]
    public void Numbers_are_those_of_the_published_generator()
    {
        // First five outputs for seed 1234567, as other implementations publish them as their test vector.
        var random = new SplitMix64(1234567);
        new[] { random.Next(), random.Next(), random.Next(), random.Next(), random.Next() }.Should().Equal(
            6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821);
    }

    [Test]
    public void Every_order_is_equally_likely()
    {
        // 24 orders of 4, 24,000 shuffles: chi-square with 23 degrees of freedom stays below qchisq(0.9999, 23) = 57.07 (R).
        var random = new SplitMix64(7);
        var counts = Enumerable.Range(0, 24_000).GroupBy(_ => string.Concat(random.Shuffle("abcd"))).Select(group => group.Count()).ToList();
        counts.Should().HaveCount(24);
        counts.Sum(count => (count - 1000.0) * (count - 1000.0) / 1000).Should().BeLessThan(57.07);
    }

    [Test]
    public void Bounded_numbers_are_uniform_and_below_the_bound()
    {
        // 6 classes, 60,000 draws: below qchisq(0.9999, 5) = 25.7 (R).
        var random = new SplitMix64(11);
        var counts = Enumerable.Range(0, 60_000).Select(_ => random.Below(6)).GroupBy(value => value).ToDictionary(group => group.Key, group => group.Count());
        counts.Keys.Should().BeEquivalentTo([0, 1, 2, 3, 4, 5]);
        counts.Values.Sum(count => (count - 10_000.0) * (count - 10_000.0) / 10_000).Should().BeLessThan(25.7);
        random.Below(1).Should().Be(0);
    }
}
