using Assessment.Statistics.Distributions;

namespace Assessment.Statistics.MetaAnalysis;

/// <summary>The pooled effect under one estimate of the between-agency variance.</summary>
public sealed record PooledEffect
{
    /// <summary>Between-agency variance τ², in squared units of the effects.</summary>
    public required double Tau2 { get; init; }

    /// <summary>Mean effect with normal interval.</summary>
    public required Estimate Wald { get; init; }

    /// <summary>The same with the interval of Hartung and Knapp (2001), t on k − 1 df; null for one study.</summary>
    public Estimate? HartungKnapp { get; init; }

    /// <summary>The same, never narrower than with the standard error of <see cref="Wald"/> (Röver, Knapp and Friede 2015).</summary>
    public Interval? HartungKnappModified { get; init; }

    /// <summary>Where the true effect of a new agency lies, t on k − 2 df (Riley, Higgins and Deeks 2011); null under three studies.</summary>
    public Interval? Prediction { get; init; }

    /// <summary>Percent of the variance that lies between agencies, τ²/(τ² + s²) (Higgins and Thompson 2002); null for one study.</summary>
    public double? ISquared { get; init; }

    /// <summary>Total over sampling variance, (τ² + s²)/s².</summary>
    public double? HSquared { get; init; }

    internal static PooledEffect Of(Heterogeneity data, double tau2, double level)
    {
        var sums = data.At(tau2);
        double mean = sums.Mean, error = sums.StandardError, z = Normal.Critical(level);
        var k = data.Df + 1;
        Interval Around(double critical, double se, string method) => new(mean - (critical * se), mean + (critical * se), level, method);
        var wald = EstimatorCatalog.PooledEffect.Of(mean, k, "studies", Around(z, error, "normal"), error);
        if (k == 1) return new() { Tau2 = tau2, Wald = wald };
        double t = StudentT.Critical(level, data.Df), ratio = sums.Q / data.Df, knapp = error * Math.Sqrt(ratio);
        return new()
        {
            Tau2 = tau2,
            Wald = wald,
            HartungKnapp = wald with { Interval = Around(t, knapp, "Hartung–Knapp"), StandardError = knapp, Df = data.Df },
            HartungKnappModified = Around(t, error * Math.Sqrt(Math.Max(1, ratio)), "Hartung–Knapp, modified"),
            Prediction = k > 2 ? Around(StudentT.Critical(level, k - 2), Math.Sqrt(tau2 + (error * error)), "prediction, t") : null,
            ISquared = 100 * tau2 / (tau2 + data.Typical),
            HSquared = (tau2 + data.Typical) / data.Typical,
        };
    }
}
