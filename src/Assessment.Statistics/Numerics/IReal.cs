namespace Assessment.Statistics.Numerics;

/// <summary>What an algorithm needs of a number, so that it is written once for ordinary and for doubled precision.</summary>
/// <typeparam name="T">The number itself.</typeparam>
internal interface IReal<T>
    where T : struct, IReal<T>
{
    /// <summary>Rounded to a double.</summary>
    double Value { get; }

    static abstract T From(double value);

    static abstract T Sqrt(T a);

    static abstract T operator +(T a, T b);

    static abstract T operator -(T a, T b);

    static abstract T operator *(T a, T b);

    static abstract T operator /(T a, T b);
}
