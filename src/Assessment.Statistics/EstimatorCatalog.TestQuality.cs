namespace Assessment.Statistics;

/// <content>How good the test is.</content>
public static partial class EstimatorCatalog
{
    private const string ReliabilityPage = "docs/methods/reliability.md";

    /// <summary>Coefficient alpha.</summary>
    public static readonly Estimator CronbachAlpha = new("cronbach-alpha", "Cronbach's alpha", "α", "Cronbach (1951), eq. 2; interval Feldt (1965), eq. 12", ReliabilityPage) { Upper = 1 };

    /// <summary>McDonald's omega total.</summary>
    public static readonly Estimator McDonaldOmega = new("mcdonald-omega", "McDonald's omega", "ω", "McDonald (1999), eq. 6.20b", ReliabilityPage) { Lower = 0, Upper = 1 };
}
