using System.Globalization;

namespace Assessment.Statistics.Cases;

/// <summary>
/// A table of text cells as read from a CSV file: comma, header, UTF-8, an empty field or NA is a missing value.
/// Empty lines are skipped. Fields may be quoted with doubled quotes inside; a quoted field may not hold a line break.
/// </summary>
public sealed class CaseTable
{
    /// <summary>Largest number that is computed with: its fourth powers and the sums of them stay finite.</summary>
    internal const double Largest = 1e50;

    private readonly string[] names;
    private readonly List<string[]> rows;

    private CaseTable(string[] names, List<string[]> rows)
    {
        this.names = names;
        this.rows = rows;
    }

    /// <summary>Column names in file order.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Number of rows below the header.</summary>
    public int Count => rows.Count;

    /// <summary>Reads a table.</summary>
    /// <param name="reader">Text with a header line.</param>
    /// <exception cref="FormatException">No header, a repeated column, or a row with another number of fields; it names the row.</exception>
    public static CaseTable Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var header = reader.ReadLine();
        if (string.IsNullOrWhiteSpace(header)) throw new FormatException("The data have no header line.");
        var names = Fields(header.TrimStart('\uFEFF'), 0);
        if (names.GroupBy(n => n, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new FormatException($"Column '{twice.Key}' occurs more than once in the header.");
        }

        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0) continue;
            var fields = Fields(line, rows.Count + 1);
            if (fields.Length != names.Length)
            {
                throw new FormatException($"Row {rows.Count + 1} has {fields.Length} fields where the header has {names.Length} columns.");
            }

            rows.Add(fields);
        }

        return new(names, rows);
    }

    /// <summary>Numbers of a column in which nothing is missing.</summary>
    /// <param name="column">Name in the header.</param>
    /// <exception cref="FormatException">There is no such column, or a cell is not a finite number; it names column and row.</exception>
    public double[] Complete(string column) => [.. Optional(column).Select((number, i) => number ?? throw Missing(column, i))];

    /// <summary>Numbers of a column, null where missing.</summary>
    /// <param name="column">Name in the header.</param>
    /// <exception cref="FormatException">There is no such column, or a cell is neither missing nor a finite number.</exception>
    public double?[] Optional(string column)
    {
        try
        {
            return Numbers(column);
        }
        catch (CaseRefusedException refused)
        {
            throw new FormatException(refused.Message);
        }
    }

    /// <summary>Texts of a column in which nothing is missing.</summary>
    /// <param name="column">Name in the header.</param>
    /// <exception cref="FormatException">There is no such column, or a cell is empty; it names column and row.</exception>
    public string[] Labels(string column)
    {
        try
        {
            return [.. Texts(column).Select((text, i) => text ?? throw Missing(column, i))];
        }
        catch (CaseRefusedException refused)
        {
            throw new FormatException(refused.Message);
        }
    }

    private static FormatException Missing(string column, int index) => new($"Column '{column}', row {index + 1}: a value is missing.");

    /// <summary>Rows whose column equals one of the values (numbers compare as numbers).</summary>
    internal CaseTable Where(string column, IReadOnlyList<string> accepted)
    {
        var index = Index(column);
        return new(names, [.. rows.Where(row => !IsMissing(row[index]) && accepted.Any(value => Same(row[index], value)))]);
    }

    /// <summary>Text cells of a column, null where missing.</summary>
    internal string?[] Texts(string column)
    {
        var index = Index(column);
        return [.. rows.Select(row => IsMissing(row[index]) ? null : row[index])];
    }

    /// <summary>Numbers of a column, null where missing.</summary>
    internal double?[] Numbers(string column)
    {
        var index = Index(column);
        var numbers = new double?[rows.Count];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = Number(rows[i][index], column, i + 1);
        return numbers;
    }

    internal static bool Same(string cell, string value) =>
        string.Equals(cell, value, StringComparison.Ordinal)
        || (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var a)
            && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var b) && a.Equals(b));

    private static bool IsMissing(string cell) => cell.Length == 0 || cell == "NA";

    private static double? Number(string cell, string column, int row)
    {
        if (IsMissing(cell)) return null;
        if (!double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            throw new CaseRefusedException("wrong-type", $"Column '{column}', row {row}: a number was expected.");
        }

        if (!double.IsFinite(number)) throw new CaseRefusedException("non-finite", $"Column '{column}', row {row}: the number is not finite.");
        return Math.Abs(number) <= Largest ? number
            : throw new CaseRefusedException("out-of-range", $"Column '{column}', row {row}: numbers up to 1E+50 in size are computed with.");
    }

    private int Index(string column)
    {
        var index = Array.IndexOf(names, column);
        return index >= 0 ? index
            : throw new CaseRefusedException("unknown-column", $"There is no column '{column}'; the columns are {string.Join(", ", names)}.");
    }

    private static string[] Fields(string line, int row)
    {
        if (!line.Contains('"', StringComparison.Ordinal)) return line.Split(',');
        var fields = new List<string>();
        for (var at = 0; at <= line.Length; at++)
        {
            var (field, end) = Field(line, at, row);
            fields.Add(field);
            at = end;
        }

        return [.. fields];
    }

    private static (string Field, int End) Field(string line, int start, int row)
    {
        if (start == line.Length || line[start] != '"')
        {
            var comma = line.IndexOf(',', start);
            var end = comma < 0 ? line.Length : comma;
            return (line[start..end], end);
        }

        for (var at = start + 1; at < line.Length; at++)
        {
            if (line[at] != '"') continue;
            if (at + 1 < line.Length && line[at + 1] == '"') at++;
            else if (at + 1 == line.Length || line[at + 1] == ',') return (line[(start + 1)..at].Replace("\"\"", "\"", StringComparison.Ordinal), at + 1);
            else break;
        }

        throw new FormatException($"Row {row} has a quoted field that does not end.");
    }
}
