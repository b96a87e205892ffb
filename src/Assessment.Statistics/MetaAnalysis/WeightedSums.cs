namespace Assessment.Statistics.MetaAnalysis;

/// <summary>Sums over studies weighted by w = 1/(v + τ²), P = diag(w) − ww'/Σw, from which everything of a random-effects meta-analysis follows.</summary>
internal sealed class WeightedSums
{
    private readonly double residuals, logs, pairs;

    public WeightedSums(double[] effects, double[] variances, double tau2)
    {
        double weighted = 0;
        for (var i = 0; i < effects.Length; i++)
        {
            var w = 1 / (variances[i] + tau2);
            pairs += w * Weights;
            Weights += w;
            logs += Math.Log(w);
            weighted += w * effects[i];
        }

        Mean = weighted / Weights;
        for (var i = 0; i < effects.Length; i++)
        {
            double w = 1 / (variances[i] + tau2), e = effects[i] - Mean;
            Q += w * e * e;
            residuals += w * w * e * e;
        }
    }

    /// <summary>Σw.</summary>
    public double Weights { get; }

    /// <summary>tr P = Σw − Σw²/Σw, written as a sum of products so that one heavy study does not cancel it.</summary>
    public double Trace => 2 * pairs / Weights;

    /// <summary>Weighted mean of the effects.</summary>
    public double Mean { get; }

    /// <summary>Σw(y − mean)².</summary>
    public double Q { get; }

    /// <summary>Standard error of the mean, 1/√Σw.</summary>
    public double StandardError => 1 / Math.Sqrt(Weights);

    /// <summary>Twice the derivative of the restricted log-likelihood in τ²: y'PPy − tr P.</summary>
    public double Score => residuals - Trace;

    /// <summary>Restricted log-likelihood but for a constant.</summary>
    public double LogLikelihood => 0.5 * (logs - Math.Log(Weights) - Q);
}
