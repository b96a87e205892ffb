namespace Assessment.Statistics.Distributions;

/// <summary>Student's t distribution with real degrees of freedom.</summary>
public static class StudentT
{
    /// <summary>P(T ≤ t). Equals R's <c>pt(t, df)</c>.</summary>
    /// <param name="t">Any real number.</param>
    /// <param name="df">Degrees of freedom &gt; 0.</param>
    public static double Cdf(double t, double df) => Upper(-t, df);

    /// <summary>P(T &gt; t), precise in the far tail. Equals R's <c>pt(t, df, lower.tail = FALSE)</c>.</summary>
    /// <param name="t">Any real number.</param>
    /// <param name="df">Degrees of freedom &gt; 0.</param>
    public static double Upper(double t, double df)
    {
        if (double.IsInfinity(t)) return t > 0 ? 0 : 1;
        var scale = df + (t * t);
        var half = 0.5 * IncompleteBeta.Lower(df / scale, t * t / scale, df / 2, 0.5);
        return t >= 0 ? half : 1 - half;
    }

    /// <summary>Two-sided p value P(|T| ≥ |t|).</summary>
    /// <param name="t">Any real number.</param>
    /// <param name="df">Degrees of freedom &gt; 0.</param>
    public static double TwoSided(double t, double df) => 2 * Upper(Math.Abs(t), df);

    /// <summary>t with P(T ≤ t) = p. Equals R's <c>qt(p, df)</c>; infinite at 0 and 1.</summary>
    /// <param name="p">Probability in [0, 1].</param>
    /// <param name="df">Degrees of freedom &gt; 0.</param>
    public static double Quantile(double p, double df) => p switch
    {
        <= 0 => double.NegativeInfinity,
        >= 1 => double.PositiveInfinity,
        < 0.5 => -UpperQuantile(p, df),
        > 0.5 => UpperQuantile(1 - p, df),
        _ => 0,
    };

    /// <summary>The two-sided critical value: P(|T| ≤ t) = level.</summary>
    /// <param name="level">Confidence level in (0, 1).</param>
    /// <param name="df">Degrees of freedom &gt; 0.</param>
    public static double Critical(double level, double df) => UpperQuantile((1 - level) / 2, df);

    // T² = df·y/x with x ~ Beta(df/2, 1/2) at lower tail 2q.
    private static double UpperQuantile(double q, double df) =>
        Math.Sqrt(df) * Math.Exp(-0.5 * IncompleteBeta.LogitQuantile(2 * q, df / 2, 0.5));
}
