namespace Assessment.Statistics.Numerics;

/// <summary>
/// A mean held as an unevaluated sum of two doubles, so that values with a large common offset (10⁹ + small)
/// keep the digits of their deviations in one pass.
/// </summary>
/// <param name="High">The mean, rounded.</param>
/// <param name="Low">What the rounding left.</param>
internal readonly record struct CompensatedMean(double High, double Low)
{
    /// <summary>sum / n of whole numbers.</summary>
    public static CompensatedMean Of(Int128 sum, Int128 n)
    {
        var mean = Double128.From((double)sum) / Double128.From((double)n);
        return Normalized(mean.High, mean.Low);
    }

    /// <summary>x − mean, without first rounding the mean.</summary>
    public double Deviation(double x) => (x - High) - Low;

    /// <summary>mean of <paramref name="other"/> − this mean.</summary>
    public double Distance(CompensatedMean other) => (other.High - High) + (other.Low - Low);

    /// <summary>The mean moved by a step (Knuth's two-sum keeps the rounding error).</summary>
    public CompensatedMean Moved(double step)
    {
        var sum = High + step;
        var part = sum - High;
        var error = (High - (sum - part)) + (step - part);
        return Normalized(sum, Low + error);
    }

    private static CompensatedMean Normalized(double high, double low)
    {
        var sum = high + low;
        return new(sum, low - (sum - high));
    }
}
