namespace Assessment.Statistics.Models.Regression;

/// <summary>
/// NB2 at its joint maximum of β and θ: Newton steps on (β, log θ) with the observed information, β eliminated (Hilbe 2011, section 8.2.2).
/// </summary>
internal sealed record NegativeBinomialFit(RegressionDesign Design, CountTails Tails, double[] Coefficients, double[] Eta, double Theta, double LogLikelihood)
{
    private const int MaximumSteps = 100;
    private const int MaximumHalvings = 30;
    private const double SmallestMove = 1e-9;

    // Beyond, log(1 + μ/θ) no longer tells θ from infinity.
    private const double LargestTheta = 1e9;

    public double[] Means => Array.ConvertAll(Eta, Math.Exp);

    /// <summary>Expected information of η: μ/(1 + μ/θ); μ where θ is infinite.</summary>
    public double[] Weights => Array.ConvertAll(Means, mean => mean / (1 + (mean / Theta)));

    /// <summary>Score of η.</summary>
    public double[] Scores => [.. Design.Response.Zip(Means, (y, mean) => (y - mean) / (1 + (mean / Theta)))];

    /// <summary>Whether the counts vary no more than Poisson counts, so that the likelihood rises with θ for ever.</summary>
    public bool IsPoisson => double.IsPositiveInfinity(Theta);

    /// <summary>Starts from the Poisson fit of the same design.</summary>
    public static NegativeBinomialFit From(MeanFit poisson)
    {
        double[] counts = poisson.Design.Response, means = poisson.Means;
        double excess = counts.Zip(means, (y, mean) => ((y - mean) * (y - mean)) - y).Sum();
        var tails = new CountTails(counts);
        var limit = new NegativeBinomialFit(poisson.Design, tails, poisson.Coefficients, poisson.Eta, double.PositiveInfinity, poisson.LogLikelihood);
        // ½·excess is the slope of the likelihood by 1/θ at 0.
        if (!(excess > 0)) return limit;
        var theta = Math.Clamp(means.Sum(mean => mean * mean) / excess, 1e-4, 1e4);
        var fit = limit with { Theta = theta, LogLikelihood = tails.LogLikelihood(counts, poisson.Eta, theta) };
        for (var step = 0; step < MaximumSteps; step++)
        {
            if (fit.Step(out var distance) is not { } next) break;
            fit = next;
            if (distance <= SmallestMove || fit.Theta > LargestTheta) break;
        }

        return fit.Theta > LargestTheta || fit.LogLikelihood < limit.LogLikelihood ? limit : fit;
    }

    private NegativeBinomialFit? Step(out double distance)
    {
        distance = 0;
        double[] counts = Design.Response, means = Means, cross = new double[counts.Length], weights = new double[counts.Length];
        for (var i = 0; i < counts.Length; i++)
        {
            double sum = Theta + means[i], share = Theta / sum;
            weights[i] = means[i] * (1 + (counts[i] / Theta)) * share * share;
            cross[i] = (counts[i] - means[i]) * means[i] / sum * share;
        }

        if (Information.Of(Design, weights, out _) is not { } information) return null;
        double[] scores = Scores, alone = information.Solve(scores), shift = information.Solve(cross), along = Design.Times(shift), apart = Design.Times(alone);
        var (slope, curvature) = Tails.Derivatives(counts, means, Theta);
        double gradient = Theta * slope, bend = (Theta * Theta * curvature) + gradient;
        for (var i = 0; i < cross.Length; i++)
        {
            gradient += cross[i] * apart[i];
            bend += cross[i] * along[i];
        }

        var rise = bend < 0 ? Math.Clamp(-gradient / bend, -1, 1) : Math.Sign(gradient) * 0.5;
        return Moved([.. alone.Zip(shift, (a, s) => a + (rise * s))], rise, out distance);
    }

    // Halves a step that loses; null when none of them wins, which is the maximum to rounding.
    private NegativeBinomialFit? Moved(double[] move, double rise, out double distance)
    {
        distance = 0;
        for (var halving = 0; halving < MaximumHalvings; halving++)
        {
            var size = Math.ScaleB(1, -halving);
            double[] b = [.. Coefficients.Zip(move, (now, step) => now + (size * step))], eta = Design.Times(b);
            distance = size * Math.Abs(rise);
            for (var i = 0; i < eta.Length; i++)
            {
                eta[i] += Design.Offset[i];
                distance = Math.Max(distance, Math.Abs(eta[i] - Eta[i]));
            }

            var theta = Theta * Math.Exp(size * rise);
            var log = Tails.LogLikelihood(Design.Response, eta, theta);
            if (log >= LogLikelihood - (1e-13 * Math.Abs(LogLikelihood))) return this with { Coefficients = b, Eta = eta, Theta = theta, LogLikelihood = log };
        }

        return null;
    }
}
