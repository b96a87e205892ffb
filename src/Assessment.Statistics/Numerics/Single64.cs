namespace Assessment.Statistics.Numerics;

/// <summary>An ordinary double.</summary>
internal readonly record struct Single64(double Value) : IReal<Single64>
{
    public static Single64 From(double value) => new(value);

    public static Single64 Sqrt(Single64 a) => new(Math.Sqrt(a.Value));

    public static Single64 operator +(Single64 a, Single64 b) => new(a.Value + b.Value);

    public static Single64 operator -(Single64 a, Single64 b) => new(a.Value - b.Value);

    public static Single64 operator *(Single64 a, Single64 b) => new(a.Value * b.Value);

    public static Single64 operator /(Single64 a, Single64 b) => new(a.Value / b.Value);
}
