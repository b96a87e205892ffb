namespace Assessment.Statistics;

/// <content>How good the test is.</content>
public static partial class EstimatorCatalog
{
    private const string ReliabilityPage = "docs/methods/reliability.md";

    /// <summary>Coefficient alpha.</summary>
    public static readonly Estimator CronbachAlpha = new("cronbach-alpha", "Cronbach's alpha", "α", "Cronbach (1951), eq. 2; interval Feldt (1965), eq. 12", ReliabilityPage) { Upper = 1 };
}
