using Assessment.Statistics.TestQuality;

namespace Assessment.Statistics.Streaming;

/// <summary>
/// Reliability from a stream: exact sums of item scores counted in whole units (such as twelve-thousandths of a point), so the
/// order of people never matters and 200,000 rows need no matrix. Agrees with <see cref="Reliability"/> on the same scores.
/// </summary>
/// <param name="items">Number of items, at least 1.</param>
public sealed class ItemSums(int items)
{
    private readonly long[] sums = new long[items];
    private readonly Int128[] squares = new Int128[items];
    private long totalSum;
    private Int128 totalSquares;

    /// <summary>Number of people taken in.</summary>
    public int N { get; private set; }

    /// <summary>Number of items.</summary>
    public int Items => sums.Length;

    /// <summary>Standard deviation of the totals (n − 1), in units; null from fewer than two people.</summary>
    public double? SdTotal => N < 2 ? null : Math.Sqrt(Variance(totalSum, totalSquares));

    /// <summary>Standard error of measurement, SD·√(1 − α), in units, a negative alpha taken as 0; null when alpha is not estimable.</summary>
    public double? StandardErrorOfMeasurement => Value is { } alpha ? SdTotal * Math.Sqrt(1 - Math.Max(alpha, 0)) : null;

    private double? Value => N < 2
        ? null
        : ItemMoments.Alpha(Items, Enumerable.Range(0, Items).Sum(item => Variance(sums[item], squares[item])), Variance(totalSum, totalSquares));

    /// <summary>Takes in the complete item scores of one person.</summary>
    /// <param name="scores">One score an item, in units.</param>
    /// <exception cref="ArgumentException">The number of scores is not the number of items.</exception>
    public void Add(ReadOnlySpan<int> scores)
    {
        Require.SameLength(Items, scores.Length);
        long total = 0;
        for (var item = 0; item < scores.Length; item++)
        {
            long score = scores[item];
            sums[item] += score;
            squares[item] += score * score;
            total += score;
        }

        totalSum += total;
        totalSquares += (Int128)total * total;
        N++;
    }

    /// <summary>Cronbach's alpha (1951, equation 2) with the interval of Feldt (1965, equation 12).</summary>
    /// <param name="level">Confidence level in (0, 1).</param>
    public Estimation Alpha(double level = 0.95)
    {
        Require.Level(level);
        return ItemMoments.AlphaWithInterval(Value, N, Items, level);
    }

    // n·Σx² − (Σx)² is exact in integers: no cancellation however large the sums.
    private double Variance(long sum, Int128 square) => (double)((N * square) - ((Int128)sum * sum)) / ((double)N * (N - 1));
}
