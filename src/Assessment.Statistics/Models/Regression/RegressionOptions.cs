namespace Assessment.Statistics.Models.Regression;

/// <summary>What is computed of a regression.</summary>
/// <param name="Report">Names of the coefficients that are told; all when null.</param>
/// <param name="Clusters">For every row its cluster; no cluster-robust errors when null.</param>
/// <param name="Cr2">Whether the bias-reduced CR2 with Satterthwaite degrees of freedom is told too.</param>
public sealed record RegressionOptions(IReadOnlyList<string>? Report = null, int[]? Clusters = null, bool Cr2 = false)
{
    internal int[] Positions(RegressionDesign design) => Report is null
        ? [.. Enumerable.Range(0, design.Width)]
        : [.. Report.Select(name => design.PositionOf(name) is >= 0 and var at ? at : throw new ArgumentException($"There is no coefficient '{name}'."))];
}
