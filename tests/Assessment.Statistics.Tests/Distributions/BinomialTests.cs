using Assessment.Statistics.Distributions;

namespace Assessment.Statistics.Tests.Distributions;

public sealed class BinomialTests
{
    // Ten throws of a coin: 2^-10 times binomial coefficients.
    [TestCase(-1, 0)]
    [TestCase(0, 1 / 1024.0)]
    [TestCase(2, 56 / 1024.0)]
    [TestCase(9, 1023 / 1024.0)]
    [TestCase(10, 1)]
    public void Cdf_of_ten_coins(int x, double expected) => Binomial.Cdf(x, 10, 0.5).Should().BeApproximately(expected, 1e-15);

    [TestCase(0, 1 / 1024.0)]
    [TestCase(5, 252 / 1024.0)]
    [TestCase(10, 1 / 1024.0)]
    [TestCase(11, 0)]
    public void Probability_of_ten_coins(int x, double expected) => Binomial.Probability(x, 10, 0.5).Should().BeApproximately(expected, 1e-15);
}
