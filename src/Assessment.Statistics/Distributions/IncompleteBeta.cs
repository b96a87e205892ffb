using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Distributions;

/// <summary>
/// The regularized incomplete beta function I_x(a, b), each tail computed as itself and never as 1 minus the other
/// where that would lose digits. Arguments come as x and y = 1 − x.
/// </summary>
internal static class IncompleteBeta
{
    /// <summary>I_x(a, b), the lower tail.</summary>
    public static double Lower(double x, double y, double a, double b)
    {
        if (x <= 0) return 0;
        if (y <= 0) return 1;
        return x < (a + 1) / (a + b + 2) ? Fraction(x, y, a, b) : 1 - Fraction(y, x, b, a);
    }

    /// <summary>1 − I_x(a, b), the upper tail.</summary>
    public static double Upper(double x, double y, double a, double b) => Lower(y, x, b, a);

    /// <summary>log(x / y) where the lower tail is <paramref name="p"/>, p in (0, 1); NaN outside a, b &gt; 0.</summary>
    public static double LogitQuantile(double p, double a, double b) =>
        !(a > 0 && b > 0 && double.IsFinite(p + a + b)) ? double.NaN : p <= 0.5 ? SolveLower(Math.Log(p), a, b) : -SolveLower(Elementary.Log1p(-p), b, a);

    /// <summary>x and 1 − x from log(x / y), both to full relative precision.</summary>
    public static (double X, double Y) FromLogit(double u) => (Elementary.Logistic(u), Elementary.Logistic(-u));

    // Newton's steps on log I in u = log(x/y), where the slope is the beta kernel over the tail; the bracket keeps it safe.
    private static double SolveLower(double logP, double a, double b)
    {
        double Excess(double u)
        {
            var (x, y) = FromLogit(u);
            var tail = Lower(x, y, a, b);
            return tail > 0 ? Math.Log(tail) - logP : -1e4 + u;
        }

        var root = Roots.BrentAround(Excess, Math.Log(a / b), 1);
        return root - Correction(root, logP, a, b);
    }

    private static double Correction(double u, double logP, double a, double b)
    {
        var (x, y) = FromLogit(u);
        var tail = Lower(x, y, a, b);
        var slope = Math.Exp(SaddlePoint.LogBetaKernel(x, y, a, b)) / tail;
        var step = (Math.Log(tail) - logP) / slope;
        return double.IsFinite(step) && Math.Abs(step) < 1e-6 * (1 + Math.Abs(u)) ? step : 0;
    }

    // Continued fraction 26.5.8 of Abramowitz and Stegun by Lentz's method.
    private static double Fraction(double x, double y, double a, double b)
    {
        double c = 1, d = Guard(1 - ((a + b) * x / (a + 1))), h;
        d = 1 / d;
        h = d;
        for (var m = 1; m < 1_000_000; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / Guard(1 + (even * d));
            c = Guard(1 + (even / c));
            h *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / Guard(1 + (odd * d));
            c = Guard(1 + (odd / c));
            var change = d * c;
            h *= change;
            if (Math.Abs(change - 1) < 3e-16) break;
        }

        return Math.Exp(SaddlePoint.LogBetaKernel(x, y, a, b)) * h / a;
    }

    private static double Guard(double value) => Math.Abs(value) < 1e-300 ? 1e-300 : value;
}
