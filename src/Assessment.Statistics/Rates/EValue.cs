using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Rates;

/// <summary>The scale on which an effect was estimated, and how it becomes a risk ratio (VanderWeele and Ding 2017, table 2; VanderWeele 2020).</summary>
public enum EffectScale
{
    /// <summary>Risk ratio or rate ratio; also odds and hazard ratios of a rare event.</summary>
    RiskRatio,

    /// <summary>Odds ratio of a common event: √OR.</summary>
    CommonOddsRatio,

    /// <summary>Hazard ratio of a common event: (1 − ½^√HR) / (1 − ½^√(1/HR)).</summary>
    CommonHazardRatio,

    /// <summary>Standardized difference of means: exp(0.91 d).</summary>
    StandardizedDifference,
}

/// <summary>
/// How strongly would something unmeasured have to go with both the training and the event to explain the effect away? Smallest risk ratio with
/// both that could (VanderWeele and Ding 2017, p. 269).
/// </summary>
/// <param name="RiskRatio">The estimate as a risk ratio.</param>
/// <param name="Point">E-value of the estimate, at least 1; infinite for a ratio of 0.</param>
/// <param name="Limit">E-value of the limit nearer 1; 1 when the interval holds 1, null when no interval was given.</param>
public sealed record EValue(double RiskRatio, double Point, double? Limit)
{
    /// <summary>Equals R's <c>EValue::evalues.RR(est, lo, hi)</c>; without an interval <see cref="Limit"/> is null.</summary>
    /// <param name="estimate">On its scale; ratios are at least 0.</param>
    /// <param name="interval">Its limits on the same scale.</param>
    /// <param name="scale">The scale.</param>
    /// <exception cref="ArgumentOutOfRangeException">A ratio is negative, or the limits are the wrong way round.</exception>
    public static EValue Of(double estimate, (double Lower, double Upper)? interval = null, EffectScale scale = EffectScale.RiskRatio)
    {
        var ratio = Ratio(estimate, scale);
        if (interval is not { } limits) return new(ratio, Least(ratio), null);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limits.Lower, limits.Upper);
        double lower = Ratio(limits.Lower, scale), upper = Ratio(limits.Upper, scale);
        return new(ratio, Least(ratio), lower <= 1 && upper >= 1 ? 1 : Least(ratio > 1 ? lower : upper));
    }

    private static double Least(double ratio)
    {
        var r = ratio < 1 ? 1 / ratio : ratio;
        return r + (Math.Sqrt(r) * Math.Sqrt(r - 1));
    }

    private static double Ratio(double value, EffectScale scale)
    {
        if (scale == EffectScale.StandardizedDifference) return Math.Exp(0.91 * value);
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        return scale switch
        {
            EffectScale.CommonOddsRatio => Math.Sqrt(value),
            EffectScale.CommonHazardRatio => HalfUnder(Math.Sqrt(value)) / HalfUnder(1 / Math.Sqrt(value)),
            _ => value,
        };
    }

    // 1 − ½^x.
    private static double HalfUnder(double x) => -Elementary.Expm1(-x * 0.69314718055994530942);
}
