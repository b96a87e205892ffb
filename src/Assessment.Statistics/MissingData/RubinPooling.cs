using Assessment.Statistics.Distributions;
using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.MissingData;

/// <summary>One answer out of the same analysis of m completed data sets (Rubin 1987, equations 3.1.2 to 3.1.10).</summary>
public sealed record RubinPooling
{
    /// <summary>Mean of the estimates with t interval.</summary>
    public required Estimate Pooled { get; init; }

    /// <summary>Mean of the squared standard errors.</summary>
    public required double Within { get; init; }

    /// <summary>Variance of the estimates, divisor m − 1.</summary>
    public required double Between { get; init; }

    /// <summary>Within + (1 + 1/m) between.</summary>
    public double Total => Within + Added;

    /// <summary>Relative increase in variance by the gaps, (1 + 1/m) between / within.</summary>
    public double RelativeIncrease => Added / Within;

    /// <summary>Share of the total variance that the gaps cause.</summary>
    public double Lambda => Added / Total;

    /// <summary>Rubin's (1987) df, (m − 1)/λ²; infinite when all estimates agree.</summary>
    public required double DfOld { get; init; }

    /// <summary>Barnard and Rubin's (1999) df, equation 3; infinite for a large sample whose estimates agree.</summary>
    public required double Df { get; init; }

    /// <summary>Fraction of missing information, (r + 2/(df + 3))/(r + 1).</summary>
    public double MissingInformation => (RelativeIncrease + (2 / (Df + 3))) / (RelativeIncrease + 1);

    /// <summary>Estimate over the root of <see cref="Total"/>.</summary>
    public required double T { get; init; }

    /// <summary>Two-sided.</summary>
    public required double P { get; init; }

    private double Added { get; init; }

    /// <summary>Equals R's <c>mice::pool.scalar(Q, U, n, k = 1, rule = "rubin1987")</c>, which holds λ at 10⁻⁴ or more.</summary>
    /// <param name="estimates">One a completed data set, at least two.</param>
    /// <param name="errors">Their standard errors, above 0.</param>
    /// <param name="dfComplete">Degrees of freedom if nothing were missing; infinity for a large sample.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    /// <exception cref="ArgumentException">Fewer than two, lengths differ, or an error or the df is not positive.</exception>
    public static RubinPooling Of(double[] estimates, double[] errors, double dfComplete = double.PositiveInfinity, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(estimates);
        ArgumentNullException.ThrowIfNull(errors);
        Require.Level(level);
        Require.SameLength(estimates.Length, errors.Length);
        Require.Finite(estimates);
        if (estimates.Length < 2 || errors.Any(e => !(e > 0)) || !(dfComplete > 0)) throw new ArgumentException("Two estimates or more with positive standard errors and df.");
        double m = estimates.Length, mean = Sums.Mean(estimates), within = Sums.Mean([.. errors.Select(e => e * e)]), between = Sums.Variance(estimates);
        double added = (1 + (1 / m)) * between, lambda = added / (within + added), old = (m - 1) / (lambda * lambda);
        var df = Harmonic(old, double.IsInfinity(dfComplete) ? dfComplete : (dfComplete + 1) / (dfComplete + 3) * dfComplete * (1 - lambda));
        double error = Math.Sqrt(within + added), t = mean / error, half = error * Critical(level, df);
        return new()
        {
            Pooled = EstimatorCatalog.PooledEstimate.Of(mean, estimates.Length, "data sets", new(mean - half, mean + half, level, "t, Barnard–Rubin"), error, double.IsInfinity(df) ? null : df),
            Within = within,
            Between = between,
            Added = added,
            DfOld = old,
            Df = df,
            T = t,
            P = double.IsInfinity(df) ? 2 * Normal.Upper(Math.Abs(t)) : StudentT.TwoSided(t, df),
        };
    }

    private static double Harmonic(double a, double b) => double.IsInfinity(a) ? b : double.IsInfinity(b) ? a : b / (1 + (b / a));

    private static double Critical(double level, double df) => double.IsInfinity(df) ? Normal.Critical(level) : StudentT.Critical(level, df);
}
