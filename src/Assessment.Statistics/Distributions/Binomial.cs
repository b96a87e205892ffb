namespace Assessment.Statistics.Distributions;

/// <summary>The binomial distribution.</summary>
public static class Binomial
{
    /// <summary>P(X ≤ x). Equals R's <c>pbinom(x, n, p)</c>.</summary>
    /// <param name="x">Successes; below 0 gives 0, n or more gives 1.</param>
    /// <param name="n">Trials ≥ 0.</param>
    /// <param name="p">Probability of success in [0, 1].</param>
    public static double Cdf(int x, int n, double p) =>
        x < 0 ? 0 : x >= n ? 1 : IncompleteBeta.Lower(1 - p, p, n - x, x + 1);

    /// <summary>P(X = x). Equals R's <c>dbinom(x, n, p)</c>.</summary>
    /// <param name="x">Successes.</param>
    /// <param name="n">Trials ≥ 0.</param>
    /// <param name="p">Probability of success in (0, 1).</param>
    public static double Probability(int x, int n, double p)
    {
        if (x < 0 || x > n) return 0;
        if (x == 0) return Math.Exp(n * Numerics.Elementary.Log1p(-p));
        if (x == n) return Math.Exp(n * Math.Log(p));
        return Math.Exp(SaddlePoint.LogBetaKernel(p, 1 - p, x, n - x)) * n / ((double)x * (n - x));
    }
}
