using System.Globalization;

namespace Assessment.Statistics.Cases;

/// <summary>Columns as factors: numbers in the order of their size, texts in ordinal order.</summary>
internal static class CaseFactor
{
    /// <summary>Levels and, for every cell, which it is.</summary>
    public static (string[] Levels, int[] Codes) Of(string column, string[] cells)
    {
        string[] keys = [.. cells.Select(Key)];
        var distinct = keys.Distinct(StringComparer.Ordinal);
        string[] levels = keys.All(IsNumber)
            ? [.. distinct.OrderBy(key => double.Parse(key, NumberStyles.Float, CultureInfo.InvariantCulture))]
            : [.. cells.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (levels.Length < 2) throw new CaseRefusedException("ill-conditioned", $"Factor '{column}' has only the level '{levels[0]}'.");
        string[] found = keys.All(IsNumber) ? keys : cells;
        var codes = levels.Select((level, code) => (level, code)).ToDictionary(pair => pair.level, pair => pair.code, StringComparer.Ordinal);
        return (levels, [.. found.Select(key => codes[key])]);
    }

    /// <summary>A number as a number: 1 and 1.0 are one level, as in R.</summary>
    public static string Key(string cell) => IsNumber(cell) ? double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture) : cell;

    public static bool IsNumber(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
