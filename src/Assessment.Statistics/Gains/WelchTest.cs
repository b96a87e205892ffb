using Assessment.Statistics.Distributions;
using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Gains;

/// <summary>Difference of two independent means without assuming equal variances (Welch 1947).</summary>
/// <param name="Difference">Trained − comparison with t interval on Satterthwaite df.</param>
/// <param name="T">Welch's t; null where not estimable.</param>
/// <param name="P">Two-sided p of <paramref name="T"/>.</param>
public sealed record WelchTest(Estimation Difference, double? T, double? P)
{
    /// <summary>Equals R's <c>t.test(treated, control)</c>. Not estimable when a group has fewer than two values or neither varies.</summary>
    /// <param name="treated">Values of the trained.</param>
    /// <param name="control">Values of the comparison.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    public static WelchTest Of(ReadOnlySpan<double> treated, ReadOnlySpan<double> control, double level = 0.95)
    {
        Require.Level(level);
        Require.Finite(treated);
        Require.Finite(control);
        int m = treated.Length, n = control.Length;
        if (Math.Min(m, n) < 2) return new(EstimatorCatalog.MeanDifference.No($"n = {Math.Min(m, n)} in a group", m + n), null, null);
        double a = Sums.Variance(treated) / m, b = Sums.Variance(control) / n, difference = Sums.Mean(treated) - Sums.Mean(control);
        if (!(a + b > 0)) return new(EstimatorCatalog.MeanDifference.No("neither group varies", m + n), null, null);
        // Shares of the variance, whose squares do not leave the range of a double as those of a and b may.
        double se = Math.Sqrt(a + b), share = a / (a + b), df = 1 / ((share * share / (m - 1)) + ((1 - share) * (1 - share) / (n - 1)));
        double half = StudentT.Critical(level, df) * se, t = difference / se;
        var interval = new Interval(difference - half, difference + half, level, "Welch t");
        return new(EstimatorCatalog.MeanDifference.Of(difference, m + n, "people", interval, se, df), t, StudentT.TwoSided(t, df));
    }
}
