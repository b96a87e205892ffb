using Assessment.Statistics.Distributions;

namespace Assessment.Statistics.Models.Regression;

/// <summary>Counts that vary more than Poisson counts: NB2 regression, Var y = μ + μ²/θ, β and θ by joint maximum likelihood.</summary>
public sealed record NegativeBinomialModel
{
    /// <summary>Rows n.</summary>
    public required int N { get; init; }

    /// <summary>Coefficients k, reported or not; θ not among them.</summary>
    public required int Width { get; init; }

    /// <summary>The reported coefficients; model errors are from the expected information at θ̂, robust ones from the scores of β.</summary>
    public required IReadOnlyList<RegressionCoefficient> Coefficients { get; init; }

    /// <summary>θ̂; null when the counts vary no more than Poisson counts: coefficients and errors are then those of Poisson.</summary>
    public double? Theta { get; init; }

    /// <summary>Standard error of θ̂ from the observed information of θ alone; null with <see cref="Theta"/>.</summary>
    public double? ThetaError { get; init; }

    /// <summary>Log-likelihood.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Log-likelihood of Poisson with the same terms.</summary>
    public required double PoissonLogLikelihood { get; init; }

    /// <summary>1/θ̂; 0 when the counts vary no more than Poisson counts.</summary>
    public double Dispersion => Theta is { } theta ? 1 / theta : 0;

    /// <summary>Akaike's criterion with θ as a parameter.</summary>
    public double Aic => (-2 * LogLikelihood) + (2 * (Width + 1));

    /// <summary>Likelihood ratio against Poisson.</summary>
    public double LikelihoodRatio => Math.Max(0, 2 * (LogLikelihood - PoissonLogLikelihood));

    /// <summary>Its p: half a χ² on 1 degree of freedom, for θ lies on the border of its range (Self and Liang 1987, case 5).</summary>
    public double P => 0.5 * ChiSquared.Upper(LikelihoodRatio, 1);

    /// <summary>
    /// Maximum likelihood. Equals R's <c>MASS::glm.nb</c> at its joint maximum with <c>sandwich::vcovCL(cadjust = TRUE)</c>. The largest factor
    /// is eliminated exactly, so that a panel of 500 agencies costs little more than its months.
    /// </summary>
    /// <param name="design">Whole counts from 0 to 1,000,000.</param>
    /// <param name="options">What is told; everything but cluster-robust errors when null.</param>
    /// <returns>The model, or the reason why the data do not determine it: dependence or separation, naming the column.</returns>
    /// <exception cref="ArgumentException">A response is not such a count.</exception>
    public static ModelFit<NegativeBinomialModel> Fit(RegressionDesign design, RegressionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(design);
        if (!Array.TrueForAll(design.Response, CountTails.IsCount)) throw new ArgumentException("A response is not a count from 0 to 1,000,000.");
        return MeanFit.Of(design, ResponseFamily.Poisson).Select(poisson => Of(NegativeBinomialFit.From(poisson), poisson.LogLikelihood, options ?? new()));
    }

    private static NegativeBinomialModel Of(NegativeBinomialFit fit, double poisson, RegressionOptions options)
    {
        var theta = fit.IsPoisson ? (double?)null : fit.Theta;
        var information = theta is null ? 0 : -fit.ByTheta.Curvature;
        return new()
        {
            N = fit.Design.Rows,
            Width = fit.Design.Width,
            Coefficients = CoefficientTable.Of(fit.Design, fit.Coefficients, (Information.Final(fit.Design, fit.Weights), fit.Scores, 1, null), options with { Cr2 = false }),
            Theta = theta,
            ThetaError = information > 0 ? Math.Sqrt(1 / information) : null,
            LogLikelihood = fit.LogLikelihood,
            PoissonLogLikelihood = poisson,
        };
    }
}
