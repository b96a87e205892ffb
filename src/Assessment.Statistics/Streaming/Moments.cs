using Assessment.Statistics.Numerics;
using static Assessment.Statistics.Numerics.Elementary;

namespace Assessment.Statistics.Streaming;

/// <summary>
/// Count, mean, central sums of powers 2 to 4, smallest and largest in one pass, mergeable exactly
/// (Pébay 2008, equations 3.1 and 2.1; Chan, Golub and LeVeque 1983).
/// </summary>
public sealed class Moments
{
    private CompensatedMean mean;

    /// <summary>Number of values.</summary>
    public int N { get; private set; }

    /// <summary>Mean; 0 when empty.</summary>
    public double Mean => mean.High;

    /// <summary>Sum of squared deviations.</summary>
    public double M2 { get; private set; }

    /// <summary>Sum of cubed deviations.</summary>
    public double M3 { get; private set; }

    /// <summary>Sum of fourth powers of the deviations.</summary>
    public double M4 { get; private set; }

    /// <summary>Smallest value; null when empty.</summary>
    public double? Min { get; private set; }

    /// <summary>Largest value; null when empty.</summary>
    public double? Max { get; private set; }

    /// <summary>Variance, divisor n − 1; null from fewer than two values.</summary>
    public double? Variance => N > 1 ? M2 / (N - 1) : null;

    /// <summary>Adjusted skewness G1; null from fewer than three values or without variance.</summary>
    public double? Skewness => N > 2 && M2 > 0 ? OrNull(Math.Sqrt((double)N * (N - 1)) / (N - 2) * (M3 / N) / Math.Pow(M2 / N, 1.5)) : null;

    /// <summary>Adjusted excess kurtosis G2; null from fewer than four values or without variance.</summary>
    public double? Kurtosis => N > 3 && M2 > 0
        ? OrNull((((N + 1) * ((N * M4 / (M2 * M2)) - 3)) + 6) * (N - 1) / ((N - 2.0) * (N - 3.0)))
        : null;

    /// <summary>The state of values.</summary>
    /// <param name="values">Finite values.</param>
    public static Moments Of(ReadOnlySpan<double> values)
    {
        var moments = new Moments();
        foreach (var value in values) moments.Add(value);
        return moments;
    }

    /// <summary>Takes in one value.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentException">The value is not finite.</exception>
    public void Add(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentException("Values must be finite numbers.");
        var one = new Moments { N = 1, mean = new(value, 0), Min = value, Max = value };
        Take(one);
    }

    /// <summary>The state of two groups together; neither is changed.</summary>
    /// <param name="a">One group.</param>
    /// <param name="b">The other.</param>
    public static Moments Merge(Moments a, Moments b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var merged = (Moments)a.MemberwiseClone();
        if (b.N > 0) merged.Take(b);
        return merged;
    }

    private void Take(Moments b)
    {
        double na = N, nb = b.N, n = na + nb, d = N == 0 ? 0 : mean.Distance(b.mean), d2 = d * d, product = na * nb / n;
        M4 += b.M4 + (product * d2 * d2 * ((na * na) - (na * nb) + (nb * nb)) / (n * n))
            + (6 * d2 * ((na * na * b.M2) + (nb * nb * M2)) / (n * n)) + (4 * d * ((na * b.M3) - (nb * M3)) / n);
        M3 += b.M3 + (product * d2 * d * (na - nb) / n) + (3 * d * ((na * b.M2) - (nb * M2)) / n);
        M2 += b.M2 + (product * d2);
        mean = N == 0 ? b.mean : mean.Moved(d * nb / n);
        Min = N == 0 ? b.Min : Math.Min(Min!.Value, b.Min!.Value);
        Max = N == 0 ? b.Max : Math.Max(Max!.Value, b.Max!.Value);
        N += b.N;
    }
}
