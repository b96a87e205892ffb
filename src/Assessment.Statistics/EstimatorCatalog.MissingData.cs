namespace Assessment.Statistics;

/// <content>People lost on the way.</content>
public static partial class EstimatorCatalog
{
    private const string AttritionPage = "docs/methods/attrition.md";

    /// <summary>Difference of a covariate between kept and lost.</summary>
    public static readonly Estimator StandardizedDifference = new("standardized-difference", "Standardized difference, observed − missing", "d", "Austin (2009)", AttritionPage) { NullValue = 0 };

    /// <summary>Odds ratio of missing a wave.</summary>
    public static readonly Estimator AttritionOdds = new("attrition-odds-ratio", "Odds ratio of missing the wave", "OR", "Hosmer, Lemeshow and Sturdivant (2013), ch. 3", AttritionPage) { Lower = 0, NullValue = 1 };

    /// <summary>Gain weighted for non-response.</summary>
    public static readonly Estimator WeightedGain = new("weighted-gain", "Sustained gain, weighted for those lost", "ḡ_w", "Seaman and White (2013)", AttritionPage) { NullValue = 0 };

    /// <summary>Gain of everybody under an assumed gain of the lost.</summary>
    public static readonly Estimator DeltaAdjustedGain = new("delta-adjusted-gain", "Gain if the lost gained δ more", "ḡ(δ)", "White, Carpenter and Horton (2018)", AttritionPage) { NullValue = 0 };

    /// <summary>Estimate over imputed data sets.</summary>
    public static readonly Estimator PooledEstimate = new("pooled-estimate", "Estimate over imputed data sets", "Q̄", "Rubin (1987), eqs. 3.1.2–3.1.10; df Barnard and Rubin (1999), eq. 3", "docs/methods/imputation.md") { NullValue = 0 };

    private static Estimator[] MissingData => [StandardizedDifference, AttritionOdds, WeightedGain, DeltaAdjustedGain, PooledEstimate];
}
