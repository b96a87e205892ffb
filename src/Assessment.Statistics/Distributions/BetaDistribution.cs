namespace Assessment.Statistics.Distributions;

/// <summary>The beta distribution on (0, 1).</summary>
public static class BetaDistribution
{
    /// <summary>P(X ≤ x). Equals R's <c>pbeta(x, a, b)</c>.</summary>
    /// <param name="x">In [0, 1].</param>
    /// <param name="a">First shape &gt; 0.</param>
    /// <param name="b">Second shape &gt; 0.</param>
    public static double Cdf(double x, double a, double b) => IncompleteBeta.Lower(x, 1 - x, a, b);

    /// <summary>x with P(X ≤ x) = p. Equals R's <c>qbeta(p, a, b)</c>.</summary>
    /// <param name="p">Probability in [0, 1].</param>
    /// <param name="a">First shape &gt; 0.</param>
    /// <param name="b">Second shape &gt; 0.</param>
    public static double Quantile(double p, double a, double b) => p switch
    {
        <= 0 => 0,
        >= 1 => 1,
        _ => IncompleteBeta.FromLogit(IncompleteBeta.LogitQuantile(p, a, b)).X,
    };
}
