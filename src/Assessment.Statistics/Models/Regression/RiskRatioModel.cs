using Assessment.Statistics.Distributions;
using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Models.Regression;

/// <summary>
/// How many times the risk, and how many more events in a hundred, for people alike in the other terms? Risk ratios by modified Poisson
/// regression (Zou 2004), and marginal risks by standardizing a logistic model.
/// </summary>
public sealed record RiskRatioModel
{
    /// <summary>Rows n.</summary>
    public required int N { get; init; }

    /// <summary>Log risk ratios; HC0 is the error to read.</summary>
    public required IReadOnlyList<RegressionCoefficient> Coefficients { get; init; }

    /// <summary>Mean risk if all were trained.</summary>
    public required double RiskTreated { get; init; }

    /// <summary>Mean risk if none were.</summary>
    public required double RiskControl { get; init; }

    /// <summary>Difference of both with its delta-method normal interval.</summary>
    public required Estimation Difference { get; init; }

    /// <summary>Ratio of both with its delta-method interval on the log scale.</summary>
    public required Estimation Ratio { get; init; }

    /// <summary>Delta-method standard error of the log of <see cref="Ratio"/>.</summary>
    public required double LogRatioError { get; init; }

    /// <summary>
    /// Fits both models. Equals R's <c>glm(poisson)</c> with <c>sandwich::vcovHC(type = "HC0")</c>, and <c>glm(binomial)</c> with predictions at
    /// either value of the treatment and the delta method.
    /// </summary>
    /// <param name="design">Events 0 and 1.</param>
    /// <param name="treated">The same rows with everybody trained.</param>
    /// <param name="control">The same rows with nobody trained.</param>
    /// <param name="options">Which coefficients are told.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    /// <returns>The model, or the reason why the data do not determine it, naming the column.</returns>
    public static ModelFit<RiskRatioModel> Fit(RegressionDesign design, RegressionDesign treated, RegressionDesign control, RegressionOptions? options = null, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(design);
        Require.Level(level);
        return GeneralizedLinearModel.Fit(design, ResponseKind.Poisson, options)
            .Then(ratios => MeanFit.Of(design, ResponseFamily.Binomial).Select(fit => Of(ratios, fit, (treated, control), level)));
    }

    private static RiskRatioModel Of(GeneralizedLinearModel ratios, MeanFit fit, (RegressionDesign Treated, RegressionDesign Control) set, double level)
    {
        var information = Information.Final(fit.Design, fit.Weights);
        var (treated, control) = (Standardized(set.Treated, fit.Coefficients), Standardized(set.Control, fit.Coefficients));
        double Error(double[] gradient) => Math.Sqrt(Math.Max(0, information.Direction(gradient).Zip(gradient, (v, g) => v * g).Sum()));
        double difference = treated.Risk - control.Risk, ratio = treated.Risk / control.Risk;
        double se = Error([.. treated.Gradient.Zip(control.Gradient, (a, b) => a - b)]), logSe = Error([.. treated.Gradient.Zip(control.Gradient, (a, b) => (a / treated.Risk) - (b / control.Risk))]);
        double z = Normal.Critical(level), factor = Math.Exp(z * logSe);
        return new()
        {
            N = ratios.N,
            Coefficients = ratios.Coefficients,
            RiskTreated = treated.Risk,
            RiskControl = control.Risk,
            Difference = EstimatorCatalog.StandardizedRiskDifference.Of(difference, ratios.N, "rows", new(difference - (z * se), difference + (z * se), level, "delta method, z"), se),
            Ratio = EstimatorCatalog.StandardizedRiskRatio.Of(ratio, ratios.N, "rows", new(ratio / factor, ratio * factor, level, "delta method of the log, z")),
            LogRatioError = logSe,
        };
    }

    private static (double Risk, double[] Gradient) Standardized(RegressionDesign design, double[] b)
    {
        double[] eta = [.. design.Times(b).Zip(design.Offset, (x, offset) => x + offset)];
        var slopes = design.TransposeTimes(Array.ConvertAll(eta, x => Elementary.Logistic(x) * Elementary.Logistic(-x) / eta.Length));
        return (eta.Average(Elementary.Logistic), slopes);
    }
}
