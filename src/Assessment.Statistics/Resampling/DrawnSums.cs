using System.Runtime.Intrinsics;
using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Resampling;

/// <summary>
/// Mean gain, d_z and class gain of resamples from sums. Each number is split into a multiple of a power of two so coarse that sums of n of
/// them are exact, and a rest; so equal resamples have equal sums in every order, and leaving one out is an exact subtraction.
/// </summary>
internal sealed class DrawnSums : DrawnStatistic
{
    private const int SignificantBits = 52;
    private const double LeastUnit = 1e-280, LeastShareLeft = 1e-3;
    private readonly Vector256<double>[] parts;
    private readonly PairedStatistic statistic;
    private readonly double center;
    private readonly double max;

    private DrawnSums(Vector256<double>[] parts, PairedStatistic statistic, double center, double max) =>
        (this.parts, this.statistic, this.center, this.max) = (parts, statistic, center, max);

    /// <summary>Null when the numbers are too large or too small to be split.</summary>
    public static DrawnSums? Of(double[] gains, double[] pre, PairedStatistic statistic, double max)
    {
        var center = Sums.Mean(gains);
        var other = statistic switch
        {
            PairedStatistic.ClassGain => pre,
            PairedStatistic.CohensDz => [.. gains.Select(gain => (gain - center) * (gain - center))],
            _ => new double[gains.Length],
        };
        if (Unit(gains) is not { } first || Unit(other) is not { } second) return null;
        var parts = new Vector256<double>[gains.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            double gain = Math.Round(gains[i] / first) * first, rest = Math.Round(other[i] / second) * second;
            parts[i] = Vector256.Create(gain, gains[i] - gain, rest, other[i] - rest);
        }

        return new(parts, statistic, center, max);
    }

    public override double? Whole() => Value(Total(), parts.Length);

    public override double? Of(SplitMix64 generator)
    {
        var (sum, other) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (var i = parts.Length; i > 0; i -= 2)
        {
            var (first, second) = generator.Below(parts.Length);
            sum += parts[first];
            if (i > 1) other += parts[second];
        }

        return Value(sum + other, parts.Length);
    }

    public override double?[] LeaveOneOut()
    {
        var total = Total();
        return Array.ConvertAll(parts, part => Value(total - part, parts.Length - 1));
    }

    private Vector256<double> Total()
    {
        var sum = Vector256<double>.Zero;
        foreach (var part in parts) sum += part;
        return sum;
    }

    private double? Value(Vector256<double> sum, int n)
    {
        var mean = Mean(sum[0], sum[1], n);
        return statistic switch
        {
            PairedStatistic.MeanGain => mean,
            PairedStatistic.ClassGain => mean / (max - Mean(sum[2], sum[3], n)),
            _ => Standardized(mean, sum[2] + sum[3], n),
        };
    }

    private static double Mean(double high, double low, int n) => ((new Double128(high, 0) + Double128.From(low)) / Double128.From(n)).Value;

    // Deviations are from the mean of the data. Where a resample lies so far off that little would be left of its squares, or does not vary,
    // the difference would be rounding.
    private double? Standardized(double mean, double squares, int n)
    {
        var left = squares - (n * (mean - center) * (mean - center));
        return n > 1 && left > LeastShareLeft * squares ? mean / Math.Sqrt(left / (n - 1)) : null;
    }

    private static double? Unit(double[] values)
    {
        var bound = values.Length * values.Max(Math.Abs);
        if (bound == 0) return 1;
        if (!double.IsFinite(bound)) return null;
        var unit = Math.ScaleB(1, Math.ILogB(bound) + 1 - SignificantBits);
        return unit >= LeastUnit ? unit : null;
    }
}
