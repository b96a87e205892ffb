using System.Runtime.InteropServices;

namespace Assessment.Statistics.Numerics;

/// <summary>
/// Distinct values, ascending, and how often each occurs. Test scores take few values, so that ranks, quantiles and Walsh averages of
/// 200,000 people come from a short table.
/// </summary>
internal sealed class ValueCounts
{
    /// <summary>With more distinct values sorting is faster than looking each up.</summary>
    private const int MostLookedUp = 1024;

    /// <summary>Whole numbers nearer to 0 than this are counted in an array.</summary>
    private const int MostCounted = 4096;

    /// <summary>A table over ascending values with positive counts; nothing is copied.</summary>
    public ValueCounts(double[] values, long[] counts)
    {
        (Values, Counts, UpTo) = (values, counts, new long[counts.Length]);
        for (var i = 0; i < counts.Length; i++) UpTo[i] = N += counts[i];
    }

    public double[] Values { get; }

    public long[] Counts { get; }

    /// <summary>How many are at or below each value.</summary>
    public long[] UpTo { get; }

    public long N { get; }

    public static ValueCounts Of(ReadOnlySpan<double> values)
    {
        if (Counted(values) is { } whole) return whole;
        var counts = new Dictionary<double, long>();
        foreach (var value in values)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, value, out _)++;
            if (counts.Count > MostLookedUp) return Sorted(values);
        }

        var distinct = counts.Keys.Order().ToArray();
        return new(distinct, [.. distinct.Select(value => counts[value])]);
    }

    /// <summary>The value at a place of the ascending row of all, from 0.</summary>
    public double At(long place)
    {
        var found = Array.BinarySearch(UpTo, place + 1);
        return Values[found >= 0 ? found : ~found];
    }

    /// <summary>Without a value.</summary>
    public ValueCounts Except(double value)
    {
        var kept = Enumerable.Range(0, Values.Length).Where(i => Values[i] != value).ToArray();
        return new([.. kept.Select(i => Values[i])], [.. kept.Select(i => Counts[i])]);
    }

    /// <summary>The mean, rounded once; NaN of nothing.</summary>
    public double Mean()
    {
        if (N == 0) return double.NaN;
        var sum = Double128.From(0);
        for (var i = 0; i < Values.Length; i++) sum += Double128.From(Values[i]) * Double128.From(Counts[i]);
        return (sum / Double128.From(N)).Value;
    }

    /// <summary>Sample variance, divisor n − 1; NaN when n &lt; 2.</summary>
    public double Variance()
    {
        if (N < 2) return double.NaN;
        double mean = Mean(), squares = 0, rest = 0;
        for (var i = 0; i < Values.Length; i++)
        {
            var deviation = Values[i] - mean;
            squares += Counts[i] * deviation * deviation;
            rest += Counts[i] * deviation;
        }

        return Math.Max(0, squares - (rest * rest / N)) / (N - 1);
    }

    /// <summary>Mean of a power of the deviations, divisor n.</summary>
    public double CentralMoment(int power)
    {
        double mean = Mean(), sum = 0;
        for (var i = 0; i < Values.Length; i++)
        {
            var (deviation, square) = (Values[i] - mean, (Values[i] - mean) * (Values[i] - mean));
            sum += Counts[i] * power switch { 2 => square, 3 => square * deviation, _ => square * square };
        }

        return sum / N;
    }

    private static ValueCounts? Counted(ReadOnlySpan<double> values)
    {
        var counts = new long[2 * MostCounted];
        foreach (var value in values)
        {
            // Conversion of anything beyond an int saturates, so that it is not equal or not near.
            var whole = (int)value;
            if (whole != value || (uint)(whole + MostCounted) >= (uint)counts.Length) return null;
            counts[whole + MostCounted]++;
        }

        var found = Enumerable.Range(0, counts.Length).Where(i => counts[i] > 0).ToArray();
        return new([.. found.Select(i => (double)(i - MostCounted))], [.. found.Select(i => counts[i])]);
    }

    private static ValueCounts Sorted(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        List<double> distinct = [];
        List<long> counts = [];
        foreach (var value in sorted)
        {
            if (distinct.Count > 0 && distinct[^1] == value)
            {
                counts[^1]++;
                continue;
            }

            distinct.Add(value);
            counts.Add(1);
        }

        return new([.. distinct], [.. counts]);
    }
}
