using Assessment.Statistics.Gains;
using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Streaming;

/// <summary>
/// How many people had each pair of whole scores before and after. Whole numbers: merging is exact in any order, and pass rates at any cut,
/// rank tests, Hake's gains and all paired statistics follow as from the people themselves.
/// </summary>
public sealed class PrePostCounts
{
    private const int LargestMax = 10_000;
    private readonly long[,] counts;

    /// <summary>An empty table.</summary>
    /// <param name="max">Largest possible score, 1 to 10,000.</param>
    public PrePostCounts(int max)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(max, LargestMax);
        counts = new long[max + 1, max + 1];
    }

    /// <summary>Largest possible score.</summary>
    public int Max => counts.GetLength(0) - 1;

    /// <summary>Number of pairs.</summary>
    public long N { get; private set; }

    /// <summary>Pairs with these scores.</summary>
    /// <param name="pre">Score before, 0 to the maximum.</param>
    /// <param name="post">Score after, 0 to the maximum.</param>
    public long this[int pre, int post] => counts[pre, post];

    /// <summary>The table of whole columns; null when a score is no whole number from 0 to the maximum.</summary>
    /// <param name="pre">Scores before.</param>
    /// <param name="post">Scores after, same length and order of people.</param>
    /// <param name="max">Largest possible score, 1 to 10,000.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static PrePostCounts? Of(ReadOnlySpan<double> pre, ReadOnlySpan<double> post, int max)
    {
        Require.SameLength(pre.Length, post.Length);
        var table = new PrePostCounts(max) { N = pre.Length };
        for (var i = 0; i < pre.Length; i++)
        {
            int before = (int)pre[i], after = (int)post[i];
            if (before != pre[i] || after != post[i] || (uint)before > (uint)max || (uint)after > (uint)max) return null;
            table.counts[before, after]++;
        }

        return table;
    }

    /// <summary>Takes in one pair.</summary>
    /// <param name="pre">Score before.</param>
    /// <param name="post">Score after.</param>
    /// <exception cref="ArgumentOutOfRangeException">A score is below 0 or above the maximum.</exception>
    public void Add(int pre, int post)
    {
        foreach (var score in (ReadOnlySpan<int>)[pre, post]) ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)score, (uint)Max, nameof(score));
        counts[pre, post]++;
        N++;
    }

    /// <summary>The table of two groups together; neither is changed.</summary>
    /// <param name="a">One group.</param>
    /// <param name="b">The other, of the same maximum.</param>
    /// <exception cref="ArgumentException">The maxima differ.</exception>
    public static PrePostCounts Merge(PrePostCounts a, PrePostCounts b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        Require.SameLength(a.Max, b.Max);
        var merged = new PrePostCounts(a.Max) { N = a.N + b.N };
        for (var pre = 0; pre <= a.Max; pre++)
        {
            for (var post = 0; post <= a.Max; post++) merged.counts[pre, post] = a.counts[pre, post] + b.counts[pre, post];
        }

        return merged;
    }

    /// <summary>Change of the pass rate at a cut score.</summary>
    /// <param name="cut">Scores at or above it pass.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    /// <exception cref="OverflowException">There are more than 2³¹ − 1 pairs.</exception>
    public McNemar At(int cut, double level = 0.95)
    {
        int Sum(bool before, bool after) => checked((int)Cells().Where(c => c.Pre >= cut == before && c.Post >= cut == after).Sum(c => c.Count));
        return McNemar.Of(Sum(true, true), Sum(true, false), Sum(false, true), Sum(false, false), level);
    }

    /// <summary>State of the pairs, from which paired gain and effect sizes follow; its sums are exact.</summary>
    /// <exception cref="OverflowException">There are more than 2³¹ − 1 pairs.</exception>
    public PairedMoments Moments() => PairedMoments.Of(Cells());

    /// <summary>How often each gain occurs.</summary>
    internal ValueCounts Gains()
    {
        var gains = new SortedDictionary<int, long>();
        foreach (var (pre, post, count) in Cells()) gains[post - pre] = gains.GetValueOrDefault(post - pre) + count;
        return new([.. gains.Keys.Select(gain => (double)gain)], [.. gains.Values]);
    }

    /// <summary>Cells that are not empty.</summary>
    internal IEnumerable<(int Pre, int Post, long Count)> Cells()
    {
        for (var pre = 0; pre <= Max; pre++)
        {
            for (var post = 0; post <= Max; post++)
            {
                if (counts[pre, post] > 0) yield return (pre, post, counts[pre, post]);
            }
        }
    }
}
