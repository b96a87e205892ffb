using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Distributions;

/// <summary>The regularized incomplete gamma functions P(a, x) and Q(a, x), each tail computed as itself.</summary>
internal static class IncompleteGamma
{
    /// <summary>P(a, x), the lower tail; a &gt; 0.</summary>
    public static double Lower(double a, double x) => x <= 0 ? 0 : x < a + 1 ? Series(a, x) : 1 - Fraction(a, x);

    /// <summary>Q(a, x), the upper tail; a &gt; 0.</summary>
    public static double Upper(double a, double x) => x <= 0 ? 1 : x < a + 1 ? 1 - Series(a, x) : Fraction(a, x);

    /// <summary>x where the lower tail is <paramref name="p"/>; p in (0, 1).</summary>
    public static double Quantile(double p, double a) =>
        !(a > 0 && double.IsFinite(a + p)) ? double.NaN : p <= 0.5 ? Solve(Math.Log(p), a, Lower, 1) : Solve(Elementary.Log1p(-p), a, Upper, -1);

    private static double Solve(double logP, double a, Func<double, double, double> tailOf, int direction)
    {
        double Excess(double u)
        {
            var tail = tailOf(a, Math.Exp(u));
            return tail > 0 ? direction * (Math.Log(tail) - logP) : direction * -1e4;
        }

        var root = Roots.BrentAround(Excess, Math.Log(a), 1);
        var slope = Math.Exp(SaddlePoint.LogGammaKernel(Math.Exp(root), a)) / tailOf(a, Math.Exp(root));
        var step = Excess(root) / slope;
        return Math.Exp(double.IsFinite(step) && Math.Abs(step) < 1e-6 * (1 + Math.Abs(root)) ? root - step : root);
    }

    private static double Series(double a, double x)
    {
        double term = 1, sum = 1;
        for (var n = 1; term > sum * 1e-17; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return Math.Exp(SaddlePoint.LogGammaKernel(x, a)) * sum / a;
    }

    // Continued fraction 6.5.31 of Abramowitz and Stegun by Lentz's method.
    private static double Fraction(double a, double x)
    {
        double b = x + 1 - a, c = 1e300, d = 1 / b, h = d;
        for (var n = 1; n < 1_000_000; n++)
        {
            var an = -n * (n - a);
            b += 2;
            d = 1 / ((an * d) + b);
            c = b + (an / c);
            var change = d * c;
            h *= change;
            if (Math.Abs(change - 1) < 3e-16) break;
        }

        return Math.Exp(SaddlePoint.LogGammaKernel(x, a)) * h;
    }
}
