using Assessment.Statistics.Distributions;

namespace Assessment.Statistics.Tests.Distributions;

public sealed class NoncentralTTests
{
    // R 4.2.2 by another route, the integral over z of dnorm(z) * pchisq(df ((z + ncp)/t)^2, df), rel.tol 1e-13.
    [TestCase(500, 20, 550, 0.233782630151771)]
    [TestCase(600, 50, 590, 1 - 0.4600883177444895)]
    public void Holds_far_beyond_the_reach_of_R(double t, double df, double ncp, double expected) =>
        NoncentralT.Cdf(t, df, ncp).Should().BeApproximately(expected, 2e-14);

    [TestCase(2.5, 7)]
    [TestCase(-0.3, 1)]
    [TestCase(12, 240)]
    public void Without_noncentrality_is_students_t(double t, double df)
    {
        NoncentralT.Cdf(t, df, 0).Should().BeApproximately(StudentT.Cdf(t, df), 1e-14);
        (NoncentralT.Upper(t, df, 0) / StudentT.Upper(t, df)).Should().BeApproximately(1, 1e-11);
    }

    [TestCase(2, 9, 0.95)]
    [TestCase(-40, 3, 0.9)]
    [TestCase(600, 100, 0.999)]
    [TestCase(0, 1, 0.95)]
    public void Limits_put_the_tail_probability_outside(double t, double df, double level)
    {
        var (lower, upper) = NoncentralT.NoncentralityInterval(t, df, level);
        var tail = (1 - level) / 2;
        (NoncentralT.Upper(t, df, lower) / tail).Should().BeApproximately(1, 1e-10);
        (NoncentralT.Cdf(t, df, upper) / tail).Should().BeApproximately(1, 1e-10);
    }

    // R: sqrt(qchisq(c(.025, .975), 9)/9): an observed t without noise but its own standard deviation's.
    [Test]
    public void Limits_of_a_huge_t_are_those_of_its_standard_deviation()
    {
        var (lower, upper) = NoncentralT.NoncentralityInterval(1e12, 9, 0.95);
        (lower / 1e12).Should().BeApproximately(0.54776206310367581, 1e-12);
        (upper / 1e12).Should().BeApproximately(1.45383660241298673, 1e-12);
    }

    [Test]
    public void Turning_the_sign_swaps_the_tails() =>
        NoncentralT.Cdf(-3, 8, -2).Should().Be(NoncentralT.Upper(3, 8, 2));
}
