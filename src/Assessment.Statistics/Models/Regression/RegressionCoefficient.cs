using Assessment.Statistics.Distributions;

namespace Assessment.Statistics.Models.Regression;

/// <summary>A coefficient and its standard errors by what they rest on; null where not estimable or not asked for.</summary>
/// <param name="Name">Such as "trained" or "factor(month)2".</param>
/// <param name="Value">Estimate on the scale of η: the log of a ratio under the log and the logit link.</param>
/// <param name="N">Rows.</param>
public sealed record RegressionCoefficient(string Name, double Value, int N)
{
    /// <summary>By the model.</summary>
    public double? StandardError { get; init; }

    /// <summary>Robust to unequal variance, no correction (White 1980).</summary>
    public double? Hc0 { get; init; }

    /// <summary>HC0 times √(n/(n − k)).</summary>
    public double? Hc1 { get; init; }

    /// <summary>Residuals over √(1 − leverage) (MacKinnon and White 1985).</summary>
    public double? Hc2 { get; init; }

    /// <summary>Residuals over 1 − leverage (MacKinnon and White 1985).</summary>
    public double? Hc3 { get; init; }

    /// <summary>Number of clusters; 0 without.</summary>
    public int Clusters { get; init; }

    /// <summary>Cluster-robust with the factor G/(G − 1).</summary>
    public double? Cr0 { get; init; }

    /// <summary>Cluster-robust with the factor G/(G − 1)·(n − 1)/(n − k) (Cameron and Miller 2015, equation 12).</summary>
    public double? Cr1 { get; init; }

    /// <summary>Bias-reduced cluster-robust (Bell and McCaffrey 2002; Pustejovsky and Tipton 2018).</summary>
    public double? Cr2 { get; init; }

    /// <summary>Satterthwaite degrees of freedom of <see cref="Cr2"/>.</summary>
    public double? Cr2Df { get; init; }

    /// <summary>Two-sided p by the model, normal.</summary>
    public double? P => Ratio(StandardError) is { } z ? 2 * Normal.Upper(Math.Abs(z)) : null;

    /// <summary>Two-sided p of <see cref="Cr1"/> on G − 1 degrees of freedom.</summary>
    public double? PCr1 => Ratio(Cr1) is { } t ? StudentT.TwoSided(t, Clusters - 1) : null;

    /// <summary>Two-sided p of <see cref="Cr2"/>.</summary>
    public double? PCr2 => Ratio(Cr2) is { } t && Cr2Df is { } df ? StudentT.TwoSided(t, df) : null;

    /// <summary>The estimate over a standard error; null without one.</summary>
    /// <param name="error">One of the errors.</param>
    public double? Ratio(double? error) => error > 0 && double.IsFinite(Value / error.Value) ? Value / error.Value : null;

    /// <summary>Interval by the model, normal.</summary>
    /// <param name="level">Confidence level in (0, 1).</param>
    public Interval? ModelInterval(double level = 0.95) => Around(StandardError, Normal.Critical(level), level, "Wald z");

    /// <summary>Interval of <see cref="Cr1"/> on G − 1 degrees of freedom.</summary>
    /// <param name="level">Confidence level in (0, 1).</param>
    public Interval? Cr1Interval(double level = 0.95) => Clusters > 1 ? Around(Cr1, StudentT.Critical(level, Clusters - 1), level, "cluster-robust CR1, t") : null;

    /// <summary>
    /// The coefficient as an estimate, exp of it where no effect is 1, with the cluster-robust interval where there are clusters, else the model's.
    /// </summary>
    /// <param name="estimator">Such as <see cref="EstimatorCatalog.AdjustedRateRatio"/> or <see cref="EstimatorCatalog.MarginalCoefficient"/>.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    public Estimation As(Estimator estimator, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(estimator);
        var isRatio = estimator.NullValue == 1;
        double Scaled(double x) => isRatio ? Math.Exp(x) : x;
        var interval = Cr1 is null ? ModelInterval(level) : Cr1Interval(level);
        if (Clusters == 1) return estimator.No("there is only one cluster", N);
        if (interval is null || !double.IsFinite(Scaled(interval.Upper))) return estimator.No("the standard error is not estimable", N);
        return estimator.Of(
            Scaled(Value), N, "rows", interval with { Lower = Scaled(interval.Lower), Upper = Scaled(interval.Upper) }, isRatio ? null : Cr1 ?? StandardError, Cr1 is null ? null : Clusters - 1);
    }

    private Interval? Around(double? error, double critical, double level, string method) =>
        error is { } se && double.IsFinite(se) ? new(Value - (critical * se), Value + (critical * se), level, method) : null;
}
