namespace Assessment.Statistics.Models.Regression;

/// <summary>A family of responses with its canonical link.</summary>
public enum ResponseKind
{
    /// <summary>Counts, log link.</summary>
    Poisson,

    /// <summary>Events 0 and 1, logit link.</summary>
    Binomial,

    /// <summary>Numbers, identity link.</summary>
    Gaussian,
}

/// <summary>Which counts, risks or means go with which conditions? A generalized linear model with its canonical link.</summary>
public sealed record GeneralizedLinearModel
{
    /// <summary>Rows n.</summary>
    public required int N { get; init; }

    /// <summary>Coefficients k, reported or not.</summary>
    public required int Width { get; init; }

    /// <summary>The reported coefficients.</summary>
    public required IReadOnlyList<RegressionCoefficient> Coefficients { get; init; }

    /// <summary>Deviance at the maximum.</summary>
    public required double Deviance { get; init; }

    /// <summary>Deviance with the intercept (and offset) alone.</summary>
    public required double? NullDeviance { get; init; }

    /// <summary>Log-likelihood; null when a Gaussian fit is perfect.</summary>
    public double? LogLikelihood { get; init; }

    /// <summary>Akaike's criterion; the Gaussian variance counts as a parameter.</summary>
    public double? Aic { get; init; }

    /// <summary>Pearson χ² over n − k; null without residual degrees of freedom.</summary>
    public double? Dispersion { get; init; }

    /// <summary>n − k.</summary>
    public int Df => N - Width;

    /// <summary>
    /// Maximum likelihood. Equals R's <c>glm(…, family)</c> with <c>sandwich::vcovHC</c>, <c>sandwich::vcovCL(cadjust = TRUE)</c> and
    /// <c>clubSandwich::coef_test(vcov = "CR2", test = "Satterthwaite")</c>. HC2, HC3 and CR2 are null above 4·10⁸ rows × coefficients², CR2 also with a cluster of more
    /// than 600 rows.
    /// </summary>
    /// <param name="design">Counts ≥ 0 for Poisson, 0 and 1 for binomial.</param>
    /// <param name="kind">Family.</param>
    /// <param name="options">What is told; everything but cluster-robust errors when null.</param>
    /// <returns>The model, or the reason why the data do not determine it: dependence or separation, naming the column.</returns>
    public static ModelFit<GeneralizedLinearModel> Fit(RegressionDesign design, ResponseKind kind, RegressionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(design);
        return MeanFit.Of(design, FamilyOf(kind)).Select(fit => Of(fit, kind, options ?? new()));
    }

    internal static ResponseFamily FamilyOf(ResponseKind kind) => kind switch
    {
        ResponseKind.Poisson => ResponseFamily.Poisson,
        ResponseKind.Binomial => ResponseFamily.Binomial,
        _ => ResponseFamily.Gaussian,
    };

    private static GeneralizedLinearModel Of(MeanFit fit, ResponseKind kind, RegressionOptions options)
    {
        double[] weights = fit.Weights, scores = fit.Scores;
        int n = fit.Design.Rows, k = fit.Design.Width;
        double pearson = weights.Zip(scores, (w, s) => w > 0 ? s * s / w : 0).Sum();
        double? dispersion = n > k && double.IsFinite(pearson) ? pearson / (n - k) : null;
        double? log = double.IsFinite(fit.LogLikelihood) ? fit.LogLikelihood : null;
        var gaussian = kind == ResponseKind.Gaussian;
        var alone = MeanFit.Of(new(fit.Design.Response, [], fit.Design.Offset), fit.Family) as ModelFit<MeanFit>.Fitted;
        return new()
        {
            N = n,
            Width = k,
            Coefficients = CoefficientTable.Of(fit.Design, fit.Coefficients, (Information.Final(fit.Design, weights), scores, gaussian ? dispersion : 1, gaussian ? null : weights), options),
            Deviance = fit.Deviance,
            NullDeviance = alone?.Model.Deviance,
            LogLikelihood = log,
            Aic = (-2 * log) + (2 * (k + (gaussian ? 1 : 0))),
            Dispersion = dispersion,
        };
    }
}
