using System.Numerics;

namespace Assessment.Interchange.Qti;

/// <summary>
/// Expressions that compute numbers (QTI 2.2 information model, operators). A NULL part makes the result NULL, as does a result
/// outside the numbers: division by 0, the root of a negative.
/// </summary>
internal static class QtiNumbers
{
    public static IReadOnlyDictionary<string, QtiOperator> All { get; } = new Dictionary<string, QtiOperator>
    {
        ["sum"] = OfAll(numbers => numbers.Sum()),
        ["product"] = OfAll(numbers => numbers.Aggregate(1.0, (product, number) => product * number)),
        ["max"] = OfAll(numbers => numbers.Max()),
        ["min"] = OfAll(numbers => numbers.Min()),
        ["gcd"] = OfAll(numbers => Whole(numbers, BigInteger.GreatestCommonDivisor)),
        ["lcm"] = OfAll(numbers => Whole(numbers, LeastCommonMultiple)),
        ["subtract"] = OfTwo((a, b) => a - b),
        ["divide"] = OfTwo((a, b) => a / b),
        ["power"] = OfTwo(Math.Pow),
        ["integerdivide"] = OfTwo((a, b) => Math.Floor(a / b)),
        ["integermodulus"] = OfTwo((a, b) => a - b * Math.Floor(a / b)),
        ["truncate"] = OfOne(Math.Truncate),
        ["round"] = OfOne(x => Math.Floor(x + 0.5)),
        ["roundto"] = QtiOperator.One(QtiTolerance.RoundTo),
        ["integertofloat"] = QtiOperator.One(call => call.Values[0]),
        ["mathoperator"] = new(1, 2, QtiFunctions.Math),
        ["statsoperator"] = QtiOperator.One(QtiFunctions.Statistics),
    };

    private static QtiOperator OfAll(Func<IReadOnlyList<double>, double> compute) => QtiOperator.Many(call =>
        call.Numbers() is { } numbers ? QtiValue.Of(compute(numbers)) : QtiValue.Null);

    private static QtiOperator OfTwo(Func<double, double, double> compute) => QtiOperator.Two(call =>
        call.Number(0) is { } a && call.Number(1) is { } b ? QtiValue.Of(compute(a, b)) : QtiValue.Null);

    private static QtiOperator OfOne(Func<double, double> compute) => QtiOperator.One(call =>
        call.Number(0) is { } x ? QtiValue.Of(compute(x)) : QtiValue.Null);

    /// <summary>Of whole numbers; others have no divisor, so the result is none.</summary>
    private static double Whole(IReadOnlyList<double> numbers, Func<BigInteger, BigInteger, BigInteger> compute) =>
        numbers.All(number => Math.Floor(number) == number)
            ? (double)numbers.Select(number => BigInteger.Abs(new BigInteger(number))).Aggregate(compute)
            : double.NaN;

    private static BigInteger LeastCommonMultiple(BigInteger a, BigInteger b) =>
        a.IsZero || b.IsZero ? BigInteger.Zero : a / BigInteger.GreatestCommonDivisor(a, b) * b;
}
