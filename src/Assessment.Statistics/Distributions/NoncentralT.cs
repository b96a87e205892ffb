using Assessment.Statistics.Numerics;
using MathNet.Numerics.Integration;

namespace Assessment.Statistics.Distributions;

/// <summary>
/// The noncentral t distribution by Gauss–Legendre quadrature of E[Φ(t·s − δ)] over u = log s, s = χ/√df.
/// Panels follow both the chi density and the rise of Φ, so that it holds for any noncentrality
/// (R's <c>pt</c> with <c>ncp</c> above 37.62 is only a normal approximation).
/// </summary>
public static class NoncentralT
{
    // Where the log of the chi density has fallen by this much below its peak, nothing that counts is left.
    private const double Negligible = 80;
    private const double WidestZ = 30;
    private const double StepZ = 3;
    private const int MaximumSteps = 30;
    private const double Huge = 1e9;
    private static readonly GaussLegendreRule Rule = new(-1, 1, 20);

    /// <summary>P(T ≤ t).</summary>
    /// <param name="t">Any real number.</param>
    /// <param name="df">Degrees of freedom &gt; 0.</param>
    /// <param name="ncp">Noncentrality δ.</param>
    public static double Cdf(double t, double df, double ncp) =>
        (t < 0 ? Integrate(-t, df, -ncp, upper: true) : Integrate(t, df, ncp, upper: false)).P;

    /// <summary>P(T &gt; t), precise in the far tail.</summary>
    /// <param name="t">Any real number.</param>
    /// <param name="df">Degrees of freedom &gt; 0.</param>
    /// <param name="ncp">Noncentrality δ.</param>
    public static double Upper(double t, double df, double ncp) => Cdf(-t, df, -ncp);

    /// <summary>
    /// The interval of noncentralities under which an observed t is not in the outer tails: the lower limit solves
    /// P(T ≥ t) = (1 − level)/2, the upper P(T ≤ t) = (1 − level)/2 (Steiger and Fouladi 1997), by root finding.
    /// </summary>
    /// <param name="t">The observed t.</param>
    /// <param name="df">Degrees of freedom &gt; 0.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    public static (double Lower, double Upper) NoncentralityInterval(double t, double df, double level)
    {
        var tail = (1 - level) / 2;
        return (-Noncentrality(-t, df, tail), Noncentrality(t, df, tail));
    }

    // The δ with P(T ≤ t) = tail. Newton on log P, which is concave in δ, from a normal approximation; Brent where that does not settle.
    private static double Noncentrality(double t, double df, double tail)
    {
        // T is then s times t, and the spread of Z is lost in the last digits.
        if (Math.Abs(t) > Huge) return t * Math.Sqrt(ChiSquared.Quantile(t < 0 ? tail : 1 - tail, df) / df);
        double spread = Math.Sqrt(1 + (t * t / (2 * df))), ncp = t - (Normal.Quantile(tail) * spread), before = double.PositiveInfinity;
        for (var i = 0; i < MaximumSteps; i++)
        {
            var (p, slope) = t < 0 ? Integrate(-t, df, -ncp, upper: true) : Integrate(t, df, ncp, upper: false);
            var step = (Math.Log(p) - Math.Log(tail)) * p / slope;
            if (!double.IsFinite(step)) break;
            ncp += step;
            double size = Math.Abs(step), unit = Math.Max(1, Math.Abs(ncp));
            if (size <= 1e-15 * unit || (size <= 1e-12 * unit && size >= before / 2)) return ncp;
            before = size;
        }

        return Roots.BrentAround(n => Math.Log(tail) - Log(Cdf(t, df, n)), t, 5 + (3 * spread));
    }

    private static double Log(double p) => Math.Log(Math.Max(p, 1e-300));

    // t ≥ 0. The chance, and the size of its slope in the noncentrality: E[φ(t·s − δ)].
    private static (double P, double Slope) Integrate(double t, double df, double ncp, bool upper)
    {
        double weighed = 0, slope = 0, total = 0;
        var breaks = Breaks(t, df, ncp);
        for (var i = 1; i < breaks.Count; i++)
        {
            double half = (breaks[i] - breaks[i - 1]) / 2, middle = breaks[i - 1] + half;
            for (var k = 0; k < Rule.Order; k++)
            {
                var u = middle + (half * Rule.GetAbscissa(k));
                var density = half * Rule.GetWeight(k) * Math.Exp(LogDensity(u, df));
                var z = (t * Math.Exp(u)) - ncp;
                weighed += density * (upper ? Normal.Upper(z) : Normal.Cdf(z));
                slope += density * Normal.Density(z);
                total += density;
            }
        }

        return (weighed / total, slope / total);
    }

    // Relative to its peak at u = 0.
    private static double LogDensity(double u, double df) => df * (u - (0.5 * Elementary.Expm1(2 * u)));

    private static List<double> Breaks(double t, double df, double ncp)
    {
        var sd = 1 / Math.Sqrt(2 * df);
        var lower = -((Negligible / df) + (Math.Sqrt(2 * Negligible) * sd));
        var upper = 0.5 * Elementary.Log1p((2 * Negligible / df) + (2 * Math.Sqrt(2 * Negligible / df)));
        var panels = (int)Math.Ceiling((upper - lower) / (2.5 * sd));
        var breaks = new List<double>(panels + 32);
        for (var i = 0; i <= panels; i++) breaks.Add(lower + ((upper - lower) * i / panels));
        for (var z = -WidestZ; z <= WidestZ; z += StepZ)
        {
            var u = t > 0 && ncp + z > 0 ? Math.Log((ncp + z) / t) : double.NaN;
            if (u > lower && u < upper) breaks.Add(u);
        }

        breaks.Sort();
        return breaks;
    }
}
