namespace Assessment.Statistics.Numerics;

/// <summary>Sums and means whose error does not grow with the number of terms.</summary>
internal static class Sums
{
    /// <summary>Neumaier's compensated sum.</summary>
    public static double Sum(ReadOnlySpan<double> values) => Compensated(values).Value;

    /// <summary>The mean, rounded once from the doubled sum; NaN of nothing.</summary>
    public static double Mean(ReadOnlySpan<double> values) =>
        values.IsEmpty ? double.NaN : (Compensated(values) / Double128.From(values.Length)).Value;

    private static Double128 Compensated(ReadOnlySpan<double> values)
    {
        double sum = 0, lost = 0;
        foreach (var value in values)
        {
            var next = sum + value;
            lost += Math.Abs(sum) >= Math.Abs(value) ? (sum - next) + value : (value - next) + sum;
            sum = next;
        }

        return new Double128(sum, 0) + Double128.From(lost);
    }

    /// <summary>Largest distance of two values at one place; NaN where one is NaN.</summary>
    public static double LargestGap(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double largest = 0;
        for (var i = 0; i < a.Length; i++) largest = Math.Max(largest, Math.Abs(a[i] - b[i]));
        return largest;
    }

    /// <summary>Sum of squared deviations from the mean (two passes, corrected).</summary>
    public static double SquaredDeviations(ReadOnlySpan<double> values)
    {
        var mean = Mean(values);
        double squares = 0, rest = 0;
        foreach (var value in values)
        {
            var deviation = value - mean;
            squares += deviation * deviation;
            rest += deviation;
        }

        return Math.Max(0, squares - (rest * rest / values.Length));
    }

    /// <summary>Sample variance, divisor n − 1; NaN when n &lt; 2.</summary>
    public static double Variance(ReadOnlySpan<double> values) =>
        values.Length < 2 ? double.NaN : SquaredDeviations(values) / (values.Length - 1);

    /// <summary>Sample covariance, divisor n − 1; NaN when n &lt; 2. Both spans have the same length.</summary>
    public static double Covariance(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length < 2) return double.NaN;
        double meanX = Mean(x), meanY = Mean(y), sum = 0;
        for (var i = 0; i < x.Length; i++) sum += (x[i] - meanX) * (y[i] - meanY);
        return sum / (x.Length - 1);
    }

    /// <summary>Pearson correlation; null with fewer than two pairs or when either side does not vary.</summary>
    public static double? Correlation(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length < 2) return null;
        var product = Math.Sqrt(Variance(x)) * Math.Sqrt(Variance(y));
        return product > 0 ? Math.Clamp(Covariance(x, y) / product, -1, 1) : null;
    }
}
