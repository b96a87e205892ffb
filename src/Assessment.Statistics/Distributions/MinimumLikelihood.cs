using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Distributions;

/// <summary>
/// The two-sided p value of an exact test that adds up every count not more likely than the observed one (Freeman and Halton 1951), with the
/// relative allowance of 10⁻⁷ that R's <c>fisher.test</c> and <c>binom.test</c> give to ties.
/// </summary>
internal static class MinimumLikelihood
{
    private const double Allowance = 1e-7;

    /// <summary>P of a unimodal distribution on whole numbers.</summary>
    /// <param name="x">Observed count.</param>
    /// <param name="range">Smallest, most likely and largest count.</param>
    /// <param name="logWeight">log P(X = x) but for a constant.</param>
    /// <param name="atMost">P(X ≤ x).</param>
    /// <param name="atLeast">P(X ≥ x).</param>
    public static double P(
        double x, (double Least, double Mode, double Most) range, Func<double, double> logWeight, Func<double, double> atMost, Func<double, double> atLeast)
    {
        if (x == range.Mode) return 1;
        var limit = logWeight(x) + Elementary.Log1p(Allowance);
        bool Unlikely(double count) => logWeight(count) <= limit;
        return Math.Min(1, x < range.Mode
            ? atMost(x) + atLeast(range.Mode + First(range.Most - range.Mode, step => Unlikely(range.Mode + step)))
            : atLeast(x) + atMost(range.Mode - First(range.Mode - range.Least, step => Unlikely(range.Mode - step))));
    }

    // The first step from the mode that is unlikely enough; one more than there are when none is.
    private static double First(double steps, Func<double, bool> unlikely)
    {
        double near = 0, far = steps + 1;
        while (near < far)
        {
            var middle = Math.Floor((near + far) / 2);
            if (unlikely(middle)) far = middle; else near = middle + 1;
        }

        return near;
    }
}
