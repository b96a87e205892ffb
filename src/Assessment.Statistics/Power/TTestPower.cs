using Assessment.Statistics.Distributions;
using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Power;

/// <summary>
/// Power of a two-sided t test by the noncentral t distribution, both tails counted: P(|T(df, δ/se)| &gt; t(1 − α/2; df)) (Cohen 1988, section
/// 2.3; R's <c>power.t.test(strict = TRUE)</c>).
/// </summary>
/// <param name="StandardError">Standard error of the difference, above 0.</param>
/// <param name="Df">Degrees of freedom, above 0.</param>
/// <param name="Alpha">Two-sided level in (0, 1).</param>
public sealed record TTestPower(double StandardError, double Df, double Alpha)
{
    private const int MostPairs = 1_000_000_000;

    /// <summary>A paired test of n pairs whose gains have a standard deviation.</summary>
    /// <param name="n">Pairs, at least 2.</param>
    /// <param name="sd">Standard deviation of the gain, above 0.</param>
    /// <param name="alpha">Two-sided level in (0, 1).</param>
    public static TTestPower Paired(int n, double sd, double alpha = 0.05)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 2);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sd);
        return new(sd / Math.Sqrt(n), n - 1, Checked(alpha));
    }

    /// <summary>Smallest number of pairs with at least this power; null when the difference is 0 or more than 10⁹ were needed.</summary>
    /// <param name="delta">True mean gain.</param>
    /// <param name="sd">Standard deviation of the gain, above 0.</param>
    /// <param name="power">Wanted power in (0, 1).</param>
    /// <param name="alpha">Two-sided level in (0, 1).</param>
    public static int? PairsNeeded(double delta, double sd, double power, double alpha = 0.05)
    {
        bool Enough(int n) => Paired(n, sd, alpha).Of(delta) >= power;
        if (!Enough(MostPairs)) return null;
        int few = 1, many = 2;
        while (!Enough(many)) (few, many) = (many, (int)Math.Min(MostPairs, 2L * many));
        while (many - few > 1)
        {
            var middle = few + ((many - few) / 2);
            if (Enough(middle)) many = middle; else few = middle;
        }

        return many;
    }

    /// <summary>Chance that the test finds a true difference of either sign.</summary>
    /// <param name="delta">True difference.</param>
    public double Of(double delta)
    {
        double critical = -StudentT.Quantile(Alpha / 2, Df), ncp = Math.Abs(delta) / StandardError;
        return Math.Min(1, NoncentralT.Cdf(-critical, Df, ncp) + NoncentralT.Upper(critical, Df, ncp));
    }

    /// <summary>Smallest true difference found with this power; null when the power does not exceed α, as the test of no difference has α.</summary>
    /// <param name="power">Wanted power in (0, 1).</param>
    public double? Detectable(double power)
    {
        if (power <= Alpha) return null;
        // On the log of the chance to miss or to find, whichever is smaller, so that neither end is flat.
        double Excess(double ncp) => power > 0.5 ? Math.Log(1 - power) - Math.Log(Math.Max(1e-300, Missed(ncp))) : Math.Log(Of(ncp * StandardError)) - Math.Log(power);
        double upper = 1;
        while (Excess(upper) < 0) upper *= 2;
        return StandardError * Roots.Brent(Excess, 0, upper);
    }

    private double Missed(double ncp)
    {
        var critical = -StudentT.Quantile(Alpha / 2, Df);
        return NoncentralT.Cdf(critical, Df, ncp) - NoncentralT.Cdf(-critical, Df, ncp);
    }

    internal static double Checked(double alpha) => alpha is > 0 and < 1 ? alpha : throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "A level lies between 0 and 1.");
}
