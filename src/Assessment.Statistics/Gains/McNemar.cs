using Assessment.Statistics.Distributions;
using Assessment.Statistics.Rates;

namespace Assessment.Statistics.Gains;

/// <summary>
/// Did more people pass after than before? Of the same people, those who changed from fail to pass against those who changed
/// from pass to fail (McNemar 1947).
/// </summary>
public sealed record McNemar
{
    /// <summary>Passed before and after.</summary>
    public required int PassPass { get; init; }

    /// <summary>Passed before, failed after.</summary>
    public required int PassFail { get; init; }

    /// <summary>Failed before, passed after.</summary>
    public required int FailPass { get; init; }

    /// <summary>Failed before and after.</summary>
    public required int FailFail { get; init; }

    /// <summary>Pass rate before with Wilson interval.</summary>
    public required Estimation PassRatePre { get; init; }

    /// <summary>Pass rate after with Wilson interval.</summary>
    public required Estimation PassRatePost { get; init; }

    /// <summary>Pass rate after − before, with Newcombe's paired square-and-add interval (Newcombe 1998, method 10).</summary>
    public required Estimation Difference { get; init; }

    /// <summary>The Wald interval of the difference; null without pairs.</summary>
    public Interval? WaldInterval { get; init; }

    /// <summary>(b − c)²/(b + c) with b fail-to-pass and c pass-to-fail; null when nobody changed.</summary>
    public double? ChiSquare { get; init; }

    /// <summary>Upper tail of <see cref="ChiSquare"/> on 1 df.</summary>
    public double? P { get; init; }

    /// <summary>With continuity correction, max(0, |b − c| − 1)²/(b + c).</summary>
    public double? ChiSquareCorrected { get; init; }

    /// <summary>Upper tail of <see cref="ChiSquareCorrected"/> on 1 df.</summary>
    public double? PCorrected { get; init; }

    /// <summary>Exact two-sided binomial p; 1 when nobody changed.</summary>
    public required double PExact { get; init; }

    /// <summary>Mid-p (Fagerland, Lydersen and Laake 2013, equation 5); 1 when nobody changed.</summary>
    public required double PMid { get; init; }

    /// <summary>Conditional odds ratio b/c; positive infinity when c = 0 and b &gt; 0, null when nobody changed.</summary>
    public double? OddsRatio { get; init; }

    /// <summary>Exact interval of <see cref="OddsRatio"/> from Clopper–Pearson; null when nobody changed.</summary>
    public Interval? OddsRatioInterval { get; init; }

    /// <summary>Cohen's h = 2 asin √post − 2 asin √pre; null without pairs.</summary>
    public double? CohensH { get; init; }

    /// <summary>Number of pairs.</summary>
    public int N => PassPass + PassFail + FailPass + FailFail;

    /// <summary>Equals R's <c>mcnemar.test</c>, <c>binom.test(b, b + c)</c>, and Newcombe's (1998) paired method 10.</summary>
    /// <param name="passPass">Passed before and after.</param>
    /// <param name="passFail">Passed before, failed after.</param>
    /// <param name="failPass">Failed before, passed after.</param>
    /// <param name="failFail">Failed before and after.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static McNemar Of(int passPass, int passFail, int failPass, int failFail, double level = 0.95)
    {
        Require.Level(level);
        foreach (var count in (ReadOnlySpan<int>)[passPass, passFail, failPass, failFail]) ArgumentOutOfRangeException.ThrowIfNegative(count, "count");
        int b = failPass, c = passFail, changed = b + c, n = passPass + passFail + failPass + failFail;
        double? chi = changed == 0 ? null : Square(b - c) / changed;
        double? corrected = changed == 0 ? null : Square(Math.Max(0, Math.Abs(b - c) - 1)) / changed;
        var exact = changed == 0 ? 1 : Math.Min(1, 2 * Binomial.Cdf(Math.Min(b, c), changed, 0.5));
        return new()
        {
            PassPass = passPass, PassFail = passFail, FailPass = failPass, FailFail = failFail,
            PassRatePre = Rate(passPass + passFail, n, level),
            PassRatePost = Rate(passPass + failPass, n, level),
            Difference = DifferenceOf(passPass, passFail, failPass, failFail, level),
            WaldInterval = Wald(b, c, n, level),
            ChiSquare = chi,
            P = chi is { } x ? ChiSquared.Upper(x, 1) : null,
            ChiSquareCorrected = corrected,
            PCorrected = corrected is { } y ? ChiSquared.Upper(y, 1) : null,
            PExact = exact,
            PMid = MidP(b, c, exact),
            OddsRatio = changed == 0 ? null : (double)b / c,
            OddsRatioInterval = OddsInterval(b, changed, level),
            CohensH = n == 0 ? null : Angle(passPass + failPass, n) - Angle(passPass + passFail, n),
        };
    }

    private static double Square(double x) => x * x;

    private static double Angle(int x, int n) => 2 * Math.Asin(Math.Sqrt((double)x / n));

    private static double MidP(int b, int c, double exact)
    {
        if (b + c == 0) return 1;
        var point = Binomial.Probability(Math.Min(b, c), b + c, 0.5);
        return b == c ? 1 - point : exact - point;
    }

    private static Estimation Rate(int x, int n, double level) => n == 0
        ? EstimatorCatalog.Proportion.No("n = 0", 0)
        : EstimatorCatalog.Proportion.Of((double)x / n, n, "pairs", Proportion.WilsonInterval(x, n, level));

    private static Interval? OddsInterval(int b, int changed, double level)
    {
        if (changed == 0) return null;
        var share = Proportion.ClopperPearsonInterval(b, changed, level);
        return new(share.Lower / (1 - share.Lower), share.Upper / (1 - share.Upper), level, "Clopper–Pearson, conditional");
    }

    private static Interval? Wald(int b, int c, int n, double level)
    {
        if (n == 0) return null;
        var difference = (double)(b - c) / n;
        var half = Normal.Critical(level) * Math.Sqrt(b + c - (Square(b - c) / n)) / n;
        return new(difference - half, difference + half, level, "Wald");
    }

    private static Estimation DifferenceOf(int passPass, int passFail, int failPass, int failFail, double level)
    {
        var n = passPass + passFail + failPass + failFail;
        if (n == 0) return EstimatorCatalog.PassRateDifference.No("n = 0", 0);
        double pre = (double)(passPass + passFail) / n, post = (double)(passPass + failPass) / n, difference = post - pre;
        var before = Proportion.WilsonInterval(passPass + passFail, n, level);
        var after = Proportion.WilsonInterval(passPass + failPass, n, level);
        var phi = Phi(passPass, passFail, failPass, failFail);
        var lower = difference - Distance(post - after.Lower, before.Upper - pre, phi);
        var upper = difference + Distance(after.Upper - post, pre - before.Lower, phi);
        return EstimatorCatalog.PassRateDifference.Of(difference, n, "pairs", new(lower, upper, level, "Newcombe paired"));
    }

    private static double Distance(double a, double b, double phi) => Math.Sqrt(Math.Max(0, (a * a) - (2 * phi * a * b) + (b * b)));

    // Newcombe's continuity-corrected phi: only a positive product is reduced, by n/2 and not below 0.
    private static double Phi(double passPass, double passFail, double failPass, double failFail)
    {
        var margins = (passPass + passFail) * (failPass + failFail) * (passPass + failPass) * (passFail + failFail);
        if (margins <= 0) return 0;
        var product = (passPass * failFail) - (passFail * failPass);
        if (product > 0) product = Math.Max(0, product - ((passPass + passFail + failPass + failFail) / 2));
        return product / Math.Sqrt(margins);
    }
}
