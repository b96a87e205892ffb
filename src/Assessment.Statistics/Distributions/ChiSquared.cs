namespace Assessment.Statistics.Distributions;

/// <summary>The chi-squared distribution with real degrees of freedom.</summary>
public static class ChiSquared
{
    /// <summary>P(X ≤ x). Equals R's <c>pchisq(x, df)</c>.</summary>
    /// <param name="x">0 or less gives 0.</param>
    /// <param name="df">Degrees of freedom &gt; 0.</param>
    public static double Cdf(double x, double df) => IncompleteGamma.Lower(df / 2, x / 2);

    /// <summary>P(X &gt; x), precise in the far tail. Equals R's <c>pchisq(x, df, lower.tail = FALSE)</c>.</summary>
    /// <param name="x">0 or less gives 1.</param>
    /// <param name="df">Degrees of freedom &gt; 0.</param>
    public static double Upper(double x, double df) => IncompleteGamma.Upper(df / 2, x / 2);

    /// <summary>x with P(X ≤ x) = p. Equals R's <c>qchisq(p, df)</c>.</summary>
    /// <param name="p">Probability in [0, 1].</param>
    /// <param name="df">Degrees of freedom &gt; 0.</param>
    public static double Quantile(double p, double df) => 2 * GammaDistribution.Quantile(p, df / 2);
}
