namespace Assessment.Statistics.Numerics;

/// <summary>
/// An unevaluated sum of two doubles, some 32 decimal digits (Dekker 1971; Hida, Li and Bailey 2001), for the few
/// computations whose conditioning eats half of a double.
/// </summary>
internal readonly record struct Double128(double High, double Low) : IReal<Double128>
{
    public double Value => High + Low;

    public static Double128 From(double value) => new(value, 0);

    public static Double128 Sqrt(Double128 a)
    {
        if (a.High <= 0) return default;
        var root = From(Math.Sqrt(a.High));
        return (root + (a / root)) * From(0.5);
    }

    public static Double128 operator +(Double128 a, Double128 b)
    {
        var (high, low) = TwoSum(a.High, b.High);
        var (middle, rest) = TwoSum(a.Low, b.Low);
        (high, low) = FastTwoSum(high, low + middle);
        return Of(FastTwoSum(high, low + rest));
    }

    public static Double128 operator -(Double128 a, Double128 b) => a + new Double128(-b.High, -b.Low);

    public static Double128 operator *(Double128 a, Double128 b)
    {
        var high = a.High * b.High;
        var low = Math.FusedMultiplyAdd(a.High, b.High, -high) + ((a.High * b.Low) + (a.Low * b.High));
        return Of(FastTwoSum(high, low));
    }

    public static Double128 operator /(Double128 a, Double128 b)
    {
        var first = a.High / b.High;
        var rest = a - (b * From(first));
        var second = rest.High / b.High;
        rest -= b * From(second);
        return Of(FastTwoSum(first, second)) + From(rest.High / b.High);
    }

    private static Double128 Of((double High, double Low) parts) => new(parts.High, parts.Low);

    private static (double Sum, double Error) TwoSum(double a, double b)
    {
        var sum = a + b;
        var part = sum - a;
        return (sum, (a - (sum - part)) + (b - part));
    }

    private static (double Sum, double Error) FastTwoSum(double a, double b)
    {
        var sum = a + b;
        return (sum, b - (sum - a));
    }
}
