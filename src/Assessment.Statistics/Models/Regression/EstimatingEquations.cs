namespace Assessment.Statistics.Models.Regression;

/// <summary>How rows of one cluster are taken to go together.</summary>
public enum WorkingCorrelation
{
    /// <summary>Not at all.</summary>
    Independence,

    /// <summary>All pairs alike.</summary>
    Exchangeable,

    /// <summary>The less the more waves lie between: α to the power of their distance, AR(1).</summary>
    Autoregressive,
}

/// <summary>
/// Which counts or risks go with which conditions, on average over clusters whose rows resemble each other? Generalized estimating
/// equations (Liang and Zeger 1986).
/// </summary>
public sealed record EstimatingEquations
{
    private const int MaximumSteps = 500;
    private const double SmallestMove = 1e-11;

    /// <summary>Rows n.</summary>
    public required int N { get; init; }

    /// <summary>Clusters.</summary>
    public required int Clusters { get; init; }

    /// <summary>The reported coefficients; <see cref="RegressionCoefficient.StandardError"/> is the sandwich without correction (theorem 2).</summary>
    public required IReadOnlyList<RegressionCoefficient> Coefficients { get; init; }

    /// <summary>Mean squared Pearson residual φ.</summary>
    public required double Scale { get; init; }

    /// <summary>α: the correlation of two rows of one cluster, of neighbouring waves where it is autoregressive; 0 under independence, null without a cluster of two.</summary>
    public double? Correlation { get; init; }

    /// <summary>
    /// Solves the equations. Equals R's <c>geepack::geeglm(corstr, std.err = "san.se")</c> at its fixed point. With few clusters (under some
    /// forty) the errors are too small.
    /// </summary>
    /// <param name="design">Response and terms.</param>
    /// <param name="kind">Family.</param>
    /// <param name="correlation">Working correlation.</param>
    /// <param name="options">Clusters, and which coefficients are told.</param>
    /// <param name="waves">For every row its wave, different within a cluster; where the correlation is autoregressive.</param>
    /// <returns>The model, or the reason why there is none.</returns>
    /// <exception cref="ArgumentException">There are no clusters, or no waves where they are needed.</exception>
    public static ModelFit<EstimatingEquations> Fit(RegressionDesign design, ResponseKind kind, WorkingCorrelation correlation, RegressionOptions options, int[]? waves = null)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(options);
        var clusters = ClusterCorrelation.Of(correlation, options.Clusters ?? throw new ArgumentException("Estimating equations need clusters."), waves);
        if (clusters.Undetermined is { } reason) return new ModelFit<EstimatingEquations>.NotEstimable("empty-group", $"Column '{design.Column}': {reason}.");
        return MeanFit.Of(design, GeneralizedLinearModel.FamilyOf(kind)).Then(fit => Solve(fit, clusters, options));
    }

    private static ModelFit<EstimatingEquations> Solve(MeanFit fit, ClusterCorrelation clusters, RegressionOptions options)
    {
        for (var step = 0; step < MaximumSteps; step++)
        {
            var residuals = Pearson(fit);
            double scale = residuals.Sum(e => e * e) / residuals.Length;
            var alpha = clusters.Estimate(residuals, scale);
            if (!clusters.Allows(alpha ?? 0)) return None("the working correlation leaves its range");
            if (Whitened(fit, residuals, clusters, alpha ?? 0) is not { } least) return None("the equations have no solution");
            var move = fit.Design.Times(least.Coefficients);
            if (!(move.Max(Math.Abs) > SmallestMove * (1 + fit.Eta.Max(Math.Abs)))) return new ModelFit<EstimatingEquations>.Fitted(Of(fit, least, clusters.Members, (scale, alpha), options));
            fit = fit.With([.. fit.Coefficients.Zip(least.Coefficients, (now, next) => now + next)]);
        }

        return None("the equations did not settle");
        ModelFit<EstimatingEquations>.NotEstimable None(string why) => new("ill-conditioned", $"Column '{fit.Design.Column}': {why}.");
    }

    private static EstimatingEquations Of(MeanFit fit, LeastSquares least, int[][] members, (double Scale, double? Correlation) at, RegressionOptions options)
    {
        // Whitened rows stand cluster by cluster.
        int[] clusters = [.. members.SelectMany((m, c) => m.Select(_ => c))];
        RegressionCoefficient One(int j) => new(fit.Design.Names[j], fit.Coefficients[j], fit.Design.Rows)
        {
            StandardError = members.Length > 1 ? Math.Sqrt(RobustVariance.Clustered(least.Influence(least.InverseGram[j]), clusters)) : null,
            Clusters = members.Length,
        };
        return new() { N = fit.Design.Rows, Clusters = members.Length, Coefficients = [.. options.Positions(fit.Design).Select(One)], Scale = at.Scale, Correlation = at.Correlation };
    }

    private static double[] Pearson(MeanFit fit) => [.. fit.Scores.Zip(fit.Weights, (s, w) => w > 0 ? s / Math.Sqrt(w) : 0)];

    // Rows and residuals times R^(−½).
    private static LeastSquares? Whitened(MeanFit fit, double[] residuals, ClusterCorrelation clusters, double alpha)
    {
        double[][] rows = [.. fit.Design.Expand([.. fit.Weights.Select(Math.Sqrt)]).Zip(residuals, (x, residual) => (double[])[.. x, residual])];
        double[][] white = [.. clusters.Members.SelectMany(m => clusters.Whiten(m, [.. m.Select(i => rows[i])], alpha))];
        return LeastSquares.Fit([.. white.Select(row => row[..^1])], [.. white.Select(row => row[^1])]);
    }
}
