using Assessment.Statistics.Distributions;
using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.MissingData;

/// <summary>
/// Mean of those observed, each weighted by one over the fitted chance to be observed, so that people who resemble the lost count for them as
/// well (Hájek 1971; Seaman and White 2013).
/// </summary>
/// <param name="Mean">Weighted mean with normal interval; the standard error takes the weights as known, √Σw²(y − mean)²/Σw.</param>
/// <param name="Unweighted">Plain mean of those observed.</param>
/// <param name="Smallest">Smallest weight.</param>
/// <param name="Largest">Largest weight.</param>
/// <param name="EffectiveSize">(Σw)²/Σw² (Kish 1965, section 11.7): how many equally weighted people the weighted ones are worth.</param>
public sealed record ResponseWeighting(Estimation Mean, double Unweighted, double Smallest, double Largest, double EffectiveSize)
{
    /// <summary>Equals R's <c>lm(y ~ 1, weights = 1/p)</c> with <c>sandwich::vcovHC(type = "HC0")</c>.</summary>
    /// <param name="values">Values of those observed, at least one.</param>
    /// <param name="chances">Their chances to be observed, in (0, 1].</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    /// <exception cref="ArgumentException">Lengths differ, nothing is given, or a chance is outside (0, 1].</exception>
    public static ResponseWeighting Of(double[] values, double[] chances, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(chances);
        Require.Level(level);
        Require.SameLength(values.Length, chances.Length);
        Require.Finite(values);
        if (values.Length == 0 || chances.Any(p => !(p is > 0 and <= 1))) throw new ArgumentException("There is at least one value, and chances lie in (0, 1].");
        double[] w = [.. chances.Select(p => 1 / p)];
        double total = w.Sum(), mean = Sums.Sum([.. values.Select((y, i) => w[i] * y)]) / total;
        var error = Math.Sqrt(values.Select((y, i) => w[i] * (y - mean)).Sum(e => e * e)) / total;
        var half = Normal.Critical(level) * error;
        var estimate = EstimatorCatalog.WeightedGain.Of(mean, values.Length, "people", new(mean - half, mean + half, level, "normal"), error);
        return new(estimate, Sums.Mean(values), w.Min(), w.Max(), total * total / w.Sum(x => x * x));
    }
}
