namespace Assessment.Statistics.Distributions;

/// <summary>Fisher's F distribution with real degrees of freedom.</summary>
public static class FisherF
{
    /// <summary>P(F ≤ f). Equals R's <c>pf(f, df1, df2)</c>.</summary>
    /// <param name="f">Ratio; 0 or less gives 0.</param>
    /// <param name="df1">Numerator degrees of freedom &gt; 0.</param>
    /// <param name="df2">Denominator degrees of freedom &gt; 0.</param>
    public static double Cdf(double f, double df1, double df2)
    {
        if (f <= 0) return 0;
        if (double.IsPositiveInfinity(f)) return 1;
        var scale = df2 + (df1 * f);
        return IncompleteBeta.Lower(df1 * f / scale, df2 / scale, df1 / 2, df2 / 2);
    }

    /// <summary>P(F &gt; f), precise in the far tail. Equals R's <c>pf(f, df1, df2, lower.tail = FALSE)</c>.</summary>
    /// <param name="f">Ratio; 0 or less gives 1.</param>
    /// <param name="df1">Numerator degrees of freedom &gt; 0.</param>
    /// <param name="df2">Denominator degrees of freedom &gt; 0.</param>
    public static double Upper(double f, double df1, double df2) => f <= 0 ? 1 : Cdf(1 / f, df2, df1);

    /// <summary>f with P(F ≤ f) = p. Equals R's <c>qf(p, df1, df2)</c>.</summary>
    /// <param name="p">Probability in [0, 1].</param>
    /// <param name="df1">Numerator degrees of freedom &gt; 0.</param>
    /// <param name="df2">Denominator degrees of freedom &gt; 0.</param>
    public static double Quantile(double p, double df1, double df2) => p switch
    {
        <= 0 => 0,
        >= 1 => double.PositiveInfinity,
        _ => df2 / df1 * Math.Exp(IncompleteBeta.LogitQuantile(p, df1 / 2, df2 / 2)),
    };
}
