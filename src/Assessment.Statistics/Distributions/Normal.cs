using MathNet.Numerics;

namespace Assessment.Statistics.Distributions;

/// <summary>The standard normal distribution.</summary>
public static class Normal
{
    private const double RootTwo = 1.4142135623730950488;
    private const double RootTwoPi = 2.5066282746310005024;

    /// <summary>P(Z ≤ z). Equals R's <c>pnorm(z)</c>.</summary>
    /// <param name="z">Any real number.</param>
    public static double Cdf(double z) => Upper(-z);

    /// <summary>P(Z &gt; z), precise in the far tail. Equals R's <c>pnorm(z, lower.tail = FALSE)</c>.</summary>
    /// <param name="z">Any real number.</param>
    public static double Upper(double z) => 0.5 * SpecialFunctions.Erfc(z / RootTwo);

    /// <summary>Density at z.</summary>
    /// <param name="z">Any real number.</param>
    public static double Density(double z) => Math.Exp(-0.5 * z * z) / RootTwoPi;

    /// <summary>z with P(Z ≤ z) = p. Equals R's <c>qnorm(p)</c>; infinite at 0 and 1.</summary>
    /// <param name="p">Probability in [0, 1].</param>
    public static double Quantile(double p) => p switch
    {
        <= 0 => double.NegativeInfinity,
        >= 1 => double.PositiveInfinity,
        <= 0.5 => -UpperQuantile(p),
        _ => UpperQuantile(1 - p),
    };

    /// <summary>The two-sided critical value: P(|Z| ≤ z) = level.</summary>
    /// <param name="level">Confidence level in (0, 1).</param>
    public static double Critical(double level) => UpperQuantile((1 - level) / 2);

    // One Halley step on the small tail takes out the last error of the inverse error function.
    private static double UpperQuantile(double q)
    {
        var z = RootTwo * SpecialFunctions.ErfcInv(2 * q);
        var u = (Upper(z) - q) / Density(z);
        return double.IsFinite(u) ? z + (u / (1 - (0.5 * z * u))) : z;
    }
}
