using Assessment.Api.Features.Samples;

namespace Assessment.Api.Tests.Features.Samples;

public sealed class Pcg32Tests
{
    // First numbers of "pcg32_random_r" with initstate 42 and initseq 54, as printed by the demo of the pcg-c-basic package.
    private static readonly uint[] Published = [0xa15c02b7, 0x7b47f409, 0xba1d3330, 0x83d2f293, 0xbfa4784b, 0xcbed606e];

    [Test]
    public void Next_gives_the_published_sequence()
    {
        var random = new Pcg32(42, 54);

        Published.Select(_ => random.Next()).Should().Equal(Published);
    }

    [Test]
    public void Streams_of_one_seed_differ() => new Pcg32(42, 1).Next().Should().NotBe(new Pcg32(42, 2).Next());

    [Test]
    public void Uniform_has_mean_one_half_and_variance_one_twelfth()
    {
        var (mean, variance) = Moments(random => random.Uniform());

        mean.Should().BeApproximately(0.5, 0.005);
        variance.Should().BeApproximately(1 / 12.0, 0.002);
    }

    [Test]
    public void Normal_has_the_mean_and_standard_deviation_asked_for()
    {
        var (mean, variance) = Moments(random => random.Normal(3, 2));

        mean.Should().BeApproximately(3, 0.03);
        variance.Should().BeApproximately(4, 0.1);
    }

    [TestCase(0.4)]
    [TestCase(17)]
    public void Poisson_has_mean_and_variance_alike(double expected)
    {
        var (mean, variance) = Moments(random => random.Poisson(expected));

        mean.Should().BeApproximately(expected, 0.02 * Math.Max(1, expected));
        variance.Should().BeApproximately(expected, 0.04 * Math.Max(1, expected));
    }

    [Test]
    public void Pick_follows_the_weights()
    {
        var (mean, _) = Moments(random => random.Pick<int>([new(0, 3), new(1, 1)]));

        mean.Should().BeApproximately(0.25, 0.01);
    }

    [Test]
    public void Below_reaches_each_value_and_stays_below()
    {
        var random = new Pcg32(1, 1);

        Enumerable.Range(0, 1000).Select(_ => random.Below(5)).Distinct().Should().BeEquivalentTo([0, 1, 2, 3, 4]);
    }

    [Test]
    public void Shuffle_keeps_the_values_and_puts_each_in_first_place_equally_often()
    {
        var (mean, _) = Moments(random =>
        {
            var values = new List<int> { 0, 1, 2 };
            random.Shuffle(values);
            return values.Order().SequenceEqual([0, 1, 2]) ? values[0] : double.NaN;
        });

        mean.Should().BeApproximately(1, 0.02);
    }

    private static (double Mean, double Variance) Moments(Func<Pcg32, double> draw)
    {
        var random = new Pcg32(7, 1);
        var values = Enumerable.Range(0, 40_000).Select(_ => draw(random)).ToList();
        var mean = values.Average();
        return (mean, values.Average(value => (value - mean) * (value - mean)));
    }
}
