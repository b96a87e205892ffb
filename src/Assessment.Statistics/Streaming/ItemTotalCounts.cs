using System.Numerics;
using System.Runtime.InteropServices;
using Assessment.Statistics.TestQuality;

namespace Assessment.Statistics.Streaming;

/// <summary>
/// How many people of a group with a total score were right on an item. Items scored 0/1 need no more for item analysis, KR-20 and
/// Mantel–Haenszel DIF. Whole numbers: merging is exact in any order, and the raw answers never leave the agency.
/// </summary>
public sealed class ItemTotalCounts
{
    private readonly long[] people;
    private readonly long[] right;

    /// <summary>An empty state.</summary>
    /// <param name="items">Number of items, at least 1.</param>
    /// <param name="groups">Number of groups told apart, at least 1.</param>
    public ItemTotalCounts(int items, int groups = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        (Items, Groups) = (items, groups);
        people = new long[groups * (items + 1)];
        right = new long[people.Length * items];
    }

    /// <summary>Number of items.</summary>
    public int Items { get; }

    /// <summary>Number of groups.</summary>
    public int Groups { get; }

    /// <summary>Number of people taken in.</summary>
    public long N => people.Sum();

    /// <summary>People of a group with a total score.</summary>
    /// <param name="group">From 0.</param>
    /// <param name="total">0 to the number of items.</param>
    public long People(int group, int total) => people[Cell(group, total)];

    /// <summary>Those of them who were right on an item.</summary>
    /// <param name="group">From 0.</param>
    /// <param name="total">0 to the number of items.</param>
    /// <param name="item">From 0.</param>
    public long Right(int group, int total, int item)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)item, (uint)Items, nameof(item));
        return right[(Cell(group, total) * Items) + item];
    }

    /// <summary>Takes in the complete answers of one person.</summary>
    /// <param name="answers">1 right, 0 wrong, one an item.</param>
    /// <param name="group">Group of the person, from 0.</param>
    /// <exception cref="ArgumentException">The number of answers is not the number of items, or one is neither 0 nor 1.</exception>
    public void Add(ReadOnlySpan<byte> answers, int group = 0)
    {
        Require.SameLength(Items, answers.Length);
        var total = 0;
        foreach (var answer in answers)
        {
            if (answer > 1) throw new ArgumentException("Answers are 0 or 1.");
            total += answer;
        }

        var cell = Cell(group, total);
        people[cell]++;
        for (var item = 0; item < answers.Length; item++) right[(cell * Items) + item] += answers[item];
    }

    /// <summary>The state of two chunks of people together; neither is changed.</summary>
    /// <param name="a">One chunk.</param>
    /// <param name="b">Another, of the same items and groups.</param>
    /// <exception cref="ArgumentException">Items or groups differ in number.</exception>
    public static ItemTotalCounts Merge(ItemTotalCounts a, ItemTotalCounts b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        Require.SameLength(a.Items, b.Items);
        Require.SameLength(a.Groups, b.Groups);
        var merged = new ItemTotalCounts(a.Items, a.Groups);
        for (var i = 0; i < merged.people.Length; i++) merged.people[i] = a.people[i] + b.people[i];
        for (var i = 0; i < merged.right.Length; i++) merged.right[i] = a.right[i] + b.right[i];
        return merged;
    }

    /// <summary>Cronbach's alpha, which for items scored 0/1 is Kuder–Richardson 20, with the interval of Feldt (1965).</summary>
    /// <param name="level">Confidence level in (0, 1).</param>
    /// <exception cref="OverflowException">There are more than 2³¹ − 1 people.</exception>
    public Estimation Alpha(double level = 0.95)
    {
        Require.Level(level);
        var moments = Moments();
        return ItemMoments.AlphaWithInterval(ItemMoments.Alpha(Items, moments.Variances.Sum(), moments.VarianceTotal), moments.N, Items, level);
    }

    /// <summary>People with each total score, groups together.</summary>
    internal long[] PeopleByTotal()
    {
        var sums = new long[Items + 1];
        for (var i = 0; i < people.Length; i++) sums[i % sums.Length] += people[i];
        return sums;
    }

    /// <summary>Right answers per item of the people whose total lies in a range, groups together.</summary>
    internal long[] RightBetween(int lowest, int highest)
    {
        var sums = new long[Items];
        for (var group = 0; group < Groups; group++)
        {
            for (var total = lowest; total <= highest; total++)
            {
                for (var item = 0; item < Items; item++) sums[item] += right[(Cell(group, total) * Items) + item];
            }
        }

        return sums;
    }

    internal ItemMoments Moments()
    {
        var byTotal = PeopleByTotal();
        var (sums, with) = (new long[Items], new long[Items]);
        Int128 total = 0, squares = 0;
        for (var t = 0; t <= Items; t++)
        {
            total += (Int128)t * byTotal[t];
            squares += (Int128)t * t * byTotal[t];
            var rights = RightBetween(t, t);
            for (var item = 0; item < Items; item++) (sums[item], with[item]) = (sums[item] + rights[item], with[item] + (t * rights[item]));
        }

        return ItemMoments.Of(checked((int)N), sums, with, total, squares);
    }

    /// <summary>The state of a whole matrix; null when a score is neither 0 nor 1.</summary>
    internal static ItemTotalCounts? Of(ScoreMatrix scores, bool[]? focal = null)
    {
        var counts = new ItemTotalCounts(scores.Items, focal is null ? 1 : 2);
        var sums = new double[counts.right.Length];
        for (var person = 0; person < scores.Persons; person++)
        {
            var row = scores.Row(person);
            if (Total(row) is not { } total) return null;
            var cell = counts.Cell(focal is not null && focal[person] ? 1 : 0, total);
            counts.people[cell]++;
            Add(sums.AsSpan(cell * scores.Items, scores.Items), row);
        }

        // Sums of zeros and ones are exact in doubles up to 2^53.
        for (var i = 0; i < sums.Length; i++) counts.right[i] = (long)sums[i];
        return counts;
    }

    private static int? Total(ReadOnlySpan<double> row)
    {
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(row);
        var sum = Vector<double>.Zero;
        foreach (var v in vectors)
        {
            if (!Vector.EqualsAll(v * v, v)) return null;
            sum += v;
        }

        var total = Vector.Sum(sum);
        foreach (var v in row[(vectors.Length * Vector<double>.Count)..])
        {
            if (v is not (0 or 1)) return null;
            total += v;
        }

        return (int)total;
    }

    private static void Add(Span<double> sums, ReadOnlySpan<double> row)
    {
        var to = MemoryMarshal.Cast<double, Vector<double>>(sums);
        var from = MemoryMarshal.Cast<double, Vector<double>>(row);
        for (var i = 0; i < to.Length; i++) to[i] += from[i];
        for (var i = to.Length * Vector<double>.Count; i < sums.Length; i++) sums[i] += row[i];
    }

    private int Cell(int group, int total)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)group, (uint)Groups, nameof(group));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)total, (uint)Items, nameof(total));
        return (group * (Items + 1)) + total;
    }
}
