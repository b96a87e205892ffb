using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Distributions;

/// <summary>Hedges' exact small-sample factor.</summary>
public static class HedgesJ
{
    /// <summary>
    /// J(m) = Γ(m/2) / (√(m/2) Γ((m − 1)/2)), Hedges (1981) equation 6e; null for m ≤ 1, where no unbiased estimate exists.
    /// Written with the errors of Stirling's formula, so that large m lose no digits:
    /// log J = −(z − 1) log(1 − 1/(2z)) − ½ + δ(z) − δ(z − ½) with z = m/2.
    /// </summary>
    /// <param name="m">Degrees of freedom of the standard deviation.</param>
    public static double? Of(double m)
    {
        if (!(m > 1)) return null;
        var z = m / 2;
        var bend = -((z - 1) * Elementary.Log1p(-0.5 / z)) - 0.5;
        return Math.Exp(bend + SaddlePoint.StirlingError(z) - SaddlePoint.StirlingError(z - 0.5));
    }
}
