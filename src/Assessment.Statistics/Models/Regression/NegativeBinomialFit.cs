using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Models.Regression;

/// <summary>
/// NB2 at its joint maximum of β and θ: Newton steps on (β, log θ) with the observed information, β eliminated (Lawless 1987, section 2).
/// </summary>
internal sealed class NegativeBinomialFit
{
    private const int MaximumSteps = 100;
    private const int MaximumHalvings = 30;
    private const double SmallestMove = 1e-7;

    // Beyond, log(1 + μ/θ) no longer tells θ from infinity.
    private const double LargestTheta = 1e9;

    private readonly CountTails tails;

    private NegativeBinomialFit(RegressionDesign design, CountTails tails, double[] coefficients, double theta)
    {
        (Design, this.tails, Coefficients, Theta) = (design, tails, coefficients, theta);
        (Eta, Means, Logs) = (design.Times(coefficients), new double[design.Rows], new double[design.Rows]);
        for (var i = 0; i < Eta.Length; i++)
        {
            Eta[i] += design.Offset[i];
            Means[i] = Math.Exp(Eta[i]);
            Logs[i] = Elementary.Log1p(Means[i] / theta);
        }

        LogLikelihood = tails.LogLikelihood(design.Response, Eta, Logs, theta);
    }

    // The limit of an infinite θ.
    private NegativeBinomialFit(MeanFit poisson, CountTails tails)
    {
        (Design, this.tails, Coefficients, Theta, LogLikelihood) = (poisson.Design, tails, poisson.Coefficients, double.PositiveInfinity, poisson.LogLikelihood);
        (Eta, Means, Logs) = (poisson.Eta, poisson.Means, new double[poisson.Eta.Length]);
    }

    public RegressionDesign Design { get; }

    public double[] Coefficients { get; }

    public double Theta { get; }

    public double LogLikelihood { get; }

    public double[] Eta { get; }

    public double[] Means { get; }

    /// <summary>Expected information of η: μ/(1 + μ/θ); μ where θ is infinite.</summary>
    public double[] Weights => Array.ConvertAll(Means, mean => mean / (1 + (mean / Theta)));

    /// <summary>Score of η.</summary>
    public double[] Scores => [.. Design.Response.Zip(Means, (y, mean) => (y - mean) / (1 + (mean / Theta)))];

    /// <summary>First and second derivative of the log-likelihood by θ alone.</summary>
    public (double Slope, double Curvature) ByTheta => tails.Derivatives(Design.Response, Means, Logs, Theta);

    private double[] Logs { get; }

    /// <summary>Whether the counts vary no more than Poisson counts, so that the likelihood rises with θ for ever.</summary>
    public bool IsPoisson => double.IsPositiveInfinity(Theta);

    /// <summary>Starts from the Poisson fit of the same design.</summary>
    public static NegativeBinomialFit From(MeanFit poisson)
    {
        double[] counts = poisson.Design.Response, means = poisson.Means;
        double excess = counts.Zip(means, (y, mean) => ((y - mean) * (y - mean)) - y).Sum();
        var tails = new CountTails(counts);
        var limit = new NegativeBinomialFit(poisson, tails);
        // ½·excess is the slope of the likelihood by 1/θ at 0.
        if (!(excess > 0)) return limit;
        var theta = Math.Clamp(means.Sum(mean => mean * mean) / excess, 1e-4, 1e4);
        var fit = new NegativeBinomialFit(poisson.Design, tails, poisson.Coefficients, theta);
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
        double[] counts = Design.Response, means = Means, cross = new double[counts.Length], weights = new double[counts.Length], scores = new double[counts.Length];
        for (var i = 0; i < counts.Length; i++)
        {
            double sum = Theta + means[i], share = Theta / sum;
            scores[i] = (counts[i] - means[i]) * share;
            weights[i] = means[i] * (1 + (counts[i] / Theta)) * share * share;
            cross[i] = scores[i] * means[i] / sum;
        }

        if (Information.Of(Design, weights, out _) is not { } information) return null;
        double[] alone = information.Solve(scores), shift = information.Solve(cross), along = Design.Times(shift), apart = Design.Times(alone);
        var (slope, curvature) = ByTheta;
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
            var next = new NegativeBinomialFit(Design, tails, [.. Coefficients.Zip(move, (now, step) => now + (size * step))], Theta * Math.Exp(size * rise));
            if (!(next.LogLikelihood >= LogLikelihood - (1e-13 * Math.Abs(LogLikelihood)))) continue;
            distance = Math.Max(size * Math.Abs(rise), Sums.LargestGap(Eta, next.Eta));
            return next;
        }

        return null;
    }
}
