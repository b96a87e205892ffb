namespace Assessment.Statistics;

/// <content>How large a study must be.</content>
public static partial class EstimatorCatalog
{
    private const string PowerPage = "docs/methods/power.md";

    /// <summary>Chance to find a true effect.</summary>
    public static readonly Estimator TestPower = new("power", "Power", "1 − β", "Cohen (1988), section 2.3; Hussey and Hughes (2007), eqs. 7–8", PowerPage) { Lower = 0, Upper = 1 };

    /// <summary>Smallest effect found with a stated power.</summary>
    public static readonly Estimator DetectableEffect = new("detectable-effect", "Smallest effect that is found", "MDE", "Bloom (1995)", PowerPage) { NullValue = 0 };

    private static Estimator[] Power => [TestPower, DetectableEffect];
}
