namespace Assessment.Statistics.Models.Regression;

/// <summary>Coefficients with all their standard errors, from the information at the maximum and the score of every row.</summary>
internal static class CoefficientTable
{
    // CR2 of unequal variances needs the eigenvectors of a matrix of the cluster's size.
    private const int MostRowsForCr2 = 600;

    public static IReadOnlyList<RegressionCoefficient> Of(
        RegressionDesign design, double[] coefficients, (Information Matrix, double[] Scores, double? Dispersion, double[]? Variances) at, RegressionOptions options)
    {
        var fit = (at.Matrix as WrittenOutInformation)?.With(at.Scores);
        double[]? leverages = fit is null ? null : [.. Enumerable.Range(0, fit.Rows.Length).Select(fit.Leverage)];
        var groups = options.Clusters?.Distinct().Count() ?? 0;
        var clusters = options.Cr2 && groups > 1 && fit is not null && (at.Variances is null || Largest(options.Clusters!) <= MostRowsForCr2) ? new ClusterRobust(fit, options.Clusters, at.Variances) : null;
        RegressionCoefficient One(int j)
        {
            var direction = at.Matrix.Direction(design.Unit(j));
            var influence = design.Times(direction);
            for (var i = 0; i < influence.Length; i++) influence[i] *= at.Scores[i];
            var coefficient = Of(design, (design.Names[j], coefficients[j], at.Dispersion * direction[j]), influence, leverages, options.Clusters, groups);
            return clusters?.Cr2(j) is { } cr2 && double.IsFinite(cr2.StandardError + cr2.Df) && cr2.Df > 0
                ? coefficient with { Cr2 = cr2.StandardError, Cr2Df = cr2.Df }
                : coefficient;
        }

        return [.. options.Positions(design).Select(One)];
    }

    private static int Largest(int[] clusters) => clusters.GroupBy(c => c).Max(g => g.Count());

    private static RegressionCoefficient Of(
        RegressionDesign design, (string Name, double Value, double? Variance) coefficient, double[] influence, double[]? leverages, int[]? clusters, int groups)
    {
        double n = design.Rows, df = n - design.Width, g = groups, hc0 = RobustVariance.Independent(influence);
        double? within = groups > 1 ? RobustVariance.Clustered(influence, clusters!) * g / (g - 1) : null;
        double? Root(double? variance) => variance is >= 0 and < double.PositiveInfinity ? Math.Sqrt(variance.Value) : null;
        return new(coefficient.Name, coefficient.Value, design.Rows)
        {
            StandardError = Root(coefficient.Variance),
            Hc0 = Root(hc0),
            Hc1 = df > 0 ? Root(hc0 * n / df) : null,
            Hc2 = leverages is null ? null : Root(RobustVariance.Leveraged(influence, leverages, 1)),
            Hc3 = leverages is null ? null : Root(RobustVariance.Leveraged(influence, leverages, 2)),
            Clusters = groups,
            Cr0 = Root(within),
            Cr1 = df > 0 ? Root(within * (n - 1) / df) : null,
        };
    }
}
