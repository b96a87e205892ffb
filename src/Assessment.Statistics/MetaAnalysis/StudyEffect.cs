using Assessment.Statistics.Distributions;

namespace Assessment.Statistics.MetaAnalysis;

/// <summary>
/// What one agency adds to a meta-analysis: an effect and its large-sample variance, as R's <c>metafor::escalc(add = 1/2, to = "only0")</c>
/// gives them. Each function is null where no effect can be told: an empty group, no variance, too few people.
/// </summary>
/// <param name="Effect">On an additive scale: logs of ratios, differences, standardized differences.</param>
/// <param name="Variance">Sampling variance, above 0.</param>
public sealed record StudyEffect(double Effect, double Variance)
{
    /// <summary>Log risk ratio of x₁ of n₁ to x₂ of n₂; ½ is added to all four cells when one is empty.</summary>
    /// <param name="x1">With the event in group 1.</param>
    /// <param name="n1">Size of group 1.</param>
    /// <param name="x2">With the event in group 2.</param>
    /// <param name="n2">Size of group 2.</param>
    public static StudyEffect? LogRiskRatio(double x1, double n1, double x2, double n2) => OfCells(x1, n1, x2, n2, (a, b, c, d) =>
        (Math.Log(a / (a + b)) - Math.Log(c / (c + d)), (b / (a * (a + b))) + (d / (c * (c + d)))));

    /// <summary>Log odds ratio (Woolf 1955).</summary>
    /// <inheritdoc cref="LogRiskRatio"/>
    public static StudyEffect? LogOddsRatio(double x1, double n1, double x2, double n2) => OfCells(x1, n1, x2, n2, (a, b, c, d) =>
        (Math.Log(a / b) - Math.Log(c / d), (1 / a) + (1 / b) + (1 / c) + (1 / d)));

    /// <summary>Risk difference.</summary>
    /// <inheritdoc cref="LogRiskRatio"/>
    public static StudyEffect? RiskDifference(double x1, double n1, double x2, double n2) => OfCells(x1, n1, x2, n2, (a, b, c, d) =>
        ((a / (a + b)) - (c / (c + d)), (a * b / Cube(a + b)) + (c * d / Cube(c + d))));

    /// <summary>Log rate ratio of x₁ events in exposure t₁ to x₂ in t₂; ½ is added to both counts when one is 0.</summary>
    /// <param name="x1">Events of group 1.</param>
    /// <param name="t1">Exposure of group 1.</param>
    /// <param name="x2">Events of group 2.</param>
    /// <param name="t2">Exposure of group 2.</param>
    public static StudyEffect? LogRateRatio(double x1, double t1, double x2, double t2)
    {
        if (x1 * x2 == 0) (x1, x2) = (x1 + 0.5, x2 + 0.5);
        return Checked(Math.Log(x1 / t1) - Math.Log(x2 / t2), (1 / x1) + (1 / x2));
    }

    /// <summary>Hedges' g of two groups with the exact factor J (Hedges 1981), variance 1/n₁ + 1/n₂ + g²/(2(n₁ + n₂)).</summary>
    /// <param name="first">Mean, standard deviation and size of group 1.</param>
    /// <param name="second">The same of group 2.</param>
    public static StudyEffect? StandardizedDifference((double Mean, double Sd, double N) first, (double Mean, double Sd, double N) second)
    {
        double df = first.N + second.N - 2, pooled = Math.Sqrt((((first.N - 1) * first.Sd * first.Sd) + ((second.N - 1) * second.Sd * second.Sd)) / df);
        return HedgesJ.Of(df) is { } j && j * (first.Mean - second.Mean) / pooled is var g
            ? Checked(g, (1 / first.N) + (1 / second.N) + (g * g / (2 * (first.N + second.N)))) : null;
    }

    /// <summary>Standardized mean change by the SD of the change (g_z), variance 1/n + g²/(2n) (Gibbons, Hedeker and Davis 1993).</summary>
    /// <param name="change">The change of one group.</param>
    public static StudyEffect? ByChange(MeanChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return HedgesJ.Of(change.N - 1) is { } j && j * change.Difference / Math.Sqrt(change.Variance) is var g
            ? Checked(g, (1 / change.N) + (g * g / (2 * change.N))) : null;
    }

    /// <summary>Standardized mean change by the SD of the first column, variance 2(1 − r)/n + g²/(2n) (Becker 1988).</summary>
    /// <param name="change">The change of one group.</param>
    public static StudyEffect? ByRawScore(MeanChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return HedgesJ.Of(change.N - 1) is { } j && j * change.Difference / change.Sd1 is var g
            ? Checked(g, (2 * (1 - change.R) / change.N) + (g * g / (2 * change.N))) : null;
    }

    /// <summary>The same effect with a variance that lets both SDs differ: J²[s_d²/(s₁²(n − 1)) + g²/(2(n − 1))] (Bonett 2008).</summary>
    /// <param name="change">The change of one group.</param>
    public static StudyEffect? ByRawScoreUnequal(MeanChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return HedgesJ.Of(change.N - 1) is { } j && j * change.Difference / change.Sd1 is var g
            ? Checked(g, j * j * ((change.Variance / (change.Sd1 * change.Sd1)) + (g * g / 2)) / (change.N - 1)) : null;
    }

    private static StudyEffect? OfCells(double x1, double n1, double x2, double n2, Func<double, double, double, double, (double, double)> of)
    {
        if (n1 == 0 || n2 == 0) return null;
        double a = x1, b = n1 - x1, c = x2, d = n2 - x2, half = a * b * c * d == 0 ? 0.5 : 0;
        var (effect, variance) = of(a + half, b + half, c + half, d + half);
        return Checked(effect, variance);
    }

    private static StudyEffect? Checked(double effect, double variance) =>
        double.IsFinite(effect) && double.IsFinite(variance) && variance > 0 ? new(effect, variance) : null;

    private static double Cube(double x) => x * x * x;
}

/// <summary>Means, spread and correlation of a group measured twice; the change is first − second.</summary>
/// <param name="Mean1">Mean of the first column (after, when a gain is to be positive).</param>
/// <param name="Mean2">Mean of the second column.</param>
/// <param name="Sd1">Standard deviation of the first.</param>
/// <param name="Sd2">Standard deviation of the second.</param>
/// <param name="N">People.</param>
/// <param name="R">Correlation of both, −1 to 1.</param>
public sealed record MeanChange(double Mean1, double Mean2, double Sd1, double Sd2, double N, double R)
{
    /// <summary>Change of the mean.</summary>
    public double Difference => Mean1 - Mean2;

    /// <summary>Variance of the change.</summary>
    public double Variance => (Sd1 * Sd1) + (Sd2 * Sd2) - (2 * R * Sd1 * Sd2);
}
