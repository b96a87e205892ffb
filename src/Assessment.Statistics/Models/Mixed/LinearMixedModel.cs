namespace Assessment.Statistics.Models.Mixed;

/// <summary>
/// A linear mixed model y = Xβ + Zb + ε, b ~ N(0, G), ε ~ N(0, σ²I), fitted by REML or ML as in Bates, Mächler, Bolker and Walker
/// (2015), <i>J. Stat. Softw.</i> 67(1). Equals R's <c>lme4::lmer</c> at its minimum.
/// </summary>
public sealed record LinearMixedModel
{
    /// <summary>More random effects than this have no Kenward–Roger adjustment: it needs a matrix of that order.</summary>
    public const int MostKenwardRogerEffects = 2000;

    /// <summary>Rows n.</summary>
    public required int N { get; init; }

    /// <summary>Coefficients in the order of the design with Wald z intervals.</summary>
    public required IReadOnlyList<MixedModelCoefficient> Coefficients { get; init; }

    /// <summary>
    /// Terms by number of levels, largest first (of equals the later first when any is out of order, as in lme4); within a term variances,
    /// then covariances; the residual variance last.
    /// </summary>
    public required IReadOnlyList<VarianceComponent> Variances { get; init; }

    /// <summary>Log-likelihood; the restricted one under REML.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Whether a covariance matrix of random effects is not of full rank: a variance is 0 or a correlation ±1.</summary>
    public required bool IsSingular { get; init; }

    /// <summary>Residual standard deviation σ.</summary>
    public required double Sigma { get; init; }

    /// <summary>Levels of each grouping factor by its name in <see cref="Variances"/>.</summary>
    public required IReadOnlyDictionary<string, int> Groups { get; init; }

    /// <summary>Share of the variance between groups; only for a single random intercept.</summary>
    public Estimation? IntraclassCorrelation { get; init; }

    /// <summary>1 + (m − 1)·ICC with m the mean number of rows in a group (Kish 1965, eq. 5.4.1); null without <see cref="IntraclassCorrelation"/>.</summary>
    public double? DesignEffect { get; init; }

    /// <summary>Fits the model.</summary>
    /// <param name="design">Response, fixed and random parts; finite numbers, one a row.</param>
    /// <param name="options">What is computed; REML and Wald intervals when null.</param>
    /// <returns>The fit, or the reason why the data do not determine one.</returns>
    /// <exception cref="ArgumentException">Lengths differ or values are not finite.</exception>
    public static MixedModelFit Fit(MixedModelDesign design, MixedModelOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(design);
        options ??= new();
        Require.Level(options.Level);
        var prepared = PreparedModel.Of(design, options.Reml);
        if (prepared.Model is not { } model) return prepared.Refusal!;
        return CriterionMinimum.Of(model.Criterion) is { } theta
            ? new MixedModelFit.Fitted(MixedModelSummary.Of(model, theta, options))
            : new MixedModelFit.NotEstimable("no-residual-variance", "The groups leave no residual variance.");
    }
}
