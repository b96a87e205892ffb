using Assessment.Statistics.Distributions;

namespace Assessment.Statistics.Power;

/// <summary>
/// Power of a stepped-wedge design with new people in every period, a common time trend and a random effect of the cluster (Hussey and Hughes
/// 2007, equations 7 and 8).
/// </summary>
/// <param name="Variance">Variance of the estimated effect; null when no cluster is compared with another or with itself.</param>
public sealed record SteppedWedgePower(double? Variance)
{
    /// <summary>The variance of the effect under a design.</summary>
    /// <param name="design">Clusters × periods, equally long rows; whether the cluster is trained in the period.</param>
    /// <param name="n">People a cluster and period, above 0.</param>
    /// <param name="within">Variance σ² of people of one cluster and period, above 0.</param>
    /// <param name="between">Variance τ² between clusters, at least 0.</param>
    /// <exception cref="ArgumentException">Rows differ in length.</exception>
    public static SteppedWedgePower Of(bool[][] design, double n, double within, double between)
    {
        ArgumentNullException.ThrowIfNull(design);
        double clusters = design.Length, periods = design.Length == 0 ? 0 : design[0].Length, cell = within / n;
        if (design.Any(row => row.Length != periods)) throw new ArgumentException("Every cluster has the same periods.");
        double[] byCluster = [.. design.Select(row => (double)row.Count(x => x))];
        var byPeriod = Enumerable.Range(0, (int)periods).Select(t => (double)design.Count(row => row[t]));
        double u = byCluster.Sum(), w = byPeriod.Sum(c => c * c), v = byCluster.Sum(c => c * c);
        var information = (((clusters * u) - w) * cell) + (((u * u) + (clusters * periods * u) - (periods * w) - (clusters * v)) * between);
        return new(information > 0 ? clusters * cell * (cell + (periods * between)) / information : null);
    }

    /// <summary>Chance to find a true effect by a Wald test; one tail.</summary>
    /// <param name="delta">True effect.</param>
    /// <param name="alpha">Two-sided level in (0, 1).</param>
    public double? Of(double delta, double alpha = 0.05) => Variance is { } v ? Normal.Cdf((Math.Abs(delta) / Math.Sqrt(v)) + Normal.Quantile(TTestPower.Checked(alpha) / 2)) : null;

    /// <summary>Smallest effect found with a power of more than α/2.</summary>
    /// <param name="power">Wanted power in (0, 1).</param>
    /// <param name="alpha">Two-sided level in (0, 1).</param>
    public double? Detectable(double power, double alpha = 0.05) =>
        Variance is { } v && Normal.Quantile(power) - Normal.Quantile(TTestPower.Checked(alpha) / 2) is > 0 and var sum ? sum * Math.Sqrt(v) : null;
}
