using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Distributions;

/// <summary>
/// Binomial and Poisson densities of real arguments without cancellation, by the saddle-point expansion of
/// Loader (2000), "Fast and accurate computation of binomial probabilities". They are the factors before the
/// continued fractions of the incomplete beta and gamma functions.
/// </summary>
internal static class SaddlePoint
{
    /// <summary>
    /// Error of Stirling's formula, log Γ(z) − [(z − ½) log z − z + ½ log 2π], for z &gt; 0 (series 6.1.41 of
    /// Abramowitz and Stegun above 16, the exact recurrence below).
    /// </summary>
    public static double StirlingError(double z)
    {
        double shift = 0;
        for (; z < 16; z++) shift += ((z + 0.5) * Elementary.Log1p(1 / z)) - 1;
        var w = 1 / (z * z);
        return shift + (((1.0 / 12) - (w * ((1.0 / 360) - (w * ((1.0 / 1260) - (w * ((1.0 / 1680) - (w / 1188)))))))) / z);
    }

    /// <summary>Deviance part x log(x/m) + m − x, exact also where x is near m; x &gt; 0, m &gt; 0.</summary>
    public static double Deviance(double x, double m)
    {
        if (Math.Abs(x - m) >= 0.1 * (x + m)) return (x * Math.Log(x / m)) + m - x;
        double v = (x - m) / (x + m), sum = (x - m) * v, term = 2 * x * v;
        v *= v;
        for (var j = 1; ; j++)
        {
            term *= v;
            var next = sum + (term / ((2 * j) + 1));
            if (next == sum) return sum;
            sum = next;
        }
    }

    /// <summary>log of x^a y^b / B(a, b), where y = 1 − x is given by itself so that neither side loses digits.</summary>
    public static double LogBetaKernel(double x, double y, double a, double b)
    {
        var n = a + b;
        return StirlingError(n) - StirlingError(a) - StirlingError(b) - Deviance(a, n * x) - Deviance(b, n * y)
            + (0.5 * Math.Log(a * (b / n))) - Elementary.HalfLogTwoPi;
    }

    /// <summary>log of x^a exp(−x) / Γ(a).</summary>
    public static double LogGammaKernel(double x, double a) =>
        (0.5 * Math.Log(a)) - Elementary.HalfLogTwoPi - StirlingError(a) - Deviance(a, x);
}
