using Assessment.Statistics.Rates;

namespace Assessment.Statistics.Tests.Rates;

/// <summary>Wilson's interval of a mean of shares: R 4.2, <c>prop.test(p * n, n, correct = FALSE)$conf.int</c>.</summary>
public class MeanShareTests
{
    [TestCase(0.625, 11, 0.3442293624, 0.8410623958)]
    [TestCase(0.3, 11, 0.1129471988, 0.5905859880)]
    [TestCase(0.5, 15, 0.2742328074, 0.7257671926)]
    [TestCase(0.8, 25, 0.6086904963, 0.9113941531)]
    [TestCase(1 / 3.0, 11, 0.1327932832, 0.6201510391)]
    public void Interval_is_that_of_R(double mean, int n, double lower, double upper)
    {
        var interval = Proportion.OfMeanShare(mean, n).Interval!;
        interval.Lower.Should().BeApproximately(lower, 1e-9);
        interval.Upper.Should().BeApproximately(upper, 1e-9);
    }

    [Test]
    public void A_mean_that_is_a_count_has_the_interval_of_the_count() =>
        Proportion.OfMeanShare(4 / 16.0, 16).Interval.Should().Be(((Estimate)Proportion.Of(4, 16).Wilson).Interval);

    [Test]
    public void Shares_lie_between_none_and_all()
    {
        Proportion.OfMeanShare(0, 12).Interval!.Lower.Should().Be(0);
        Proportion.OfMeanShare(1, 12).Interval!.Upper.Should().Be(1);
        FluentActions.Invoking(() => Proportion.OfMeanShare(1.01, 12)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Proportion.OfMeanShare(0.5, 0)).Should().Throw<ArgumentOutOfRangeException>();
    }
}
