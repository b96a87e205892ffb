using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Distributions;

/// <summary>The binomial distribution.</summary>
public static class Binomial
{
    /// <summary>P(X ≤ x). Equals R's <c>pbinom(x, n, p)</c>.</summary>
    /// <param name="x">Successes; below 0 gives 0, n or more gives 1.</param>
    /// <param name="n">Trials ≥ 0.</param>
    /// <param name="p">Probability of success in [0, 1].</param>
    public static double Cdf(int x, int n, double p) => AtMost(x, n, p, 1 - p);

    /// <summary>P(X = x). Equals R's <c>dbinom(x, n, p)</c>.</summary>
    /// <param name="x">Successes.</param>
    /// <param name="n">Trials ≥ 0.</param>
    /// <param name="p">Probability of success in (0, 1).</param>
    public static double Probability(int x, int n, double p) => Math.Exp(LogProbability(x, n, p, 1 - p));

    /// <summary>P(X ≤ x), with q = 1 − p given by itself so that neither end loses digits; counts may exceed the integers.</summary>
    internal static double AtMost(double x, double n, double p, double q) =>
        x < 0 ? 0 : x >= n ? 1 : IncompleteBeta.Lower(q, p, n - x, x + 1);

    /// <summary>P(X ≥ x), computed as itself.</summary>
    internal static double AtLeast(double x, double n, double p, double q) => AtMost(n - x, n, q, p);

    /// <summary>log P(X = x); negative infinity outside 0 to n.</summary>
    internal static double LogProbability(double x, double n, double p, double q)
    {
        if (x < 0 || x > n) return double.NegativeInfinity;
        if (n == 0) return 0;
        if (x == 0) return n * LogOf(q, p);
        if (x == n) return n * LogOf(p, q);
        return SaddlePoint.LogBetaKernel(p, q, x, n - x) + Math.Log(n / (x * (n - x)));
    }

    private static double LogOf(double share, double rest) => rest < 0.5 ? Elementary.Log1p(-rest) : Math.Log(share);
}
