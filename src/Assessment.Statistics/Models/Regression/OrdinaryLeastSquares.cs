using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Models.Regression;

/// <summary>Which rates or scores go with which conditions? Ordinary least squares with robust errors.</summary>
public sealed record OrdinaryLeastSquares
{
    /// <summary>Rows n.</summary>
    public required int N { get; init; }

    /// <summary>The reported coefficients.</summary>
    public required IReadOnlyList<RegressionCoefficient> Coefficients { get; init; }

    /// <summary>Residual standard deviation; null without residual degrees of freedom.</summary>
    public double? Sigma { get; init; }

    /// <summary>Share of variance explained; null when the response does not vary.</summary>
    public double? RSquared { get; init; }

    /// <summary>The same corrected for the number of coefficients.</summary>
    public double? AdjustedRSquared { get; init; }

    /// <summary>F of all terms but the intercept; null for a perfect fit or without terms.</summary>
    public double? F { get; init; }

    /// <summary>
    /// Equals R's <c>lm</c> with <c>sandwich::vcovHC</c>, <c>sandwich::vcovCL(type = "HC1")</c> and
    /// <c>clubSandwich::coef_test(vcov = "CR2", test = "Satterthwaite")</c>.
    /// </summary>
    /// <param name="design">The offset is taken off the response.</param>
    /// <param name="options">What is told; everything but cluster-robust errors when null.</param>
    /// <returns>The model, or the reason why the data do not determine it, naming the column.</returns>
    public static ModelFit<OrdinaryLeastSquares> Fit(RegressionDesign design, RegressionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(design);
        return MeanFit.Of(design, ResponseFamily.Gaussian).Select(fit => Of(fit, options ?? new()));
    }

    private static OrdinaryLeastSquares Of(MeanFit fit, RegressionOptions options)
    {
        double[] y = [.. fit.Design.Response.Zip(fit.Design.Offset, (response, offset) => response - offset)];
        int n = y.Length, k = fit.Design.Width;
        double total = Sums.SquaredDeviations(y), rest = fit.Deviance;
        // Residuals of this size are rounding of the response.
        var perfect = rest <= 1e-26 * y.Sum(v => v * v);
        double? variance = n > k ? (perfect ? 0 : rest) / (n - k) : null, share = total > 0 ? 1 - (rest / total) : null;
        return new()
        {
            N = n,
            Coefficients = CoefficientTable.Of(fit.Design, fit.Coefficients, (Information.Final(fit.Design, fit.Weights)!, perfect ? new double[n] : fit.Scores, variance), options),
            Sigma = variance is { } v ? Math.Sqrt(v) : null,
            RSquared = share,
            AdjustedRSquared = n > k ? 1 - ((1 - share) * (n - 1) / (n - k)) : null,
            F = k > 1 && n > k && !perfect ? Math.Max(0, total - rest) / (k - 1) / variance : null,
        };
    }
}
