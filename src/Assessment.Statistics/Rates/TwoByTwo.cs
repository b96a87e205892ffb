using Assessment.Statistics.Distributions;

namespace Assessment.Statistics.Rates;

/// <summary>Two independent groups and an event that people or encounters had or had not: by how much does the risk differ?</summary>
public sealed record TwoByTwo
{
    /// <summary>Share with the event in group 1.</summary>
    public required double Risk1 { get; init; }

    /// <summary>Share with the event in group 0.</summary>
    public required double Risk0 { get; init; }

    /// <summary>Risk 1 − risk 0 with the square-and-add interval of Wilson limits (Newcombe 1998, method 10).</summary>
    public required Estimate Difference { get; init; }

    /// <summary>The Wald interval of the difference.</summary>
    public required Interval WaldInterval { get; init; }

    /// <summary>How many must be in group 1 for one event more or less, 1/|difference|; infinite when the risks are equal.</summary>
    public double NumberNeeded => Difference.Value == 0 ? double.PositiveInfinity : 1 / Math.Abs(Difference.Value);

    /// <summary>A cell was empty, and ½ was added to all four for the log intervals and the adjusted ratios.</summary>
    public required bool HalfAdded { get; init; }

    /// <summary>Risk 1 / risk 0 as counted; infinite when only group 0 has no event, null when neither has any.</summary>
    public double? RiskRatio { get; init; }

    /// <summary>Risk ratio with Katz's log interval, from the cells with ½ added where one is empty.</summary>
    public required Estimate AdjustedRiskRatio { get; init; }

    /// <summary>Odds ratio with Woolf's log interval, from the same cells.</summary>
    public required Estimate AdjustedOddsRatio { get; init; }

    /// <summary>Fisher's exact test and conditional odds ratio.</summary>
    public required FisherExact Fisher { get; init; }

    /// <summary>Pearson's χ² on 1 df; null when all or nobody had the event.</summary>
    public double? ChiSquare { get; init; }

    /// <summary>Pearson's χ² with Yates's correction.</summary>
    public double? ChiSquareCorrected { get; init; }

    /// <summary>Upper tail of <see cref="ChiSquare"/>.</summary>
    public double? P => ChiSquare is { } x ? ChiSquared.Upper(x, 1) : null;

    /// <summary>Upper tail of <see cref="ChiSquareCorrected"/>.</summary>
    public double? PCorrected => ChiSquareCorrected is { } x ? ChiSquared.Upper(x, 1) : null;

    /// <summary>Cohen's h = 2 asin √p₁ − 2 asin √p₀.</summary>
    public double CohensH => (2 * Math.Asin(Math.Sqrt(Risk1))) - (2 * Math.Asin(Math.Sqrt(Risk0)));

    /// <summary>Correlation of group and event; null when all or nobody had the event.</summary>
    public double? Phi { get; init; }

    /// <summary>
    /// x₁ of n₁ against x₀ of n₀. Equals R's <c>fisher.test</c> and <c>chisq.test(correct = FALSE | TRUE)</c>; Newcombe's, Katz's and
    /// Woolf's intervals in closed form.
    /// </summary>
    /// <param name="x1">With the event in group 1, 0 to <paramref name="n1"/>.</param>
    /// <param name="n1">Size of group 1, at least 1.</param>
    /// <param name="x0">With the event in group 0.</param>
    /// <param name="n0">Size of group 0.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">A group is empty or has more events than members.</exception>
    public static TwoByTwo Of(int x1, int n1, int x0, int n0, double level = 0.95)
    {
        Require.Level(level);
        foreach (var (x, n) in (ReadOnlySpan<(int, int)>)[(x1, n1), (x0, n0)])
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
            ArgumentOutOfRangeException.ThrowIfNegative(x);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(x, n);
        }

        double p1 = (double)x1 / n1, p0 = (double)x0 / n0, z = Normal.Critical(level);
        double a = x1, b = n1 - x1, c = x0, d = n0 - x0, half = a * b * c * d == 0 ? 0.5 : 0;
        var total = (int)Math.Min(int.MaxValue, (long)n1 + n0);
        var (chi, corrected, phi) = Association(a, b, c, d);
        return new()
        {
            Risk1 = p1,
            Risk0 = p0,
            Difference = EstimatorCatalog.RiskDifference.Of(p1 - p0, total, "people", Newcombe(x1, n1, x0, n0, level)),
            WaldInterval = Wald(p1 - p0, z * Math.Sqrt((p1 * (1 - p1) / n1) + (p0 * (1 - p0) / n0)), level),
            HalfAdded = half > 0,
            RiskRatio = x1 == 0 && x0 == 0 ? null : p1 / p0,
            AdjustedRiskRatio = Katz(a + half, n1 + (2 * half), c + half, n0 + (2 * half), level, total),
            AdjustedOddsRatio = Woolf(a + half, b + half, c + half, d + half, level, total),
            Fisher = FisherExact.Of(x1, n1, x0, n0, level),
            ChiSquare = chi,
            ChiSquareCorrected = corrected,
            Phi = phi,
        };
    }

    private static Interval Newcombe(int x1, int n1, int x0, int n0, double level)
    {
        Interval w1 = Proportion.WilsonInterval(x1, n1, level), w0 = Proportion.WilsonInterval(x0, n0, level);
        double p1 = (double)x1 / n1, p0 = (double)x0 / n0, difference = p1 - p0;
        return new(
            difference - Hypotenuse(p1 - w1.Lower, w0.Upper - p0), difference + Hypotenuse(w1.Upper - p1, p0 - w0.Lower), level, "Newcombe");
    }

    private static double Hypotenuse(double a, double b) => Math.Sqrt((a * a) + (b * b));

    private static Interval Wald(double difference, double half, double level) => new(difference - half, difference + half, level, "Wald");

    private static Estimate Katz(double x1, double n1, double x0, double n0, double level, int total)
    {
        var ratio = x1 / n1 / (x0 / n0);
        var error = Math.Sqrt(((n1 - x1) / (x1 * n1)) + ((n0 - x0) / (x0 * n0)));
        return EstimatorCatalog.RiskRatio.Of(ratio, total, "people", LogInterval(ratio, error, level, "Katz"), error);
    }

    private static Estimate Woolf(double a, double b, double c, double d, double level, int total)
    {
        double ratio = a / b * (d / c), error = Math.Sqrt((1 / a) + (1 / b) + (1 / c) + (1 / d));
        return EstimatorCatalog.OddsRatio.Of(ratio, total, "people", LogInterval(ratio, error, level, "Woolf"), error);
    }

    private static Interval LogInterval(double ratio, double error, double level, string method)
    {
        var half = Normal.Critical(level) * error;
        return new(ratio * Math.Exp(-half), ratio * Math.Exp(half), level, method);
    }

    // χ² = N (ad − bc)² / product of the margins; Yates takes at most N/2 off |ad − bc|.
    private static (double? ChiSquare, double? Corrected, double? Phi) Association(double a, double b, double c, double d)
    {
        double n = a + b + c + d, product = (a * d) - (b * c), margins = (a + b) * (c + d) * (a + c) * (b + d);
        if (margins == 0) return (null, null, null);
        double phi = product / Math.Sqrt(margins), rest = Math.Max(0, Math.Abs(product) - (n / 2));
        return (n * phi * phi, n * rest / margins * rest, phi);
    }
}
