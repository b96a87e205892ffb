using Assessment.Statistics.Distributions;
using CsCheck;

namespace Assessment.Statistics.Tests.Distributions;

public sealed class QuantileTests
{
    private static readonly Gen<double> P = Gen.Double[-12, -0.01].Select(e => Math.Pow(10, e));
    private static readonly Gen<double> Df = Gen.Double[0.5, 400];

    [Test]
    public void Student_t_comes_back_to_its_tail() => Gen.Select(P, Df).Sample((p, df) =>
        (StudentT.Cdf(StudentT.Quantile(p, df), df) / p).Should().BeApproximately(1, 1e-10));

    [Test]
    public void F_comes_back_to_its_tail() => Gen.Select(P, Df, Df).Sample((p, a, b) =>
        (FisherF.Cdf(FisherF.Quantile(p, a, b), a, b) / p).Should().BeApproximately(1, 1e-9));

    [Test]
    public void Chi_squared_comes_back_to_its_tail() => Gen.Select(P, Df).Sample((p, df) =>
        (ChiSquared.Cdf(ChiSquared.Quantile(p, df), df) / p).Should().BeApproximately(1, 1e-10));

    [Test]
    public void Normal_comes_back_to_its_tail() => P.Sample(p =>
        (Normal.Cdf(Normal.Quantile(p)) / p).Should().BeApproximately(1, 1e-12));

    [Test]
    public void Beta_comes_back_to_its_tail() => Gen.Select(P, Gen.Double[0.5, 60], Gen.Double[0.5, 60]).Sample((p, a, b) =>
        (BetaDistribution.Cdf(BetaDistribution.Quantile(p, a, b), a, b) / p).Should().BeApproximately(1, 1e-9));

    [Test]
    public void Ends_are_the_ends_of_the_support()
    {
        Normal.Quantile(0).Should().Be(double.NegativeInfinity);
        StudentT.Quantile(1, 5).Should().Be(double.PositiveInfinity);
        FisherF.Quantile(0, 2, 3).Should().Be(0);
        ChiSquared.Quantile(1, 2).Should().Be(double.PositiveInfinity);
        BetaDistribution.Quantile(1, 2, 2).Should().Be(1);
    }
}
