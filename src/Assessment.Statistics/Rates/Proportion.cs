using Assessment.Statistics.Distributions;

namespace Assessment.Statistics.Rates;

/// <summary>A share of people, with three intervals. Wilson's is the one to print; Clopper–Pearson never covers too little.</summary>
/// <param name="Wilson">Score interval (Wilson 1927); Brown, Cai and DasGupta (2001) equation 4.</param>
/// <param name="ClopperPearson">Exact tail interval (Clopper and Pearson 1934), by beta quantiles.</param>
/// <param name="AgrestiCoull">Adjusted Wald interval (Agresti and Coull 1998), clipped to [0, 1].</param>
public sealed record Proportion(Estimation Wilson, Estimation ClopperPearson, Estimation AgrestiCoull)
{
    /// <summary>
    /// x of n. Equals R's <c>prop.test(x, n, correct = FALSE)</c> and <c>binom.test(x, n)</c>. Not estimable when n = 0.
    /// </summary>
    /// <param name="x">How many had it, 0 to <paramref name="n"/>.</param>
    /// <param name="n">Out of how many.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="x"/> is not between 0 and <paramref name="n"/>.</exception>
    public static Proportion Of(int x, int n, double level = 0.95)
    {
        Require.Level(level);
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(x, n);
        if (n == 0)
        {
            var no = EstimatorCatalog.Proportion.No("n = 0", 0);
            return new(no, no, no);
        }

        var estimate = EstimatorCatalog.Proportion.Of((double)x / n, n, "people");
        return new(
            estimate with { Interval = WilsonInterval(x, n, level) },
            estimate with { Interval = ClopperPearsonInterval(x, n, level) },
            estimate with { Interval = AgrestiCoullInterval(x, n, level) });
    }

    /// <summary>
    /// The mean of people's shares (of points, say), each from 0 to 1, with Wilson's interval of n people. A share in [0, 1] has no
    /// more variance than a yes or no of the same mean, p(1 − p), so the interval is wide enough whatever lies between. Equals R's
    /// <c>prop.test(mean * n, n, correct = FALSE)</c>.
    /// </summary>
    /// <param name="mean">Mean share, 0 to 1.</param>
    /// <param name="n">Of how many people, at least 1.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    public static Estimate OfMeanShare(double mean, int n, double level = 0.95)
    {
        Require.Level(level);
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(mean, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mean, 1);
        return EstimatorCatalog.Proportion.Of(mean, n, "people") with { Interval = WilsonInterval(mean, n, level) };
    }

    /// <summary>Wilson's interval; of nothing it is [0, 1], its limit for vanishing n.</summary>
    internal static Interval WilsonInterval(int x, int n, double level) =>
        n == 0 ? new(0, 1, level, "Wilson") : WilsonInterval((double)x / n, n, level);

    private static Interval WilsonInterval(double p, int n, double level)
    {
        double z = Normal.Critical(level), shrink = 1 + (z * z / n);
        var center = (p + (z * z / (2.0 * n))) / shrink;
        var half = z / shrink * Math.Sqrt((p * (1 - p) / n) + (z * z / (4.0 * n * n)));
        return new(p <= 0 ? 0 : center - half, p >= 1 ? 1 : center + half, level, "Wilson");
    }

    internal static Interval ClopperPearsonInterval(int x, int n, double level)
    {
        var tail = (1 - level) / 2;
        return new(
            x == 0 ? 0 : BetaDistribution.Quantile(tail, x, n - x + 1.0),
            x == n ? 1 : BetaDistribution.Quantile(1 - tail, x + 1.0, n - x),
            level,
            "Clopper–Pearson");
    }

    private static Interval AgrestiCoullInterval(int x, int n, double level)
    {
        double z = Normal.Critical(level), adjusted = n + (z * z), p = (x + (z * z / 2)) / adjusted;
        var half = z * Math.Sqrt(p * (1 - p) / adjusted);
        return new(Math.Max(0, p - half), Math.Min(1, p + half), level, "Agresti–Coull");
    }
}
