using Assessment.Statistics.Distributions;
using Assessment.Statistics.Models;
using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Gains;

/// <summary>Do the trained score higher after than the comparison, for people who scored alike before? post ~ pre + trained.</summary>
public sealed record Ancova
{
    /// <summary>Adjusted difference in points with t interval and standard error.</summary>
    public required Estimation Difference { get; init; }

    /// <summary>Intercept, slope of pre, difference of the trained.</summary>
    public required IReadOnlyList<double> Coefficients { get; init; }

    /// <summary>Standard errors in the same order.</summary>
    public required IReadOnlyList<double> StandardErrors { get; init; }

    /// <summary>HC3 standard errors in the same order.</summary>
    public required IReadOnlyList<double?> RobustErrors { get; init; }

    /// <summary>t statistics in the same order.</summary>
    public required IReadOnlyList<double?> T { get; init; }

    /// <summary>Two-sided p in the same order.</summary>
    public required IReadOnlyList<double?> P { get; init; }

    /// <summary>Residual degrees of freedom, n − 3.</summary>
    public required int Df { get; init; }

    /// <summary>Residual standard deviation.</summary>
    public required double Sigma { get; init; }

    /// <summary>Share of variance explained; null when post does not vary.</summary>
    public double? RSquared { get; init; }

    /// <summary>Mean of the comparison at the common mean of pre.</summary>
    public required double AdjustedControl { get; init; }

    /// <summary>Mean of the trained at the common mean of pre.</summary>
    public required double AdjustedTreated { get; init; }

    /// <summary>Partial η² of the difference.</summary>
    public double? PartialEtaSquared { get; init; }

    /// <summary>Difference over the pooled standard deviation before.</summary>
    public double? StandardizedByPre { get; init; }

    /// <summary>F that the slopes of both groups differ, on 1 and n − 4 df.</summary>
    public double? InteractionF { get; init; }

    /// <summary>Upper tail of <see cref="InteractionF"/>.</summary>
    public double? InteractionP { get; init; }

    /// <summary>
    /// Equals R's <c>lm(post ~ pre + treated)</c>, <c>emmeans</c>, <c>sandwich::vcovHC(type = "HC3")</c> and
    /// <c>anova(lm, lm(post ~ pre * treated))</c>. Null when pre or the grouping does not vary.
    /// </summary>
    /// <param name="pre">Scores before.</param>
    /// <param name="post">Scores after, same people.</param>
    /// <param name="treated">Who was trained.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    /// <exception cref="ArgumentException">Lengths differ or a value is not finite.</exception>
    public static Ancova? Of(double[] pre, double[] post, bool[] treated, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(pre);
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(treated);
        Require.Level(level);
        Require.SameLength(pre.Length, post.Length);
        Require.SameLength(pre.Length, treated.Length);
        double[][] Rows(Func<int, double[]> row) => [.. Enumerable.Range(0, pre.Length).Select(row)];
        double G(int i) => treated[i] ? 1 : 0;
        var fit = LeastSquares.Fit(Rows(i => [1, pre[i], G(i)]), post);
        if (fit is null || fit.Df < 1) return null;
        var without = LeastSquares.Fit(Rows(i => [1, pre[i]]), post)!;
        var crossed = LeastSquares.Fit(Rows(i => [1, pre[i], G(i), pre[i] * G(i)]), post);
        return Result(fit, without, crossed, (pre, post, treated), level);
    }

    private static Ancova Result(
        LeastSquares fit, LeastSquares without, LeastSquares? crossed, (double[] Pre, double[] Post, bool[] Treated) data, double level)
    {
        double[] b = fit.Coefficients, se = [.. Enumerable.Range(0, 3).Select(fit.StandardError)];
        double?[] t = [.. b.Select((c, j) => se[j] > 0 ? c / se[j] : (double?)null)];
        double mean = Sums.Mean(data.Pre), half = StudentT.Critical(level, fit.Df) * se[2], tss = Sums.SquaredDeviations(data.Post);
        double? f = crossed is { Df: > 0, ResidualSquares: > 0 } c ? Elementary.OrNull((fit.ResidualSquares - c.ResidualSquares) / (c.ResidualSquares / c.Df)) : null;
        return new()
        {
            Difference = EstimatorCatalog.AdjustedDifference.Of(b[2], data.Pre.Length, "pairs", new(b[2] - half, b[2] + half, level, "t"), se[2], fit.Df),
            Coefficients = b,
            StandardErrors = se,
            RobustErrors = [.. Enumerable.Range(0, 3).Select(j => fit.Hc3(j) is { } v ? Math.Sqrt(v) : (double?)null)],
            T = t,
            P = [.. t.Select(x => x is { } v ? StudentT.TwoSided(v, fit.Df) : (double?)null)],
            Df = fit.Df,
            Sigma = fit.Sigma,
            RSquared = tss > 0 ? 1 - (fit.ResidualSquares / tss) : null,
            AdjustedControl = b[0] + (b[1] * mean),
            AdjustedTreated = b[0] + (b[1] * mean) + b[2],
            PartialEtaSquared = without.ResidualSquares > 0 ? 1 - (fit.ResidualSquares / without.ResidualSquares) : null,
            StandardizedByPre = b[2] / PooledSd(data.Pre, data.Treated),
            InteractionF = f,
            InteractionP = f is { } x ? FisherF.Upper(x, 1, crossed!.Df) : null,
        };
    }

    private static double? PooledSd(double[] pre, bool[] treated)
    {
        double[] a = [.. pre.Where((_, i) => treated[i])], b = [.. pre.Where((_, i) => !treated[i])];
        var sd = Math.Sqrt((Sums.SquaredDeviations(a) + Sums.SquaredDeviations(b)) / (pre.Length - 2));
        return sd > 0 ? sd : null;
    }
}
