using Assessment.Statistics.Distributions;
using Assessment.Statistics.Models;

namespace Assessment.Statistics.MetaAnalysis;

/// <summary>
/// Effects of several agencies pooled: one true effect for all (fixed), or effects that differ between agencies with variance τ² by three
/// estimators.
/// </summary>
public sealed record RandomEffects
{
    /// <summary>Number of studies.</summary>
    public required int K { get; init; }

    /// <summary>The effect if it is the same everywhere.</summary>
    public required PooledEffect Fixed { get; init; }

    /// <summary>With DerSimonian and Laird's τ².</summary>
    public required PooledEffect DerSimonianLaird { get; init; }

    /// <summary>With the restricted-likelihood τ²; the one to print.</summary>
    public required PooledEffect RestrictedLikelihood { get; init; }

    /// <summary>With Paule and Mandel's τ².</summary>
    public required PooledEffect PauleMandel { get; init; }

    /// <summary>Cochran's Q on k − 1 df.</summary>
    public required double Q { get; init; }

    /// <summary>Upper tail of <see cref="Q"/>; 1 for one study.</summary>
    public required double QP { get; init; }

    /// <summary>max(0, (Q − df)/Q) in percent (Higgins, Thompson, Deeks and Altman 2003); null for one study.</summary>
    public double? ISquaredQ { get; init; }

    /// <summary>Q-profile interval of τ²; null for one study.</summary>
    public Interval? Tau2Interval { get; init; }

    /// <summary>Egger's test of small-study effects; null under three studies or when all are equally precise.</summary>
    public EggerTest? Egger { get; init; }

    /// <summary>
    /// Equals R's <c>metafor::rma(yi, vi, method = "FE" | "DL" | "REML" | "PM", test = "z" | "knha")</c>, <c>confint</c> and
    /// <c>predict(pi.type = "Riley")</c>.
    /// </summary>
    /// <param name="effects">One per agency, at least one.</param>
    /// <param name="variances">Sampling variances, above 0.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    /// <exception cref="ArgumentException">Lengths differ, nothing is given, or a value is not finite or a variance not positive.</exception>
    public static RandomEffects Of(double[] effects, double[] variances, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(effects);
        ArgumentNullException.ThrowIfNull(variances);
        Require.Level(level);
        Require.SameLength(effects.Length, variances.Length);
        Require.Finite(effects);
        Require.Finite(variances);
        if (effects.Length == 0 || variances.Any(v => v <= 0)) throw new ArgumentException("There is at least one study, and variances are positive.");
        var data = new Heterogeneity(effects, variances);
        double q = data.Fixed.Q, df = data.Df;
        return new()
        {
            K = effects.Length,
            Fixed = PooledEffect.Of(data, 0, level),
            DerSimonianLaird = PooledEffect.Of(data, data.DerSimonianLaird(), level),
            RestrictedLikelihood = PooledEffect.Of(data, data.RestrictedLikelihood(), level),
            PauleMandel = PooledEffect.Of(data, data.PauleMandel(), level),
            Q = q,
            QP = df > 0 ? ChiSquared.Upper(q, df) : 1,
            ISquaredQ = df > 0 ? (q > df ? 100 * (q - df) / q : 0) : null,
            Tau2Interval = data.Profile(level),
            Egger = EggerTest.Of(effects, variances),
        };
    }
}

/// <summary>Do less precise studies show other effects? Regression of effect/error on 1/error (Egger, Davey Smith, Schneider and Minder 1997).</summary>
/// <param name="Intercept">Bias in standard errors; 0 without small-study effects.</param>
/// <param name="T">Intercept over its standard error, k − 2 df; null when the studies lie on a line.</param>
/// <param name="P">Two-sided.</param>
public sealed record EggerTest(double Intercept, double? T, double? P)
{
    internal static EggerTest? Of(double[] effects, double[] variances)
    {
        double[] precision = [.. variances.Select(v => 1 / Math.Sqrt(v))];
        if (effects.Length < 3 || LeastSquares.Fit([.. precision.Select(x => (double[])[1, x])], [.. effects.Zip(precision, (y, x) => y * x)]) is not { } fit) return null;
        double? t = fit.StandardError(0) is > 0 and var se ? fit.Coefficients[0] / se : null;
        return new(fit.Coefficients[0], t, t is { } x ? StudentT.TwoSided(x, fit.Df) : null);
    }
}
