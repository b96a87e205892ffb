using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Gains;

/// <summary>Average ranks of the sizes of gains whatever their sign, from a table of gains without 0.</summary>
internal sealed class SizeRanks
{
    private readonly List<(double Rank, long Count)> sizes = [];

    /// <summary>Number of gains.</summary>
    public long N { get; private set; }

    /// <summary>Sum of the ranks of positive gains.</summary>
    public double Positive { get; private set; }

    /// <summary>Σ(t³ − t) over groups of t equal sizes.</summary>
    public double Ties { get; private set; }

    /// <summary>Sum of squared ranks.</summary>
    public double Squares { get; private set; }

    /// <summary>Ranks after a number of others.</summary>
    public static SizeRanks Of(ValueCounts gains, long before)
    {
        var ranks = new SizeRanks();
        var (values, counts) = (gains.Values, gains.Counts);
        var positive = Array.FindIndex(values, v => v > 0);
        if (positive < 0) positive = values.Length;
        // Losses from the smallest backwards, gains from the smallest forwards.
        for (int down = positive - 1, up = positive; down >= 0 || up < values.Length;)
        {
            double loss = down < 0 ? double.PositiveInfinity : -values[down], gain = up == values.Length ? double.PositiveInfinity : values[up];
            ranks.Take(before, gain <= loss ? counts[up++] : 0, loss <= gain ? counts[down--] : 0);
        }

        return ranks;
    }

    /// <summary>The rank of each gain, smallest first.</summary>
    public IEnumerable<double> Each() => sizes.SelectMany(size => Enumerable.Repeat(size.Rank, (int)size.Count));

    private void Take(long before, long gained, long lost)
    {
        double t = gained + lost, rank = (before + N + before + N + t + 1) / 2;
        sizes.Add((rank, gained + lost));
        N += gained + lost;
        Ties += (t * t * t) - t;
        Positive += rank * gained;
        Squares += rank * rank * t;
    }
}
