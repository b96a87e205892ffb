using Assessment.Statistics.Distributions;
using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Agreement;

/// <summary>One chance-corrected coefficient with its standard errors (Fleiss, Cohen and Everitt 1969, equations 8 and 9).</summary>
/// <param name="Value">(p_o − p_e)/(1 − p_e); null when chance agreement is already complete.</param>
/// <param name="StandardError">Asymptotic standard error.</param>
/// <param name="NullStandardError">Standard error if the raters agreed by chance only.</param>
public sealed record WeightedKappa(double? Value, double? StandardError, double? NullStandardError);

/// <summary>Do two raters give the same code, beyond what chance would give?</summary>
public sealed record Kappa
{
    /// <summary>Units coded by both raters.</summary>
    public required int N { get; init; }

    /// <summary>Number of codes.</summary>
    public required int Levels { get; init; }

    /// <summary>Share of units with the same code; null without units.</summary>
    public double? Agreement { get; init; }

    /// <summary>Cohen's kappa with normal interval.</summary>
    public required Estimation Cohen { get; init; }

    /// <summary>Cohen's kappa with its standard errors.</summary>
    public required WeightedKappa Unweighted { get; init; }

    /// <summary>Weights 1 − |i − j|/(K − 1).</summary>
    public required WeightedKappa Linear { get; init; }

    /// <summary>Weights 1 − (i − j)²/(K − 1)².</summary>
    public required WeightedKappa Quadratic { get; init; }

    /// <summary>Prevalence- and bias-adjusted kappa (K p_o − 1)/(K − 1) (Byrt, Bishop and Carlin 1993).</summary>
    public double? Pabak { get; init; }

    /// <summary>Gwet's AC1 (Gwet 2008), steady for rare codes.</summary>
    public double? GwetAc1 { get; init; }

    /// <summary>
    /// Agreement of two raters. Equals R's <c>psych::cohen.kappa</c> and <c>vcd::Kappa</c>.
    /// </summary>
    /// <param name="first">Codes of one rater, 0 to <paramref name="levels"/> − 1 in the order of the scale.</param>
    /// <param name="second">Codes of the other for the same units.</param>
    /// <param name="levels">Number of codes of the scale.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Kappa Of(ReadOnlySpan<int> first, ReadOnlySpan<int> second, int levels, double level = 0.95)
    {
        Require.SameLength(first.Length, second.Length);
        Require.Level(level);
        var n = first.Length;
        var table = new double[levels, levels];
        for (var i = 0; i < n; i++) table[first[i], second[i]]++;
        var shares = new AgreementTable(table, n);
        if (levels < 2 || n == 0) return NotEstimated(n, levels, n == 0 ? null : shares.Observed((i, j) => i == j ? 1 : 0));
        var top = levels - 1.0;
        var unweighted = shares.Kappa((i, j) => i == j ? 1 : 0);
        var observed = shares.Observed((i, j) => i == j ? 1 : 0);
        var chance = Enumerable.Range(0, levels).Sum(i => shares.Mean(i) * (1 - shares.Mean(i))) / top;
        return new()
        {
            N = n,
            Levels = levels,
            Agreement = observed,
            Cohen = CohenOf(unweighted, n, level),
            Unweighted = unweighted,
            Linear = shares.Kappa((i, j) => 1 - (Math.Abs(i - j) / top)),
            Quadratic = shares.Kappa((i, j) => 1 - ((i - j) * (i - j) / (top * top))),
            Pabak = ((levels * observed) - 1) / top,
            GwetAc1 = Elementary.OrNull((observed - chance) / (1 - chance)),
        };
    }

    private static Estimation CohenOf(WeightedKappa kappa, int n, double level)
    {
        if (kappa is not { Value: { } value, StandardError: { } se }) return EstimatorCatalog.CohensKappa.No("chance agreement is complete", n);
        var half = Normal.Critical(level) * se;
        return EstimatorCatalog.CohensKappa.Of(value, n, "units", new(value - half, value + half, level, "normal"), se);
    }

    private static Kappa NotEstimated(int n, int levels, double? agreement) => new()
    {
        N = n,
        Levels = levels,
        Agreement = agreement,
        Cohen = EstimatorCatalog.CohensKappa.No(n == 0 ? "n = 0" : "there is one code", n),
        Unweighted = new(null, null, null),
        Linear = new(null, null, null),
        Quadratic = new(null, null, null),
    };
}
