namespace Assessment.Statistics;

/// <content>Field outcomes in closed form: rates, ratios and risks.</content>
public static partial class EstimatorCatalog
{
    private const string RatesPage = "docs/methods/rates.md";
    private const string RisksPage = "docs/methods/two-by-two.md";

    /// <summary>Events per exposure.</summary>
    public static readonly Estimator IncidenceRate = new("incidence-rate", "Rate", "λ", "Garwood (1936)", RatesPage) { Lower = 0 };

    /// <summary>Ratio of two rates.</summary>
    public static readonly Estimator RateRatio = new("rate-ratio", "Rate ratio", "RR", "Przyborowski and Wilenski (1940); Clopper and Pearson (1934); mid-p Berry and Armitage (1995)", RatesPage) { Lower = 0, NullValue = 1 };

    /// <summary>Difference of two rates.</summary>
    public static readonly Estimator RateDifference = new("rate-difference", "Difference of rates", "λ₁ − λ₀", "Rothman, Greenland and Lash (2008), ch. 14", RatesPage) { NullValue = 0 };

    /// <summary>Difference of two risks.</summary>
    public static readonly Estimator RiskDifference = new("risk-difference", "Difference of risks", "p₁ − p₀", "Newcombe (1998), independent proportions, method 10", RisksPage) { Lower = -1, Upper = 1, NullValue = 0 };

    /// <summary>Ratio of two risks.</summary>
    public static readonly Estimator RiskRatio = new("risk-ratio", "Risk ratio", "RR", "Katz, Baptista, Azen and Pike (1978), method C", RisksPage) { Lower = 0, NullValue = 1 };

    /// <summary>Ratio of two odds.</summary>
    public static readonly Estimator OddsRatio = new("odds-ratio", "Odds ratio", "OR", "Woolf (1955); conditional Cornfield (1956)", RisksPage) { Lower = 0, NullValue = 1 };

    /// <summary>Strength of confounding that would explain an effect away.</summary>
    public static readonly Estimator EValue = new("e-value", "E-value", "E", "VanderWeele and Ding (2017), p. 269", "docs/methods/e-value.md") { Lower = 1, NullValue = 1 };

    private static Estimator[] Rates => [IncidenceRate, RateRatio, RateDifference, RiskDifference, RiskRatio, OddsRatio, EValue];
}
