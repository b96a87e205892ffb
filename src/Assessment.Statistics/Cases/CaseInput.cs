using System.Text.Json;

namespace Assessment.Statistics.Cases;

/// <summary>Data and arguments of a case, read by name; what is missing or of the wrong kind is refused with its name.</summary>
internal sealed class CaseInput(IReadOnlyDictionary<string, CaseTable> tables, JsonElement arguments)
{
    private CaseTable? filtered;

    /// <summary>Key of the table when a case names only one.</summary>
    public const string OnlyTable = "data";

    /// <summary>Confidence level, argument <c>conf</c>.</summary>
    public double Level
    {
        get
        {
            var level = Number("conf", 0.95);
            return level is > 0 and < 1 ? level : throw Invalid("conf", "lies between 0 and 1");
        }
    }

    /// <summary>The only table after the argument <c>filter</c>.</summary>
    public CaseTable Table => filtered ??= Filter(TableNamed(OnlyTable));

    /// <summary>One of several tables, unfiltered.</summary>
    public CaseTable TableNamed(string name) => tables.TryGetValue(name, out var table)
        ? table
        : throw new CaseRefusedException("data-missing", $"The method needs data ('{name}').");

    public bool Has(string name) => arguments.ValueKind == JsonValueKind.Object
        && arguments.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    public string Text(string name) => Value(name) is { } value && Scalar(value) is { } text ? text : throw Invalid(name, "is a text");

    public double Number(string name) => Value(name) is { ValueKind: JsonValueKind.Number } value && Math.Abs(value.GetDouble()) <= CaseTable.Largest
        ? value.GetDouble()
        : throw Invalid(name, "is a number");

    public double Number(string name, double fallback) => Has(name) ? Number(name) : fallback;

    public bool Flag(string name) => Has(name) && (Value(name).ValueKind == JsonValueKind.True || Value(name).ToString() == "1");

    public int Integer(string name)
    {
        var number = Number(name);
        return number == Math.Floor(number) && Math.Abs(number) < int.MaxValue ? (int)number : throw Invalid(name, "is a whole number");
    }

    /// <summary>A number that is as it must be.</summary>
    public double Number(string name, Func<double, bool> fits, string what) => Number(name) is var number && fits(number) ? number : throw Invalid(name, what);

    /// <summary>A number above 0, of a size whose powers stay finite.</summary>
    public double Positive(string name) => Number(name, IsPositive, "is greater than 0 (1E-30 to 1E+30)");

    /// <summary>A count.</summary>
    public int Count(string name, int least = 0) => Integer(name) is var count && count >= least ? count : throw Invalid(name, $"is a count of at least {least}");

    /// <summary>A list of texts; a single value is a list of one.</summary>
    public IReadOnlyList<string> Texts(string name) => [.. Elements(name).Select(e => Scalar(e) ?? throw Invalid(name, "is a list of texts"))];

    public double[] Numbers(string name) =>
        [.. NumbersOrMissing(name).Select(number => number ?? throw Invalid(name, "is a list of numbers"))];

    /// <summary>A list of numbers each of which is as it must be.</summary>
    public double[] Numbers(string name, Func<double, bool> fits, string what) =>
        Numbers(name) is var numbers && numbers.All(fits) ? numbers : throw Invalid(name, what);

    /// <summary>A list of whole numbers in a range.</summary>
    public int[] Integers(string name, int least, int most) =>
        [.. Numbers(name, x => x == Math.Floor(x) && x >= least && x <= most, $"holds whole numbers from {least} to {most}").Select(x => (int)x)];

    /// <summary>A list of equally long lists of numbers, each as it must be.</summary>
    public double[][] Rows(string name, Func<double, bool> fits, string what)
    {
        double[][] rows = [.. Elements(name).Select(row => row.ValueKind == JsonValueKind.Array && row.EnumerateArray().All(e => e.ValueKind == JsonValueKind.Number && fits(e.GetDouble()))
            ? row.EnumerateArray().Select(e => e.GetDouble()).ToArray() : throw Invalid(name, what))];
        return rows.Length > 0 && rows.All(row => row.Length == rows[0].Length) ? rows : throw Invalid(name, what);
    }

    /// <summary>A list of numbers in which null and "NA" stand for missing.</summary>
    public double?[] NumbersOrMissing(string name) =>
    [
        .. Elements(name).Select(e => e.ValueKind switch
        {
            JsonValueKind.Number when Math.Abs(e.GetDouble()) <= CaseTable.Largest => e.GetDouble(),
            JsonValueKind.Null => (double?)null,
            JsonValueKind.String when e.GetString() == "NA" => null,
            _ => throw Invalid(name, "is a list of numbers"),
        }),
    ];

    /// <summary>Numbers of the column that an argument names.</summary>
    public double?[] Column(string argument) => Table.Numbers(Text(argument));

    /// <summary>Numbers of the column that an argument names, each missing or as it must be.</summary>
    public double?[] Column(string argument, Func<double, bool> fits, string expected)
    {
        var column = Column(argument);
        var row = Array.FindIndex(column, x => x is { } number && !fits(number));
        return row < 0 ? column : throw new CaseRefusedException("wrong-type", $"Column '{Text(argument)}', row {row + 1}: {expected} was expected.");
    }

    /// <summary>The same of numbers above 0.</summary>
    public double?[] PositiveColumn(string argument, string what) => Column(argument, IsPositive, $"{what} above 0 (1E-30 to 1E+30)");

    /// <summary>Texts of the column that an argument names.</summary>
    public string?[] TextColumn(string argument) => Table.Texts(Text(argument));

    public static CaseRefusedException Invalid(string name, string what) => new("argument-invalid", $"Argument '{name}' {what}.");

    /// <summary>A group without rows would leave the method without a question to answer.</summary>
    public static void RequireRows(int count, string column, string value)
    {
        if (count == 0) throw new CaseRefusedException("empty-group", $"Column '{column}': no complete row has the value '{value}'.");
    }

    /// <summary>The same where no group was named.</summary>
    public static void RequireRows(int count, string column)
    {
        if (count == 0) throw new CaseRefusedException("empty-group", $"Column '{column}': no complete row is left to analyse.");
    }

    private CaseTable Filter(CaseTable table)
    {
        if (!Has("filter")) return table;
        var filter = Value("filter");
        if (filter.ValueKind != JsonValueKind.Object) throw Invalid("filter", "is an object of columns and values");
        foreach (var condition in filter.EnumerateObject())
        {
            var values = condition.Value.ValueKind == JsonValueKind.Array ? condition.Value.EnumerateArray().ToArray() : [condition.Value];
            table = table.Where(condition.Name, [.. values.Select(v => Scalar(v) ?? throw Invalid("filter", "holds texts or numbers"))]);
        }

        return table;
    }

    private static bool IsPositive(double x) => x is >= 1e-30 and <= 1e30;

    private JsonElement Value(string name) => Has(name)
        ? arguments.GetProperty(name)
        : throw new CaseRefusedException("argument-missing", $"Argument '{name}' is missing.");

    private JsonElement[] Elements(string name) => Value(name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [Value(name)];

    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "1",
        JsonValueKind.False => "0",
        _ => null,
    };
}
