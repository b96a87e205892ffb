using Assessment.Statistics.Distributions;
using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Power;

/// <summary>
/// Power of a Wald test of log rate ratio = 0 with Var = φ(1/μ₀ + 1/μ₁), μ the expected events (Signorini 1991; Zhu and
/// Lakkis 2014; φ for the overdispersion). One tail.
/// </summary>
/// <param name="Rate0">Rate without training, above 0.</param>
/// <param name="Exposure0">Exposure of the comparison, above 0.</param>
/// <param name="Exposure1">Exposure of the trained, above 0, in the same unit.</param>
/// <param name="Dispersion">Variance over mean of the counts, above 0; 1 for Poisson.</param>
/// <param name="Alpha">Two-sided level in (0, 1).</param>
public sealed record RateRatioPower(double Rate0, double Exposure0, double Exposure1, double Dispersion = 1, double Alpha = 0.05)
{
    private double Z => -Normal.Quantile(TTestPower.Checked(Alpha) / 2);

    /// <summary>Standard error of the log rate ratio.</summary>
    /// <param name="ratio">True rate ratio, above 0.</param>
    public double StandardError(double ratio) => Error(Math.Log(ratio));

    /// <summary>Chance to find a true ratio.</summary>
    /// <param name="ratio">True rate ratio, above 0.</param>
    public double Of(double ratio) => Normal.Cdf((Math.Abs(Math.Log(ratio)) / StandardError(ratio)) - Z);

    /// <summary>
    /// Largest ratio below 1 that is found with a power. A stronger reduction leaves fewer events to see it by, so that beyond a point the power
    /// falls again: null when it never reaches the wanted one.
    /// </summary>
    /// <param name="power">Wanted power in (0, 1).</param>
    public double? Detectable(double power)
    {
        // In L = −log ratio; the signal L/se peaks where e^L (L/2 − 1) = t₁/t₀.
        double Excess(double l) => (l / Error(-l)) - Z - Normal.Quantile(power);
        var peak = Roots.BrentAround(l => Math.Log(Math.Max(1e-300, (l / 2) - 1)) + l - Math.Log(Exposure1 / Exposure0), 3, 0.5);
        return Excess(0) < 0 && Excess(peak) >= 0 ? Math.Exp(-Roots.Brent(Excess, 0, peak)) : null;
    }

    private double Error(double log) => Math.Sqrt(Dispersion / Rate0 * ((1 / Exposure0) + (Math.Exp(-log) / Exposure1)));
}
