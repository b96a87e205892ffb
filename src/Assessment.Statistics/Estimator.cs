namespace Assessment.Statistics;

/// <summary>A line of the <see cref="EstimatorCatalog"/>: what a table, codebook or methods appendix says about an estimator.</summary>
/// <param name="Id">Stable, lower-case, hyphenated, such as "d-av".</param>
/// <param name="Label">Words for a table head, such as "Cohen's d (average SD)".</param>
/// <param name="Symbol">Symbol of the literature, such as "d_av".</param>
/// <param name="Source">Reference, with equation number where it has one.</param>
/// <param name="Page">Page below the repository root that explains it.</param>
public sealed record Estimator(string Id, string Label, string Symbol, string Source, string Page)
{
    /// <summary>Smallest possible value; null when unbounded.</summary>
    public double? Lower { get; init; }

    /// <summary>Largest possible value; null when unbounded.</summary>
    public double? Upper { get; init; }

    /// <summary>The value that means "no effect"; null where there is none.</summary>
    public double? NullValue { get; init; }

    internal Estimate Of(
        double value, int n, string counts, Interval? interval = null, double? standardError = null,
        double? df = null, string? standardizer = null) =>
        new(Id, value, n) { Counts = counts, Interval = interval, StandardError = standardError, Df = df, Standardizer = standardizer };

    internal NotEstimable No(string reason, int n) => new(Id, reason, n);
}
