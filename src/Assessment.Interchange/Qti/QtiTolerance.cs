using System.Globalization;

namespace Assessment.Interchange.Qti;

/// <summary>Equality of numbers within a tolerance or after rounding (QTI 2.2 information model, equal, equalRounded, roundTo).</summary>
internal static class QtiTolerance
{
    /// <summary>Whether the second number lies around the first: exactly, or from x − t₀ to x + t₁ (absolute), or ± percent of x (relative).</summary>
    public static QtiValue Equal(QtiCall call)
    {
        if (call.Number(0) is not { } x || call.Number(1) is not { } y)
        {
            return QtiValue.Null;
        }

        var mode = call.Source.Attribute("tolerancemode") ?? "exact";
        if (mode == "exact")
        {
            return QtiValue.Of(x == y);
        }

        var tolerances = QtiTypes.Words(call.Source.Attribute("tolerance") ?? "").Select(call.NumberOf).OfType<double>().ToList();
        if (tolerances.Count is 0 or > 2 || mode is not ("absolute" or "relative"))
        {
            return call.Fault("The tolerance mode is exact, absolute or relative; the latter two need one or two tolerances.");
        }

        var (below, above) = mode == "absolute"
            ? (x - tolerances[0], x + tolerances[^1])
            : (x - Math.Abs(x) * tolerances[0] / 100, x + Math.Abs(x) * tolerances[^1] / 100);
        return QtiValue.Of(
            (call.Source.Truth("includelowerbound", otherwise: true) ? y >= below : y > below)
            && (call.Source.Truth("includeupperbound", otherwise: true) ? y <= above : y < above));
    }

    public static QtiValue EqualRounded(QtiCall call) =>
        call.Number(0) is { } x && call.Number(1) is { } y && Rounding(call) is { } round ? QtiValue.Of(round(x) == round(y)) : QtiValue.Null;

    public static QtiValue RoundTo(QtiCall call) =>
        call.Number(0) is { } x && Rounding(call) is { } round ? QtiValue.Of(round(x)) : QtiValue.Null;

    private static Func<double, double>? Rounding(QtiCall call)
    {
        var (mode, figures) = (call.Source.Attribute("roundingmode") ?? "significantFigures", call.NumberAttribute("figures"));
        if (figures is >= 0 and <= 15 && (mode == "decimalPlaces" || (mode == "significantFigures" && figures >= 1)))
        {
            return x => mode == "decimalPlaces" ? Places(x, (int)figures) : Significant(x, (int)figures);
        }

        call.Fault("The rounding mode is significantFigures (1 to 15) or decimalPlaces (0 to 15).");
        return null;
    }

    /// <summary>By the digits that are written: 2.675 becomes 2.68 although its binary value is a little less.</summary>
    private static double Places(double x, int places) =>
        Math.Abs(x) < 1e12 ? (double)Math.Round((decimal)x, places, MidpointRounding.AwayFromZero) : x;

    /// <summary>The digits before the exponent are below 10, so they round as decimals; the exponent is put back in text.</summary>
    private static double Significant(double x, int figures)
    {
        var parts = x.ToString("E15", CultureInfo.InvariantCulture).Split('E');
        var digits = Math.Round(decimal.Parse(parts[0], CultureInfo.InvariantCulture), figures - 1, MidpointRounding.AwayFromZero);
        return double.Parse($"{digits.ToString(CultureInfo.InvariantCulture)}E{parts[1]}", CultureInfo.InvariantCulture);
    }
}
