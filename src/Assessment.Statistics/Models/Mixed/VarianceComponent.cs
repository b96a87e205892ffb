namespace Assessment.Statistics.Models.Mixed;

/// <summary>A variance or covariance of random effects.</summary>
/// <param name="Group">Grouping factor; "Residual" for the residual variance. A second term of the same factor is "g.1".</param>
/// <param name="First">Effect; null for the residual variance.</param>
/// <param name="Second">The other effect of a covariance; null for a variance.</param>
/// <param name="Value">In squared units of the response.</param>
public sealed record VarianceComponent(string Group, string? First, string? Second, double Value)
{
    /// <summary>Name as R's <c>as.data.frame(VarCorr(m))</c> composes it: "Subject:(Intercept):Days".</summary>
    public string Name => string.Join(':', new[] { Group, First, Second }.Where(part => part is not null));
}
