using Assessment.Statistics.Distributions;
using Assessment.Statistics.Numerics;
using Assessment.Statistics.Rates;

namespace Assessment.Statistics.Gains;

/// <summary>How many people changed by more than the test's own error (Jacobson and Truax 1991).</summary>
public sealed record ReliableChange
{
    /// <summary>Complete pairs.</summary>
    public required int N { get; init; }

    /// <summary>Share of people who improved reliably, Wilson interval.</summary>
    public required Estimation Improved { get; init; }

    /// <summary>Standard deviation before, observed or given.</summary>
    public double? SdPre { get; init; }

    /// <summary>Standard error of measurement, s√(1 − reliability), in points.</summary>
    public double? StandardErrorOfMeasurement { get; init; }

    /// <summary>Standard error of a difference of two scores, √2 times that.</summary>
    public double? StandardErrorOfDifference { get; init; }

    /// <summary>Points a person must change by.</summary>
    public double? MinimumChange { get; init; }

    /// <summary>People above it; null without measurement error to compare with.</summary>
    public int? NImproved { get; init; }

    /// <summary>People within.</summary>
    public int? NUnchanged { get; init; }

    /// <summary>People below.</summary>
    public int? NDeteriorated { get; init; }

    /// <summary>Each person's index, in input order; null without measurement error.</summary>
    public required IReadOnlyList<double?> Indices { get; init; }

    /// <summary>Equals R's <c>(post - pre) / (sd(pre) * sqrt(2 * (1 - reliability)))</c> against ±z, strictly.</summary>
    /// <param name="pre">Scores before.</param>
    /// <param name="post">Scores after, same length and order of people.</param>
    /// <param name="reliability">Reliability of the test, in [0, 1].</param>
    /// <param name="sdPre">Standard deviation before of a norm group; null for the observed one.</param>
    /// <param name="criterion">Level of the criterion z: 0.95 is ±1.96.</param>
    /// <exception cref="ArgumentException">The lengths differ or a value is not finite.</exception>
    public static ReliableChange Of(
        ReadOnlySpan<double> pre, ReadOnlySpan<double> post, double reliability, double? sdPre = null, double criterion = 0.95)
    {
        Require.SameLength(pre.Length, post.Length);
        Require.Level(criterion);
        Require.Finite(pre);
        Require.Finite(post);
        if (reliability is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(reliability), reliability, "A reliability lies between 0 and 1.");
        int n = pre.Length;
        var sd = sdPre ?? Elementary.OrNull(Math.Sqrt(Sums.Variance(pre)));
        double? sem = sd * Math.Sqrt(1 - reliability), error = sem * Math.Sqrt(2);
        var z = Normal.Critical(criterion);
        var indices = new double?[n];
        for (var i = 0; i < n; i++) indices[i] = error > 0 ? (post[i] - pre[i]) / error : null;
        int? Count(Func<double, bool> which) => error > 0 ? indices.Count(x => which(x!.Value)) : null;
        var improved = Count(x => x > z);
        return new()
        {
            N = n,
            Improved = improved is { } k && n > 0
                ? EstimatorCatalog.ReliablyImproved.Of((double)k / n, n, "pairs", Proportion.WilsonInterval(k, n, 0.95))
                : EstimatorCatalog.ReliablyImproved.No(n < 2 ? $"n = {n}" : "there is no measurement error", n),
            SdPre = sd,
            StandardErrorOfMeasurement = sem,
            StandardErrorOfDifference = error,
            MinimumChange = z * error,
            NImproved = improved,
            NUnchanged = Count(x => Math.Abs(x) <= z),
            NDeteriorated = Count(x => x < -z),
            Indices = indices,
        };
    }
}
