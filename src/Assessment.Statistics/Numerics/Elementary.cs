namespace Assessment.Statistics.Numerics;

/// <summary>Elementary functions that keep their digits near zero; the framework's own versions round 1 + x first.</summary>
internal static class Elementary
{
    /// <summary>Half of log(2π).</summary>
    public const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>log(1 + x) to full relative precision for x &gt; −1 (Kahan's correction).</summary>
    public static double Log1p(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : Math.Log(u) * (x / (u - 1));
    }

    /// <summary>exp(x) − 1 to full relative precision (Kahan's correction).</summary>
    public static double Expm1(double x)
    {
        var u = Math.Exp(x);
        if (u == 1) return x;
        var below = u - 1;
        return below == -1 || double.IsPositiveInfinity(u) ? below : below * x / Math.Log(u);
    }

    /// <summary>1 / (1 + exp(−x)) without overflow.</summary>
    public static double Logistic(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    /// <summary>log(1 + exp(x)) without overflow.</summary>
    public static double Softplus(double x) => x > 0 ? x + Log1p(Math.Exp(-x)) : Log1p(Math.Exp(x));

    /// <summary>The number, or null in place of NaN: "not estimable" is a value, NaN is not.</summary>
    public static double? OrNull(double x) => double.IsNaN(x) ? null : x;
}
