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
        var opposite = Opposite(range.Mode, x < range.Mode ? range.Most : range.Least, i => logWeight(i) <= limit);
        var (below, above) = x < range.Mode ? (x, opposite) : (opposite, x);
        return Math.Min(1, atMost(below) + atLeast(above));
    }

    // The first count from the mode towards an end that is unlikely enough; the one beyond the end when none is.
    private static double Opposite(double mode, double end, Func<double, bool> unlikely)
    {
        double direction = end < mode ? -1 : 1, near = 0, far = Math.Abs(end - mode) + 1;
        while (near < far)
        {
            var middle = Math.Floor((near + far) / 2);
            if (unlikely(mode + (direction * middle))) far = middle; else near = middle + 1;
        }

        return mode + (direction * near);
    }
}
