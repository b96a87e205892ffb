using Assessment.Statistics.Distributions;
using Assessment.Statistics.Models;
using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.MissingData;

/// <summary>Who was lost? Logistic regression of missing a wave on what was known before.</summary>
/// <param name="Coefficients">Intercept and log odds ratios of missing the wave.</param>
/// <param name="StandardErrors">In the same order.</param>
/// <param name="LikelihoodRatio">Likelihood ratio against the intercept alone, one df a covariate.</param>
/// <param name="Concordance">c: chance that of a lost and a kept person the lost one had the higher fitted chance; ties count half.</param>
/// <param name="Fitted">Fitted chance of missing the wave, a row each.</param>
public sealed record AttritionModel(
    IReadOnlyList<double> Coefficients, IReadOnlyList<double> StandardErrors, double LikelihoodRatio, double Concordance, IReadOnlyList<double> Fitted)
{
    /// <summary>Degrees of freedom of <see cref="LikelihoodRatio"/>.</summary>
    public int Df => Coefficients.Count - 1;

    /// <summary>Upper tail of <see cref="LikelihoodRatio"/>; 1 without covariates.</summary>
    public double P => Df == 0 ? 1 : ChiSquared.Upper(LikelihoodRatio, Df);

    /// <summary>
    /// Equals R's <c>glm(missing ~ covariates, binomial)</c>. Null when nobody or everybody is missing, covariates depend on each other, or
    /// they separate the lost from the kept so that no maximum exists.
    /// </summary>
    /// <param name="covariates">A row a person, without the intercept; equally long.</param>
    /// <param name="missing">Who missed the wave.</param>
    /// <exception cref="ArgumentException">Lengths differ or a value is not finite.</exception>
    public static AttritionModel? Of(double[][] covariates, bool[] missing)
    {
        ArgumentNullException.ThrowIfNull(covariates);
        ArgumentNullException.ThrowIfNull(missing);
        Require.SameLength(covariates.Length, missing.Length);
        foreach (var row in covariates) Require.Finite(row);
        double n = missing.Length, lost = missing.Count(m => m), kept = n - lost;
        if (lost == 0 || kept == 0) return null;
        double[][] rows = [.. covariates.Select(row => (double[])[1, .. row])];
        if (LogisticRegression.Fit(rows, [.. missing.Select(m => m ? 1.0 : 0)]) is not { } fit) return null;
        var none = -2 * ((lost * Math.Log(lost / n)) + (kept * Math.Log(kept / n)));
        double[] scores = [.. rows.Select(row => row.Zip(fit.Coefficients, (x, b) => x * b).Sum())];
        return new(
            fit.Coefficients, fit.StandardErrors, Math.Max(0, none - fit.Deviance), ConcordanceOf(scores, missing, lost, kept), [.. scores.Select(Elementary.Logistic)]);
    }

    // The rank sum of the lost, over its range (Hanley and McNeil 1982).
    private static double ConcordanceOf(double[] scores, bool[] missing, double lost, double kept)
    {
        var ranks = Ranks.Of(scores).Ranks;
        return (ranks.Where((_, i) => missing[i]).Sum() - (lost * (lost + 1) / 2)) / (lost * kept);
    }
}
