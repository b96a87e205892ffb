namespace Assessment.Statistics.Distributions;

/// <summary>The gamma distribution with rate 1.</summary>
public static class GammaDistribution
{
    /// <summary>x with P(X ≤ x) = p. Equals R's <c>qgamma(p, shape)</c>.</summary>
    /// <param name="p">Probability in [0, 1].</param>
    /// <param name="shape">Shape &gt; 0.</param>
    public static double Quantile(double p, double shape) => p switch
    {
        <= 0 => 0,
        >= 1 => double.PositiveInfinity,
        _ => IncompleteGamma.Quantile(p, shape),
    };
}
