using Assessment.Statistics.Distributions;
using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Rates;

/// <summary>
/// Fisher's exact test of a 2 × 2 table given its margins, and the conditional odds ratio (Cornfield 1956). R's <c>fisher.test</c> solves to
/// some four digits; here the same equations are solved to the last ones.
/// </summary>
/// <param name="OddsRatio">Conditional maximum likelihood; 0 or infinite at the end of the range, null when the margins allow only one table.</param>
/// <param name="Interval">Exact interval, each tail by itself; 0 to infinity when only one table is possible.</param>
/// <param name="PMinimumLikelihood">Two-sided p: all tables not more likely than the observed one.</param>
/// <param name="PCentral">Two-sided p: twice the smaller tail.</param>
public sealed record FisherExact(double? OddsRatio, Interval Interval, double PMinimumLikelihood, double PCentral)
{
    /// <summary>x₁ of n₁ against x₀ of n₀.</summary>
    internal static FisherExact Of(double x1, double n1, double x0, double n0, double level)
    {
        var table = new NoncentralHypergeometric(n1, n0, x1 + x0);
        if (table.Least == table.Most) return new(null, new(0, double.PositiveInfinity, level, "Fisher"), 1, 1);
        double start = Math.Log((x1 + 0.5) / (n1 - x1 + 0.5) * ((n0 - x0 + 0.5) / (x0 + 0.5))), tail = Math.Log((1 - level) / 2);
        double Solve(Func<double, double> rising) => Math.Exp(Roots.BrentAround(rising, start, 1));
        double? odds = x1 == table.Least ? 0 : x1 == table.Most ? double.PositiveInfinity : Solve(theta => table.Mean(theta) - x1);
        var lower = x1 == table.Least ? 0 : Solve(theta => table.LogAtLeast(x1, theta) - tail);
        var upper = x1 == table.Most ? double.PositiveInfinity : Solve(theta => tail - table.LogAtMost(x1, theta));
        double AtMost(double x) => Math.Exp(table.LogAtMost(x, 0));
        double AtLeast(double x) => Math.Exp(table.LogAtLeast(x, 0));
        var p = MinimumLikelihood.P(x1, (table.Least, table.Mode(0), table.Most), x => table.LogWeight(x, 0), AtMost, AtLeast);
        return new(odds, new(lower, upper, level, "Fisher"), p, Math.Min(1, 2 * Math.Min(AtMost(x1), AtLeast(x1))));
    }
}
