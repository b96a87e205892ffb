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

    /// <summary>Squares of the fitted values (the offset in them) over these and the residual ones; null when there are neither.</summary>
    public double? RSquared { get; init; }

    /// <summary>The same corrected for the number of coefficients.</summary>
    public double? AdjustedRSquared { get; init; }

    /// <summary>F of all terms but the intercept; null for a perfect fit or without terms.</summary>
    public double? F { get; init; }

    /// <summary>
    /// Equals R's <c>lm</c> with <c>sandwich::vcovHC</c>, <c>sandwich::vcovCL(type = "HC1")</c> and
    /// <c>clubSandwich::coef_test(vcov = "CR2", test = "Satterthwaite")</c>.
    /// </summary>
    /// <param name="design">Response and terms; the offset has the coefficient 1.</param>
    /// <param name="options">What is told; everything but cluster-robust errors when null.</param>
    /// <returns>The model, or the reason why the data do not determine it, naming the column.</returns>
    public static ModelFit<OrdinaryLeastSquares> Fit(RegressionDesign design, RegressionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(design);
        return MeanFit.Of(design, ResponseFamily.Gaussian).Select(fit => Of(fit, options ?? new()));
    }

    private static OrdinaryLeastSquares Of(MeanFit fit, RegressionOptions options)
    {
        int n = fit.Design.Rows, k = fit.Design.Width;
        double explained = Sums.SquaredDeviations(fit.Eta), rest = fit.Deviance;
        // Residuals of this size are rounding of the response.
        var perfect = rest <= 1e-26 * fit.Design.Response.Sum(v => v * v);
        double? variance = n > k ? (perfect ? 0 : rest) / (n - k) : null, share = explained + rest > 0 ? explained / (explained + rest) : null;
        return new()
        {
            N = n,
            Coefficients = CoefficientTable.Of(fit.Design, fit.Coefficients, (Information.Final(fit.Design, fit.Weights), perfect ? new double[n] : fit.Scores, variance, null), options),
            Sigma = variance is { } v ? Math.Sqrt(v) : null,
            RSquared = share,
            AdjustedRSquared = n > k ? 1 - ((1 - share) * (n - 1) / (n - k)) : null,
            F = k > 1 && n > k && !perfect ? explained / (k - 1) / variance : null,
        };
    }
}
