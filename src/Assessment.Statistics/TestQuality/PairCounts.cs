using System.Numerics;
using System.Runtime.InteropServices;

namespace Assessment.Statistics.TestQuality;

/// <summary>
/// How many people were right on both of two items, for all pairs: of items scored 0/1 every classical statistic follows from it.
/// Answers are packed 64 people a word, so that a pair costs one AND and one count of bits a word.
/// </summary>
internal sealed class PairCounts
{
    private const int Bits = 64;
    private readonly long[,] both;

    private PairCounts(int persons, long[,] both) => (Persons, this.both) = (persons, both);

    public int Persons { get; }

    public int Items => both.GetLength(0);

    /// <summary>People right on both; on the diagonal, on the item.</summary>
    public long this[int first, int second] => both[first, second];

    /// <summary>Null when a score is neither 0 nor 1.</summary>
    public static PairCounts? Of(ScoreMatrix scores)
    {
        if (Packed(scores) is not { } packed) return null;
        var both = new long[scores.Items, scores.Items];
        for (var i = 0; i < scores.Items; i++)
        {
            for (var j = 0; j <= i; j++) both[i, j] = both[j, i] = Common(packed[i], packed[j]);
        }

        return new(scores.Persons, both);
    }

    /// <summary>Σ over the pairs of two sets of items, in whole numbers.</summary>
    public long Sum(Func<int, bool> first, Func<int, bool> second)
    {
        long sum = 0;
        for (var i = 0; i < Items; i++)
        {
            if (!first(i)) continue;
            for (var j = 0; j < Items; j++) sum += second(j) ? both[i, j] : 0;
        }

        return sum;
    }

    /// <summary>Covariance (n − 1) of two items; NaN when n &lt; 2.</summary>
    public double Covariance(int i, int j) => ItemMoments.Covariance(Persons, both[i, j], both[i, i], both[j, j]);

    public ItemMoments Moments()
    {
        var (right, with) = (new long[Items], new long[Items]);
        for (var i = 0; i < Items; i++)
        {
            right[i] = both[i, i];
            for (var j = 0; j < Items; j++) with[i] += both[i, j];
        }

        return ItemMoments.Of(Persons, right, with, right.Sum(), with.Sum());
    }

    private static ulong[][]? Packed(ScoreMatrix scores)
    {
        var packed = new ulong[scores.Items][];
        for (var item = 0; item < packed.Length; item++) packed[item] = new ulong[(scores.Persons + Bits - 1) / Bits];
        var word = new ulong[scores.Items];
        for (var start = 0; start < scores.Persons; start += Bits)
        {
            Array.Clear(word);
            for (var person = start; person < Math.Min(start + Bits, scores.Persons); person++)
            {
                if (!Take(word, scores.Row(person), person - start)) return null;
            }

            for (var item = 0; item < word.Length; item++) packed[item][start / Bits] = word[item];
        }

        return packed;
    }

    // A vector of items at a time: those that are 1 set the person's bit in their words.
    private static bool Take(ulong[] word, ReadOnlySpan<double> row, int bit)
    {
        var scores = MemoryMarshal.Cast<double, Vector<double>>(row);
        var words = MemoryMarshal.Cast<ulong, Vector<ulong>>(word.AsSpan());
        var (one, person) = (Vector<double>.One, new Vector<ulong>(1UL << bit));
        for (var i = 0; i < scores.Length && i < words.Length; i++)
        {
            if (!Vector.EqualsAll(scores[i] * scores[i], scores[i])) return false;
            words[i] |= Vector.AsVectorUInt64(Vector.Equals(scores[i], one)) & person;
        }

        for (var item = scores.Length * Vector<double>.Count; item < row.Length; item++)
        {
            if (row[item] is not (0 or 1)) return false;
            word[item] |= (ulong)row[item] << bit;
        }

        return true;
    }

    private static long Common(ulong[] a, ulong[] b)
    {
        long sum = 0;
        for (var i = 0; i < a.Length && i < b.Length; i++) sum += BitOperations.PopCount(a[i] & b[i]);
        return sum;
    }
}
