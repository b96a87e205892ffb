namespace Assessment.Statistics.Models.Regression;

/// <summary>The matrix X'WX of a design and weights, factorized: what a Newton step and every standard error need.</summary>
internal abstract class Information
{
    // Above this many multiplications an orthogonal factorization would take seconds.
    private const double LargestWrittenOut = 4e8;
    private const int FewestAbsorbedLevels = 3;

    /// <summary>(X'WX)⁻¹X's for one number s a row.</summary>
    public abstract double[] Solve(double[] scores);

    /// <summary>(X'WX)⁻¹c.</summary>
    public abstract double[] Direction(double[] contrast);

    /// <summary>
    /// For one step of an iteration: the largest factor is eliminated exactly. Null where a column depends on those before it;
    /// <paramref name="dependent"/> is then its position.
    /// </summary>
    public static Information? Of(RegressionDesign design, double[] weights, out int dependent) =>
        design.Terms.Any(term => term.Levels.Count >= FewestAbsorbedLevels)
            ? AbsorbedInformation.Factorize(design, weights, out dependent)
            : WrittenOutInformation.Factorize(design, weights, out dependent);

    /// <summary>For standard errors: by QR unless the design is too large to be written out.</summary>
    public static Information Final(RegressionDesign design, double[] weights)
    {
        var written = (double)design.Rows * design.Width * design.Width <= LargestWrittenOut ? WrittenOutInformation.Factorize(design, weights, out _) : null;
        return written ?? Of(design, weights, out _) ?? throw new InvalidOperationException("The information of a fitted model is of full rank.");
    }
}

/// <summary>By QR of the weighted rows; the product X'WX is never formed.</summary>
internal sealed class WrittenOutInformation : Information
{
    private readonly double[] roots;

    private WrittenOutInformation(LeastSquares fit, double[] roots) => (Fit, this.roots) = (fit, roots);

    /// <summary>The weighted rows; its own response is 0.</summary>
    public LeastSquares Fit { get; }

    public static WrittenOutInformation? Factorize(RegressionDesign design, double[] weights, out int dependent)
    {
        double[] roots = Array.ConvertAll(weights, Math.Sqrt);
        return LeastSquares.Fit(design.Expand(roots), new double[design.Rows], out dependent) is { } fit ? new(fit, roots) : null;
    }

    /// <summary>Least squares of the weighted rows whose residuals are those of the scores.</summary>
    public LeastSquares With(double[] scores) => Fit.With(Weighted(scores));

    public override double[] Solve(double[] scores) => Fit.Solve(Weighted(scores));

    public override double[] Direction(double[] contrast) => [.. Fit.InverseGram.Select(row => row.Zip(contrast, (a, c) => a * c).Sum())];

    private double[] Weighted(double[] scores) => [.. scores.Zip(roots, (s, root) => root > 0 ? s / root : 0)];
}
