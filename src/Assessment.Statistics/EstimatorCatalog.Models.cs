namespace Assessment.Statistics;

/// <content>Field outcomes under a model: agencies, months, encounters.</content>
public static partial class EstimatorCatalog
{
    private const string RegressionPage = "docs/methods/regression.md";
    private const string CountsPage = "docs/methods/negative-binomial.md";
    private const string SeriesPage = "docs/methods/interrupted-series.md";
    private const string EquationsPage = "docs/methods/estimating-equations.md";
    private const string RiskModelPage = "docs/methods/risk-models.md";
    private const string RandomizationPage = "docs/methods/randomization.md";
    private const string StaggeredPage = "docs/methods/staggered-starts.md";

    /// <summary>Coefficient of a linear model.</summary>
    public static readonly Estimator RegressionCoefficient = new("regression-coefficient", "Coefficient of a linear model", "b", "Legendre (1805); robust errors White (1980)", RegressionPage) { NullValue = 0 };

    /// <summary>exp of a coefficient of a logistic model.</summary>
    public static readonly Estimator AdjustedOddsRatio = new("adjusted-odds-ratio", "Odds ratio, adjusted", "OR", "McCullagh and Nelder (1989), chapter 4", RegressionPage) { Lower = 0, NullValue = 1 };

    /// <summary>exp of a coefficient of a count model.</summary>
    public static readonly Estimator AdjustedRateRatio = new("adjusted-rate-ratio", "Rate ratio, adjusted", "IRR", "McCullagh and Nelder (1989), chapter 6; NB2 Lawless (1987), section 2", CountsPage) { Lower = 0, NullValue = 1 };

    /// <summary>Change of a series at a horizon.</summary>
    public static readonly Estimator SeriesEffect = new("series-effect", "Change of the series at the horizon", "Δ_h", "Wagner, Soumerai, Zhang and Ross-Degnan (2002); Newey and West (1987), eq. 5", SeriesPage) { NullValue = 0 };

    /// <summary>Coefficient of estimating equations.</summary>
    public static readonly Estimator MarginalCoefficient = new("marginal-coefficient", "Coefficient on average over clusters", "β", "Liang and Zeger (1986), eqs. 6–7, theorem 2", EquationsPage) { NullValue = 0 };

    /// <summary>exp of a coefficient of modified Poisson regression.</summary>
    public static readonly Estimator AdjustedRiskRatio = new("adjusted-risk-ratio", "Risk ratio, adjusted", "RR", "Zou (2004)", RiskModelPage) { Lower = 0, NullValue = 1 };

    /// <summary>Difference of standardized risks.</summary>
    public static readonly Estimator StandardizedRiskDifference = new("standardized-risk-difference", "Risk difference, standardized", "RD", "Localio, Margolis and Berlin (2007); Muller and MacLehose (2014)", RiskModelPage) { Lower = -1, Upper = 1, NullValue = 0 };

    /// <summary>Ratio of standardized risks.</summary>
    public static readonly Estimator StandardizedRiskRatio = new("standardized-risk-ratio", "Risk ratio, standardized", "RR_s", "Localio, Margolis and Berlin (2007); Muller and MacLehose (2014)", RiskModelPage) { Lower = 0, NullValue = 1 };

    /// <summary>Rate ratio with its randomization interval.</summary>
    public static readonly Estimator RandomizationRateRatio = new("randomization-rate-ratio", "Rate ratio, interval by randomization", "IRR", "Braun and Feng (2001); Wang and De Gruttola (2017)", RandomizationPage) { Lower = 0, NullValue = 1 };

    /// <summary>Effect by time since the start.</summary>
    public static readonly Estimator EventTimeEffect = new("event-time-effect", "Effect by time since the start", "μ_e", "Sun and Abraham (2021)", StaggeredPage) { NullValue = 0 };

    /// <summary>Effect of a group of starters in a period.</summary>
    public static readonly Estimator GroupTimeEffect = new("group-time-effect", "Effect by group of starters and period", "ATT(g,t)", "Callaway and Sant'Anna (2021), theorem 1", StaggeredPage) { NullValue = 0 };

    /// <summary>Average of group-time effects.</summary>
    public static readonly Estimator AverageGroupTimeEffect = new("average-group-time-effect", "Average effect on the trained", "θ", "Callaway and Sant'Anna (2021), section 3", StaggeredPage) { NullValue = 0 };

    private static Estimator[] FieldModels =>
    [
        RegressionCoefficient, AdjustedOddsRatio, AdjustedRateRatio, SeriesEffect, MarginalCoefficient, AdjustedRiskRatio, StandardizedRiskDifference,
        StandardizedRiskRatio, RandomizationRateRatio, EventTimeEffect, GroupTimeEffect, AverageGroupTimeEffect,
    ];
}
