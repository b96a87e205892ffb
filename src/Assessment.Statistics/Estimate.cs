namespace Assessment.Statistics;

/// <summary>
/// What an estimator answers: an <see cref="Estimate"/>, or <see cref="NotEstimable"/> with the reason.
/// Too little data is normal in a class of four, so it is a value. NaN and infinity never leave this project.
/// </summary>
/// <param name="Estimator">Id in the <c>EstimatorCatalog</c>, such as "d-av".</param>
/// <param name="N">How many units it rests on.</param>
public abstract record Estimation(string Estimator, int N);

/// <summary>A number with what is needed to print it without asking.</summary>
/// <param name="Estimator">Id in the <c>EstimatorCatalog</c>.</param>
/// <param name="Value">The point estimate; finite.</param>
/// <param name="N">How many units it rests on.</param>
public sealed record Estimate(string Estimator, double Value, int N) : Estimation(Estimator, N)
{
    /// <summary>What <see cref="Estimation.N"/> counts: "pairs", "people", "items".</summary>
    public string Counts { get; init; } = "people";

    /// <summary>The interval; null where none is defined for the estimator.</summary>
    public Interval? Interval { get; init; }

    /// <summary>Standard error; null where the interval does not rest on one.</summary>
    public double? StandardError { get; init; }

    /// <summary>Degrees of freedom of the interval's distribution; null for none.</summary>
    public double? Df { get; init; }

    /// <summary>For a standardized effect, the standard deviation it is divided by; also corrections, such as "Hedges J".</summary>
    public string? Standardizer { get; init; }
}

/// <summary>There is no number, and why.</summary>
/// <param name="Estimator">Id in the <c>EstimatorCatalog</c>.</param>
/// <param name="Reason">One plain clause, such as "n = 1" or "the gain has no variance".</param>
/// <param name="N">How many units there were.</param>
public sealed record NotEstimable(string Estimator, string Reason, int N) : Estimation(Estimator, N);

/// <summary>An interval with its level and how it was made.</summary>
/// <param name="Lower">Lower limit; negative infinity where the method gives none.</param>
/// <param name="Upper">Upper limit, not below <paramref name="Lower"/>; infinity where the method gives none.</param>
/// <param name="Level">Confidence level in (0, 1), such as 0.95.</param>
/// <param name="Method">Such as "t", "noncentral t", "Wilson", "Feldt F".</param>
public sealed record Interval(double Lower, double Upper, double Level, string Method);
