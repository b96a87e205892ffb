using M = System.Math;

namespace Assessment.Interchange.Qti;

/// <summary>Named functions of numbers (QTI 2.2 information model, mathOperator and statsOperator).</summary>
internal static class QtiFunctions
{
    private static readonly Dictionary<string, Func<double, double>> OfOne = new()
    {
        ["sin"] = M.Sin, ["cos"] = M.Cos, ["tan"] = M.Tan,
        ["sec"] = x => 1 / M.Cos(x), ["csc"] = x => 1 / M.Sin(x), ["cot"] = x => 1 / M.Tan(x),
        ["asin"] = M.Asin, ["acos"] = M.Acos, ["atan"] = M.Atan,
        ["asec"] = x => M.Acos(1 / x), ["acsc"] = x => M.Asin(1 / x), ["acot"] = x => M.Atan(1 / x),
        ["sinh"] = M.Sinh, ["cosh"] = M.Cosh, ["tanh"] = M.Tanh,
        ["sech"] = x => 1 / M.Cosh(x), ["csch"] = x => 1 / M.Sinh(x), ["coth"] = x => 1 / M.Tanh(x),
        ["log"] = M.Log10, ["ln"] = M.Log, ["exp"] = M.Exp, ["abs"] = M.Abs,
        ["signum"] = x => M.Sign(x), ["floor"] = M.Floor, ["ceil"] = M.Ceiling,
        ["toDegrees"] = x => x * 180 / M.PI, ["toRadians"] = x => x * M.PI / 180,
    };

    public static QtiValue Math(QtiCall call)
    {
        var name = call.Source.Attribute("name") ?? "";
        if (name == "atan2" && call.Values.Count == 2)
        {
            return call.Number(0) is { } y && call.Number(1) is { } x ? QtiValue.Of(M.Atan2(y, x)) : QtiValue.Null;
        }

        return OfOne.TryGetValue(name, out var function) && call.Values.Count == 1
            ? call.Number(0) is { } number ? QtiValue.Of(function(number)) : QtiValue.Null
            : call.Fault($"There is no function {name} of {call.Values.Count} numbers.");
    }

    /// <summary>Mean, variance or standard deviation of a container; NULL when a sample of one has no variance.</summary>
    public static QtiValue Statistics(QtiCall call)
    {
        if (call.Numbers() is not { } numbers)
        {
            return QtiValue.Null;
        }

        var mean = numbers.Average();
        var squares = numbers.Sum(number => (number - mean) * (number - mean));
        return call.Source.Attribute("name") switch
        {
            "mean" => QtiValue.Of(mean),
            "popVariance" => QtiValue.Of(squares / numbers.Count),
            "popSD" => QtiValue.Of(M.Sqrt(squares / numbers.Count)),
            "sampleVariance" => QtiValue.Of(squares / (numbers.Count - 1)),
            "sampleSD" => QtiValue.Of(M.Sqrt(squares / (numbers.Count - 1))),
            var name => call.Fault($"There is no statistic {name}."),
        };
    }
}
