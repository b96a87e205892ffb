using Assessment.Statistics.Distributions;
using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.MetaAnalysis;

/// <summary>
/// Between-agency variance τ² of effects with known sampling variances: three estimators and the Q-profile interval. All cost O(k) a step;
/// no k × k matrix is formed.
/// </summary>
internal sealed class Heterogeneity
{
    private readonly double[] effects, variances;

    public Heterogeneity(double[] effects, double[] variances)
    {
        (this.effects, this.variances) = (effects, variances);
        Fixed = new(effects, variances, 0);
    }

    /// <summary>Sums with τ² = 0.</summary>
    public WeightedSums Fixed { get; }

    public int Df => effects.Length - 1;

    /// <summary>The typical sampling variance s² of Higgins and Thompson (2002), equation 9; NaN for one study.</summary>
    public double Typical => Df / Fixed.Trace;

    /// <summary>Moment estimate of DerSimonian and Laird (1986), equation 8, not below 0.</summary>
    public double DerSimonianLaird() => Df == 0 ? 0 : Math.Max(0, (Fixed.Q - Df) / Df * Typical);

    /// <summary>
    /// Restricted maximum likelihood (Viechtbauer 2005): uphill from Hedges' estimate to the root of the score; 0 where the
    /// likelihood falls all the way to it, or is higher there. Fisher scoring would swing about the root when precisions differ much.
    /// </summary>
    public double RestrictedLikelihood()
    {
        if (Df == 0) return 0;
        double smallest = 1e-12 * Typical, tau2 = Math.Max(0, Sums.Variance(effects) - Sums.Mean(variances));
        double low = tau2, high = tau2;
        while (At(high).Score > 0) (low, high) = (high, Math.Max(2 * high, smallest));
        while (low > smallest && At(low).Score < 0) (low, high) = (low / 2, low);
        if (At(low).Score < 0 || high == 0) return 0;
        var root = Roots.Brent(t => At(t).Score, low, high);
        return Fixed.LogLikelihood > At(root).LogLikelihood ? 0 : root;
    }

    /// <summary>Paule and Mandel (1982): the τ² at which the generalized Q is its degrees of freedom.</summary>
    public double PauleMandel() => Df == 0 ? 0 : WhereQIs(Df);

    /// <summary>Q-profile interval of τ² (Viechtbauer 2007); null for one study.</summary>
    public Interval? Profile(double level) => Df == 0 ? null : new(
        WhereQIs(ChiSquared.Quantile(1 - ((1 - level) / 2), Df)), WhereQIs(ChiSquared.Quantile((1 - level) / 2, Df)), level, "Q-profile");

    public WeightedSums At(double tau2) => new(effects, variances, tau2);

    // Q falls as τ² grows; 0 where it is lower from the start.
    private double WhereQIs(double value)
    {
        if (Fixed.Q <= value) return 0;
        var upper = Typical;
        while (At(upper).Q > value) upper *= 4;
        return Roots.Brent(t => At(t).Q - value, 0, upper);
    }
}
