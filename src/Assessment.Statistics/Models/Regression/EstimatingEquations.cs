namespace Assessment.Statistics.Models.Regression;

/// <summary>How rows of one cluster are taken to go together.</summary>
public enum WorkingCorrelation
{
    /// <summary>Not at all.</summary>
    Independence,

    /// <summary>All pairs alike.</summary>
    Exchangeable,
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

    /// <summary>Mean product of two Pearson residuals of one cluster over φ; 0 under independence, null without a cluster of two.</summary>
    public double? Correlation { get; init; }

    /// <summary>
    /// Solves the equations. Equals R's <c>geepack::geeglm(corstr, std.err = "san.se")</c> at its fixed point. With few clusters (under some
    /// forty) the errors are too small.
    /// </summary>
    /// <param name="design">Response and terms.</param>
    /// <param name="kind">Family.</param>
    /// <param name="correlation">Working correlation.</param>
    /// <param name="options">Clusters, and which coefficients are told.</param>
    /// <returns>The model, or the reason why there is none.</returns>
    /// <exception cref="ArgumentException">There are no clusters.</exception>
    public static ModelFit<EstimatingEquations> Fit(RegressionDesign design, ResponseKind kind, WorkingCorrelation correlation, RegressionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var codes = options.Clusters ?? throw new ArgumentException("Estimating equations need clusters.");
        int[][] members = [.. codes.Select((c, i) => (c, i)).GroupBy(p => p.c, p => p.i).Select(g => g.ToArray())];
        return MeanFit.Of(design, GeneralizedLinearModel.FamilyOf(kind)).Then(fit => Solve(fit, members, correlation, options));
    }

    private static ModelFit<EstimatingEquations> Solve(MeanFit fit, int[][] members, WorkingCorrelation correlation, RegressionOptions options)
    {
        for (var step = 0; step < MaximumSteps; step++)
        {
            var residuals = Pearson(fit);
            double scale = residuals.Sum(e => e * e) / residuals.Length;
            double? alpha = correlation == WorkingCorrelation.Independence ? 0 : scale > 0 ? Mean(residuals, members) / scale : null;
            if (alpha is not (null or (> -1 and < 1)) || members.Any(m => !(1 + ((m.Length - 1) * (alpha ?? 0)) > 1e-8))) return None("the working correlation leaves its range");
            if (Whitened(fit, residuals, members, alpha ?? 0) is not { } least) return None("the equations have no solution");
            var move = fit.Design.Times(least.Coefficients);
            if (!(move.Max(Math.Abs) > SmallestMove * (1 + fit.Eta.Max(Math.Abs)))) return new ModelFit<EstimatingEquations>.Fitted(Of(fit, least, members, (scale, alpha), options));
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

    private static double? Mean(double[] residuals, int[][] members)
    {
        double products = 0, pairs = 0;
        foreach (var m in members)
        {
            double sum = m.Sum(i => residuals[i]), squares = m.Sum(i => residuals[i] * residuals[i]);
            products += ((sum * sum) - squares) / 2;
            pairs += m.Length * (m.Length - 1.0) / 2;
        }

        return pairs > 0 ? products / pairs : null;
    }

    // Rows and residuals times R^(−½): for equal correlations (v − c·mean)/√(1 − α) with c = 1 − √((1 − α)/(1 + (m − 1)α)).
    private static LeastSquares? Whitened(MeanFit fit, double[] residuals, int[][] members, double alpha)
    {
        var rows = fit.Design.Expand([.. fit.Weights.Select(Math.Sqrt)]);
        var (white, response) = (new List<double[]>(), new List<double>());
        foreach (var m in members)
        {
            double share = 1 - Math.Sqrt((1 - alpha) / (1 + ((m.Length - 1) * alpha))), root = Math.Sqrt(1 - alpha);
            double[] means = [.. Enumerable.Range(0, fit.Design.Width).Select(j => m.Average(i => rows[i][j]))];
            var mean = m.Average(i => residuals[i]);
            white.AddRange(m.Select(i => rows[i].Zip(means, (x, average) => (x - (share * average)) / root).ToArray()));
            response.AddRange(m.Select(i => (residuals[i] - (share * mean)) / root));
        }

        return LeastSquares.Fit([.. white], [.. response]);
    }
}
