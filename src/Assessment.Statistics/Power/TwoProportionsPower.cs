using Assessment.Statistics.Distributions;
using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Power;

/// <summary>
/// Power to tell two independent proportions apart by the normal approximation with the pooled variance under no difference (Fleiss, Levin and
/// Paik 2003, chapter 4; R's <c>power.prop.test</c>): one tail, the chance of the wrong one is left out.
/// </summary>
public static class TwoProportionsPower
{
    /// <summary>Chance to find the difference; null when neither proportion varies and both are equal.</summary>
    /// <param name="n">People a group, above 0.</param>
    /// <param name="p1">One proportion in [0, 1].</param>
    /// <param name="p2">The other.</param>
    /// <param name="alpha">Two-sided level in (0, 1).</param>
    public static double? Of(double n, double p1, double p2, double alpha = 0.05)
    {
        var (pooled, apart) = Spread(p1, p2);
        return Elementary.OrNull(Normal.Cdf(((Math.Sqrt(n) * Math.Abs(p1 - p2)) - (Z(alpha) * pooled)) / apart));
    }

    /// <summary>People a group that reach a power, not rounded up; infinite for equal proportions, null when those do not vary.</summary>
    /// <param name="p1">One proportion in [0, 1].</param>
    /// <param name="p2">The other.</param>
    /// <param name="power">Wanted power in (0, 1).</param>
    /// <param name="alpha">Two-sided level in (0, 1).</param>
    public static double? Needed(double p1, double p2, double power, double alpha = 0.05)
    {
        var (pooled, apart) = Spread(p1, p2);
        var root = ((Z(alpha) * pooled) + (Normal.Quantile(power) * apart)) / (p1 - p2);
        return Elementary.OrNull(root * root);
    }

    /// <summary>
    /// Smallest difference from <paramref name="base"/> found with a power, upwards or downwards; null when none is large enough.
    /// </summary>
    /// <param name="n">People a group, above 0.</param>
    /// <param name="base">The proportion that stays, in [0, 1].</param>
    /// <param name="upwards">Whether the other one is larger.</param>
    /// <param name="power">Wanted power in (0, 1).</param>
    /// <param name="alpha">Two-sided level in (0, 1).</param>
    public static double? Detectable(double n, double @base, bool upwards, double power, double alpha = 0.05)
    {
        double room = upwards ? 1 - @base : @base, sign = upwards ? 1 : -1;
        // Over the spread that makes it Z; finite also where nothing varies.
        double Excess(double d)
        {
            var (pooled, apart) = Spread(@base + (sign * d), @base);
            return (Math.Sqrt(n) * d) - (Z(alpha) * pooled) - (Normal.Quantile(power) * apart);
        }

        if (Excess(room) < 0) return null;
        var small = room;
        while (Excess(small) >= 0 && small > 1e-100) small /= 2;
        return Excess(small) < 0 ? Roots.Brent(Excess, small, 2 * small) : null;
    }

    private static double Z(double alpha) => -Normal.Quantile(TTestPower.Checked(alpha) / 2);

    private static (double Pooled, double Apart) Spread(double p1, double p2)
    {
        var mean = (p1 + p2) / 2;
        return (Math.Sqrt(2 * mean * (1 - mean)), Math.Sqrt((p1 * (1 - p1)) + (p2 * (1 - p2))));
    }
}
