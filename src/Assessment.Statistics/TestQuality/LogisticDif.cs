using Assessment.Statistics.Distributions;
using Assessment.Statistics.Models;

namespace Assessment.Statistics.TestQuality;

/// <summary>Differential item functioning by nested logistic regressions (Swaminathan and Rogers 1990).</summary>
/// <param name="Coefficients">Intercept, total, group of the uniform model.</param>
/// <param name="StandardErrors">In the same order.</param>
/// <param name="Uniform">Likelihood ratio of the group beside the total, 1 df.</param>
/// <param name="NonUniform">Likelihood ratio of their product, 1 df.</param>
/// <param name="RSquaredChange">Gain in Nagelkerke's R² of both (Zumbo 1999).</param>
public sealed record LogisticDif(
    IReadOnlyList<double> Coefficients, IReadOnlyList<double> StandardErrors, double Uniform, double NonUniform, double RSquaredChange)
{
    /// <summary>Likelihood ratio of both, 2 df.</summary>
    public double Total => Uniform + NonUniform;

    /// <summary>Upper tail of <see cref="Total"/>.</summary>
    public double P => ChiSquared.Upper(Total, 2);

    /// <summary>
    /// Equals R's <c>glm(y ~ total)</c>, <c>glm(y ~ total + g)</c> and <c>glm(y ~ total * g)</c>, binomial. Null when a model has no maximum
    /// (separation) or the group or total does not vary.
    /// </summary>
    /// <param name="right">Score on the item, 0 or 1.</param>
    /// <param name="totals">Total score, the item in it.</param>
    /// <param name="focal">Who belongs to the focal group.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static LogisticDif? Of(double[] right, double[] totals, bool[] focal)
    {
        ArgumentNullException.ThrowIfNull(right);
        ArgumentNullException.ThrowIfNull(totals);
        ArgumentNullException.ThrowIfNull(focal);
        Require.SameLength(right.Length, totals.Length);
        Require.SameLength(right.Length, focal.Length);
        if (right.Distinct().Count() < 2) return null;
        LogisticRegression? Fit(Func<int, double[]> row) => LogisticRegression.Fit([.. Enumerable.Range(0, right.Length).Select(row)], right);
        double G(int i) => focal[i] ? 1 : 0;
        var matched = Fit(i => [1, totals[i]]);
        var uniform = Fit(i => [1, totals[i], G(i)]);
        var crossed = Fit(i => [1, totals[i], G(i), totals[i] * G(i)]);
        if (matched is null || uniform is null || crossed is null) return null;
        double n = right.Length, share = right.Average(), none = -2 * n * ((share * Math.Log(share)) + ((1 - share) * Math.Log(1 - share)));
        double Nagelkerke(double deviance) => (1 - Math.Exp((deviance - none) / n)) / (1 - Math.Exp(-none / n));
        return new(
            uniform.Coefficients, uniform.StandardErrors, matched.Deviance - uniform.Deviance, uniform.Deviance - crossed.Deviance,
            Nagelkerke(crossed.Deviance) - Nagelkerke(matched.Deviance));
    }
}
