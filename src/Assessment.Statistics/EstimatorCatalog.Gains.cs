namespace Assessment.Statistics;

/// <content>Gains by ranks, against a comparison group and at follow-up.</content>
public static partial class EstimatorCatalog
{
    private const string RanksPage = "docs/methods/rank-tests.md";
    private const string IndependentPage = "docs/methods/effect-sizes-independent.md";
    private const string RetentionPage = "docs/methods/retention.md";
    private const string ComparisonPage = "docs/methods/comparison-group.md";
    private const string MixedPage = "docs/methods/mixed-models.md";

    /// <summary>Pseudomedian of the gains.</summary>
    public static readonly Estimator HodgesLehmann = new("hodges-lehmann", "Hodges–Lehmann gain", "θ̂", "Hodges and Lehmann (1963); Hollander and Wolfe (1973), eq. 3.23", RanksPage) { NullValue = 0 };

    /// <summary>Hodges–Lehmann shift of two groups.</summary>
    public static readonly Estimator HodgesLehmannShift = new("hodges-lehmann-shift", "Hodges–Lehmann difference", "Δ̂", "Hodges and Lehmann (1963); Hollander and Wolfe (1973), eq. 4.18", RanksPage) { NullValue = 0 };

    /// <summary>Cliff's delta.</summary>
    public static readonly Estimator CliffsDelta = new("cliffs-delta", "Cliff's delta", "δ", "Cliff (1996), eqs. 5.3, 5.6, 5.12", RanksPage) { Lower = -1, Upper = 1, NullValue = 0 };

    /// <summary>Difference of two independent means.</summary>
    public static readonly Estimator MeanDifference = new("mean-difference", "Difference of means", "x̄₁ − x̄₀", "Welch (1947)", IndependentPage) { NullValue = 0 };

    /// <summary>Cohen's d of two groups.</summary>
    public static readonly Estimator CohensD = new("cohens-d", "Cohen's d (pooled SD)", "d", "Cohen (1988), eq. 2.5.1", IndependentPage) { NullValue = 0 };

    /// <summary>Hedges' g of two groups.</summary>
    public static readonly Estimator HedgesG = new("hedges-g", "Hedges' g (pooled SD)", "g", "Hedges (1981), eq. 6e", IndependentPage) { NullValue = 0 };

    /// <summary>Glass's delta of two groups.</summary>
    public static readonly Estimator GlassDeltaIndependent = new("glass-delta-independent", "Glass's delta (SD of the comparison)", "Δ", "Glass (1976)", IndependentPage) { NullValue = 0 };

    /// <summary>Share reliably improved.</summary>
    public static readonly Estimator ReliablyImproved = new("reliably-improved", "Share that improved reliably", "p_RC", "Jacobson and Truax (1991)", RetentionPage) { Lower = 0, Upper = 1 };

    /// <summary>Share of the gain retained.</summary>
    public static readonly Estimator Retained = new("gain-retained", "Share of the gain retained", "R", "Fieller (1954)", RetentionPage) { NullValue = 0 };

    /// <summary>Morris's d_ppc2.</summary>
    public static readonly Estimator Dppc2 = new("d-ppc2", "Effect size of gains against a comparison", "d_ppc2", "Morris (2008), eqs. 8–10, 16", ComparisonPage) { NullValue = 0 };

    /// <summary>ANCOVA-adjusted difference.</summary>
    public static readonly Estimator AdjustedDifference = new("adjusted-difference", "Difference adjusted for the score before", "b", "Fisher (1932); Maxwell, Delaney and Kelley (2018), eq. 9.6", ComparisonPage) { NullValue = 0 };

    /// <summary>Difference in differences.</summary>
    public static readonly Estimator DifferenceInDifferences = new("difference-in-differences", "Difference of gains", "DiD", "Angrist and Pischke (2009), eq. 5.2.1", ComparisonPage) { NullValue = 0 };

    /// <summary>Coefficient of a linear mixed model.</summary>
    public static readonly Estimator FixedEffect = new("fixed-effect", "Coefficient of a mixed model", "β", "Bates, Mächler, Bolker and Walker (2015), eqs. 16, 55", MixedPage) { NullValue = 0 };

    /// <summary>Share of the variance between groups.</summary>
    public static readonly Estimator IccGroups = new("icc-groups", "Intraclass correlation of groups", "ICC", "Raudenbush and Bryk (2002), eq. 2.10", MixedPage) { Lower = 0, Upper = 1, NullValue = 0 };

    /// <summary>Median gain.</summary>
    public static readonly Estimator MedianGain = new("median-gain", "Median gain", "med d", "Efron (1987), eqs. 2.3, 6.6", "docs/methods/bootstrap.md") { NullValue = 0 };
}
