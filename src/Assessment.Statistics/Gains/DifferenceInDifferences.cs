using Assessment.Statistics.Distributions;
using Assessment.Statistics.Models;

namespace Assessment.Statistics.Gains;

/// <summary>Did the trained gain more than the comparison? score ~ treated × post on the complete panel, clustered.</summary>
public sealed record DifferenceInDifferences
{
    /// <summary>Gain of the trained − gain of the comparison, CR1 with t(G − 1).</summary>
    public required Estimation Cr1 { get; init; }

    /// <summary>The same with the bias-reduced CR2 and Satterthwaite df: the one to read with few clusters.</summary>
    public required Estimation Cr2 { get; init; }

    /// <summary>Welch's test of the gains of both arms.</summary>
    public required WelchTest Welch { get; init; }

    /// <summary>Gain of the trained − gain of the comparison, in points.</summary>
    public required double Difference { get; init; }

    /// <summary>Number of people.</summary>
    public required int N { get; init; }

    /// <summary>Number of clusters G.</summary>
    public required int Clusters { get; init; }

    /// <summary>Two-sided p of <see cref="Cr1"/>.</summary>
    public double? PCr1 { get; init; }

    /// <summary>Two-sided p of <see cref="Cr2"/>.</summary>
    public double? PCr2 { get; init; }

    /// <summary>
    /// Equals R's <c>lm(score ~ treated * post)</c> with <c>sandwich::vcovCL(type = "HC1", cadjust = TRUE)</c> and
    /// <c>clubSandwich::coef_test(vcov = "CR2", test = "Satterthwaite")</c>. Null when an arm is empty.
    /// </summary>
    /// <param name="pre">Scores before.</param>
    /// <param name="post">Scores after, same people.</param>
    /// <param name="treated">Who was trained.</param>
    /// <param name="clusters">Cluster of each person.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    /// <exception cref="ArgumentException">Lengths differ or a value is not finite.</exception>
    public static DifferenceInDifferences? Of(double[] pre, double[] post, bool[] treated, int[] clusters, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(pre);
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(treated);
        ArgumentNullException.ThrowIfNull(clusters);
        Require.Level(level);
        Require.SameLength(pre.Length, treated.Length);
        Require.SameLength(pre.Length, clusters.Length);
        var gains = pre.Zip(post, (x, y) => y - x).ToArray();
        var welch = WelchTest.Of([.. gains.Where((_, i) => treated[i])], [.. gains.Where((_, i) => !treated[i])], level);
        double[][] Rows(double after) => [.. treated.Select(g => g ? new[] { 1, 1, after, after } : [1, 0, after, 0])];
        var fit = LeastSquares.Fit([.. Rows(0), .. Rows(1)], [.. pre, .. post]);
        if (fit is null || fit.Df < 1) return null;
        var robust = new ClusterRobust(fit, [.. clusters, .. clusters]);
        double did = fit.Coefficients[3], g = robust.Count;
        var varies = g > 1 && gains.Where((x, i) => x != gains[Array.IndexOf(treated, treated[i])]).Any();
        var (se2, df2) = varies ? robust.Cr2(3) : (double.NaN, double.NaN);
        var se1 = varies ? robust.Cr1(3) : double.NaN;
        return new()
        {
            Cr1 = Of(did, se1, g - 1, pre.Length, level, "cluster-robust CR1, t"),
            Cr2 = Of(did, se2, df2, pre.Length, level, "cluster-robust CR2, Satterthwaite t"),
            Welch = welch,
            Difference = did,
            N = pre.Length,
            Clusters = robust.Count,
            PCr1 = P(did / se1, g - 1),
            PCr2 = P(did / se2, df2),
        };
    }

    private static double? P(double t, double df) => double.IsNaN(t) || !(df > 0) || double.IsInfinity(df) ? null : StudentT.TwoSided(t, df);

    private static Estimation Of(double value, double se, double df, int n, double level, string method)
    {
        if (!(se >= 0) || !(df > 0) || double.IsInfinity(df)) return EstimatorCatalog.DifferenceInDifferences.No("there is only one cluster, or the gains do not vary within the arms", n);
        var half = StudentT.Critical(level, df) * se;
        return EstimatorCatalog.DifferenceInDifferences.Of(value, n, "people", new(value - half, value + half, level, method), se, df);
    }
}
