using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.MissingData;

/// <summary>
/// Were those who stayed like those who were lost? Standardized difference of a covariate, (m₁ − m₀)/√((s₁² + s₀²)/2), with s² = p(1 − p) for
/// a covariate of 0 and 1 (Austin 2009).
/// </summary>
/// <param name="MeanObserved">Mean of those observed; null when none of them has the covariate.</param>
/// <param name="MeanMissing">Mean of those missing.</param>
/// <param name="Difference">Standardized difference, observed − missing.</param>
public sealed record AttritionBalance(double? MeanObserved, double? MeanMissing, Estimation Difference)
{
    /// <summary>One covariate. Not estimable when a side is empty or nothing varies.</summary>
    /// <param name="observed">Covariate of those observed at the wave.</param>
    /// <param name="missing">Covariate of those not observed.</param>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static AttritionBalance Of(double[] observed, double[] missing)
    {
        ArgumentNullException.ThrowIfNull(observed);
        ArgumentNullException.ThrowIfNull(missing);
        Require.Finite(observed);
        Require.Finite(missing);
        double m1 = Sums.Mean(observed), m0 = Sums.Mean(missing);
        var binary = observed.Concat(missing).All(x => x is 0 or 1);
        double Variance(double[] x, double mean) => binary ? mean * (1 - mean) : Sums.Variance(x);
        var spread = Math.Sqrt((Variance(observed, m1) + Variance(missing, m0)) / 2);
        var n = observed.Length + missing.Length;
        Estimation difference = spread > 0
            ? EstimatorCatalog.StandardizedDifference.Of((m1 - m0) / spread, n, "people")
            : EstimatorCatalog.StandardizedDifference.No(double.IsNaN(spread) ? "a side has too few people" : "the covariate does not vary", n);
        return new(Elementary.OrNull(m1), Elementary.OrNull(m0), difference);
    }
}
