namespace Assessment.Statistics;

/// <content>Results of several agencies together.</content>
public static partial class EstimatorCatalog
{
    private const string MetaPage = "docs/methods/meta-analysis.md";

    /// <summary>Mean effect of several agencies.</summary>
    public static readonly Estimator PooledEffect = new("pooled-effect", "Effect pooled over agencies", "μ̂", "Viechtbauer (2005); Hartung and Knapp (2001); DerSimonian and Laird (1986), eq. 8", MetaPage) { NullValue = 0 };

    /// <summary>Variance of the effects between agencies.</summary>
    public static readonly Estimator BetweenVariance = new("between-variance", "Variance of the effects between agencies", "τ²", "Viechtbauer (2005); interval Viechtbauer (2007)", MetaPage) { Lower = 0, NullValue = 0 };

    private static Estimator[] MetaAnalysis => [PooledEffect, BetweenVariance];
}
