using System.Globalization;
using System.Text;

namespace Assessment.Reporting.MachineCopy;

/// <summary>
/// CSV of RFC 4180 in UTF-8: CRLF, quotes only where needed. A text that a spreadsheet would run as a formula gets an
/// apostrophe in front; numbers are written by us and need none.
/// </summary>
internal sealed class CsvText
{
    private const string FormulaStarts = "=+-@\t\r";

    private readonly StringBuilder text = new();

    public void Line(params IReadOnlyList<string> fields) => text.AppendJoin(',', fields.Select(Field)).Append("\r\n");

    /// <summary>Shortest text that reads back as the same number; empty for none.</summary>
    public static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    public override string ToString() => text.ToString();

    private static string Field(string field)
    {
        var safe = field.Length > 0 && FormulaStarts.Contains(field[0], StringComparison.Ordinal) && !IsNumber(field) ? "'" + field : field;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static bool IsNumber(string field) => double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
