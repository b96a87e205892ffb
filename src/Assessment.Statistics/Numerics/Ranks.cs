namespace Assessment.Statistics.Numerics;

/// <summary>Ranks and order statistics of sums, without building the sums.</summary>
internal static class Ranks
{
    /// <summary>Average ranks from 1 and Σ(t³ − t) over groups of t ties.</summary>
    public static (double[] Ranks, double Ties) Of(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        var order = Enumerable.Range(0, sorted.Length).ToArray();
        Array.Sort(sorted, order);
        var ranks = new double[sorted.Length];
        double ties = 0;
        for (int from = 0, to; from < sorted.Length; from = to)
        {
            for (to = from + 1; to < sorted.Length && sorted[to] == sorted[from];) to++;
            double t = to - from;
            ties += (t * t * t) - t;
            for (var i = from; i < to; i++) ranks[order[i]] = (from + to + 1) / 2.0;
        }

        return (ranks, ties);
    }

    /// <summary>The k-th smallest (from 1) of all (aᵢ + aⱼ)/2 with i ≤ j.</summary>
    public static double WalshAverage(ValueCounts a, long k) => Smallest(k, x =>
    {
        long count = 0;
        for (int i = 0, j = a.Values.Length - 1; i <= j; i++)
        {
            while (j >= i && (a.Values[i] + a.Values[j]) / 2 > x) j--;
            if (j >= i) count += (a.Counts[i] * (a.UpTo[j] - a.UpTo[i])) + (a.Counts[i] * (a.Counts[i] + 1) / 2);
        }

        return count;
    });

    /// <summary>The k-th smallest (from 1) of all aᵢ − bⱼ; both ascend.</summary>
    public static double Difference(double[] a, double[] b, long k) => Smallest(k, x =>
    {
        long count = 0;
        for (int i = 0, j = 0; i < a.Length; i++)
        {
            while (j < b.Length && a[i] - b[j] > x) j++;
            count += b.Length - j;
        }

        return count;
    });

    /// <summary>Median of n values whose k-th smallest is known.</summary>
    public static double Median(long n, Func<long, double> smallest) =>
        n % 2 == 1 ? smallest((n + 1) / 2) : (smallest(n / 2) + smallest((n / 2) + 1)) / 2;

    // Bisection over the doubles themselves: rounding is monotone, so the smallest double that k values do not exceed is the k-th value.
    private static double Smallest(long k, Func<double, long> countUpTo)
    {
        long low = Key(double.MinValue), high = Key(double.MaxValue);
        while (low < high)
        {
            var middle = low + (long)(unchecked((ulong)(high - low)) / 2);
            if (countUpTo(Number(middle)) >= k) high = middle; else low = middle + 1;
        }

        return Number(low);
    }

    // An order-preserving numbering of the doubles.
    private static long Key(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        return bits >= 0 ? bits : long.MinValue - bits;
    }

    private static double Number(long key) => BitConverter.Int64BitsToDouble(key >= 0 ? key : long.MinValue - key);
}
