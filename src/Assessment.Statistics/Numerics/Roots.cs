namespace Assessment.Statistics.Numerics;

/// <summary>Roots of one variable.</summary>
internal static class Roots
{
    private const int MaximumSteps = 500;

    /// <summary>
    /// Brent's method on a bracket whose ends have values of opposite sign (Brent 1973, chapter 4), to the last bits.
    /// </summary>
    /// <exception cref="ArgumentException">The ends do not bracket a root.</exception>
    public static double Brent(Func<double, double> f, double lower, double upper, double tolerance = 1e-15)
    {
        double a = lower, b = upper, fa = f(a), fb = f(b);
        if (fa * fb > 0) throw new ArgumentException("The ends do not bracket a root.");
        double c = a, fc = fa, step = b - a, before = step;
        for (var i = 0; i < MaximumSteps; i++)
        {
            if (fb * fc > 0) (c, fc, step, before) = (a, fa, b - a, b - a);
            if (Math.Abs(fc) < Math.Abs(fb)) (a, b, c, fa, fb, fc) = (b, c, b, fb, fc, fb);
            var near = (2 * double.Epsilon) + (1.2e-16 * Math.Abs(b)) + (0.5 * tolerance * Math.Min(1, Math.Abs(b)));
            var half = 0.5 * (c - b);
            if (Math.Abs(half) <= near || fb == 0) return b;
            (step, before) = NextStep(a, b, c, fa, fb, fc, step, before, half, near);
            (a, fa) = (b, fb);
            b += Math.Abs(step) > near ? step : Math.CopySign(near, half);
            fb = f(b);
        }

        return b;
    }

    /// <summary>
    /// Widens [center − width, center + width] until <paramref name="f"/>, rising, changes sign inside it, then solves.
    /// </summary>
    public static double BrentAround(Func<double, double> f, double center, double width)
    {
        double lower = center - width, upper = center + width;
        for (var w = width; f(lower) > 0 && double.IsFinite(lower); w *= 2) lower -= w;
        for (var w = width; f(upper) < 0 && double.IsFinite(upper); w *= 2) upper += w;
        return Brent(f, lower, upper);
    }

    private static (double Step, double Before) NextStep(
        double a, double b, double c, double fa, double fb, double fc, double step, double before, double half, double near)
    {
        if (Math.Abs(before) < near || Math.Abs(fa) <= Math.Abs(fb)) return (half, half);
        var (p, q) = Interpolation(a, b, c, fa, fb, fc, half);
        if (p > 0) q = -q; else p = -p;
        return 2 * p < Math.Min((3 * half * q) - Math.Abs(near * q), Math.Abs(before * q)) ? (p / q, step) : (half, half);
    }

    private static (double P, double Q) Interpolation(double a, double b, double c, double fa, double fb, double fc, double half)
    {
        var s = fb / fa;
        if (a == c) return (2 * half * s, 1 - s);
        double q = fa / fc, r = fb / fc;
        return (s * ((2 * half * q * (q - r)) - ((b - a) * (r - 1))), (q - 1) * (r - 1) * (s - 1));
    }
}
