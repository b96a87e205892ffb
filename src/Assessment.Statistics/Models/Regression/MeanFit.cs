using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Models.Regression;

/// <summary>
/// A generalized linear model at its maximum, by iteratively reweighted least squares (McCullagh and Nelder 1989, section 2.5) with halved steps.
/// </summary>
internal sealed class MeanFit
{
    private const int MaximumSteps = 60;
    private const int MaximumHalvings = 40;

    // A step squares the error, so that one of 1e-7 leaves nothing.
    private const double SmallestMove = 1e-7;

    private MeanFit(RegressionDesign design, ResponseFamily family, double[] coefficients, double[] eta)
    {
        (Design, Family, Coefficients, Eta) = (design, family, coefficients, eta);
        (Means, Weights, Scores) = (new double[eta.Length], new double[eta.Length], new double[eta.Length]);
        for (var i = 0; i < eta.Length; i++)
        {
            var (y, mean) = (design.Response[i], family.Mean(eta[i]));
            (Means[i], Weights[i], Scores[i]) = (mean, family.Variance(eta[i], mean), y - mean);
            Deviance += family.Deviance(y, eta[i], mean);
        }
    }

    public RegressionDesign Design { get; }

    public ResponseFamily Family { get; }

    public double[] Coefficients { get; }

    public double[] Eta { get; }

    public double[] Means { get; }

    /// <summary>V(μ).</summary>
    public double[] Weights { get; }

    /// <summary>y − μ.</summary>
    public double[] Scores { get; }

    public double Deviance { get; }

    public double LogLikelihood => Family.LogLikelihood(Design.Response, Eta);

    public static ModelFit<MeanFit> Of(RegressionDesign design, ResponseFamily family)
    {
        if (Undetermined(design, family) is { } reason) return reason;
        var fit = new MeanFit(design, family, new double[design.Width], Array.ConvertAll(design.Response, y => family.Start(y)));
        for (var step = 0; step < MaximumSteps; step++)
        {
            // The first step solves for β itself, from the responses as means.
            double[] scores = step > 0 ? fit.Scores : [.. fit.Scores.Select((s, i) => s + (fit.Weights[i] * (fit.Eta[i] - design.Offset[i])))];
            if (Information.Of(design, fit.Weights, out var dependent) is not { } information) return step == 0 ? Dependent(design, dependent) : Separated(design, dependent);
            var move = information.Solve(scores);
            var (next, distance) = fit.Moved(move, step == 0 ? double.PositiveInfinity : fit.Deviance);
            fit = next;
            if (distance <= SmallestMove * (1 + fit.Eta.Max(Math.Abs))) return new ModelFit<MeanFit>.Fitted(fit);
            if (step == MaximumSteps - 1) return Separated(design, Culprit(design, move));
        }

        throw new InvalidOperationException("The last step returns.");
    }

    /// <summary>The model at other coefficients.</summary>
    public MeanFit With(double[] coefficients)
    {
        var eta = Design.Times(coefficients);
        for (var i = 0; i < eta.Length; i++) eta[i] += Design.Offset[i];
        return new(Design, Family, coefficients, eta);
    }

    /// <summary>A column that depends on those before it.</summary>
    public static ModelFit<MeanFit>.NotEstimable Dependent(RegressionDesign design, int position) =>
        new("ill-conditioned", $"Column '{ColumnOf(design, position)}': its coefficient '{design.Names[position]}' is determined by the other terms.");

    private static string ColumnOf(RegressionDesign design, int position) => design.TermOf(position)?.Column ?? design.Column;

    private static ModelFit<MeanFit>.NotEstimable Separated(RegressionDesign design, int position) =>
        new("ill-conditioned", $"Column '{ColumnOf(design, position)}': it separates the responses, so that the coefficient '{design.Names[position]}' has no finite estimate.");

    private static ModelFit<MeanFit>.NotEstimable? Undetermined(RegressionDesign design, ResponseFamily family)
    {
        if (design.Rows < design.Width) return new("empty-group", $"Column '{design.Column}': {design.Rows} complete rows do not determine {design.Width} coefficients.");
        if (family.IsExtreme(design.Response)) return new("ill-conditioned", $"Column '{design.Column}': there are no events, or nothing else.");
        foreach (var term in design.Terms)
        {
            if (Extreme(term, design.Response, family) is { } cell) return new("ill-conditioned", $"Column '{term.Column}': the rows with '{cell}' have no events, or nothing else, so that its coefficient has no finite estimate.");
        }

        return null;
    }

    // A level without events; also a value of a column that has only two.
    private static string? Extreme(RegressionTerm term, double[] response, ResponseFamily family)
    {
        if (term.IsFactor) return FirstExtreme(term.Codes) is { } code ? term.Levels[code] : null;
        if (term.Numbers.Distinct().Take(3).Count() != 2) return null;
        return FirstExtreme(term.Numbers) is { } number ? FormattableString.Invariant($"{number}") : null;

        T? FirstExtreme<T>(T[] cells)
            where T : struct => cells.Zip(response).GroupBy(row => row.First, row => row.Second).FirstOrDefault(family.IsExtreme)?.Key;
    }

    private static int Culprit(RegressionDesign design, double[] move)
    {
        double Spread(int position) => design.TermOf(position) switch
        {
            null => 0,
            { IsFactor: true } => 1,
            var term => term.Numbers.Max() - term.Numbers.Min(),
        };
        return Enumerable.Range(0, move.Length).MaxBy(j => Math.Abs(move[j]) * Spread(j));
    }

    private (MeanFit Next, double Distance) Moved(double[] move, double deviance)
    {
        for (var halving = 0; ; halving++)
        {
            var next = With([.. Coefficients.Zip(move, (now, step) => now + step)]);
            var fits = double.IsPositiveInfinity(deviance) ? double.IsFinite(next.Deviance) : next.Deviance <= deviance + (1e-10 * (Math.Abs(deviance) + 0.1));
            if (fits || halving == MaximumHalvings) return (next, Sums.LargestGap(Eta, next.Eta));
            move = Array.ConvertAll(move, step => step / 2);
        }
    }
}
