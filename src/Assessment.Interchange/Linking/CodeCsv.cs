using Assessment.Domain;
using Assessment.Domain.Linking;

namespace Assessment.Interchange.Linking;

/// <summary>
/// Reads the self-generated codes of one wave: CSV with the columns form and the six of
/// <see cref="SelfGeneratedCode.ElementNames"/> in any order, and no other. All or nothing.
/// </summary>
public static class CodeCsv
{
    /// <summary>The most forms a wave may have.</summary>
    public const int MostForms = 200_000;

    /// <summary>Reads a wave; an empty cell is a missing answer.</summary>
    /// <param name="bytes">The file; UTF-8, a byte order mark is allowed.</param>
    /// <returns>Its codes, or <see cref="Refusals.CodesInvalid"/> with the places of all faults.</returns>
    public static Result<IReadOnlyList<SelfGeneratedCode>> Read(ReadOnlySpan<byte> bytes)
    {
        var table = CsvTable.Read(bytes, MostForms);
        var faults = new List<Place>(table.Faults);
        CheckHeader(table.Header, faults);
        CheckForms(table.Rows, faults);
        if (faults.Count > 0)
        {
            return Refusals.CodesInvalid.Because($"The file of codes has {faults.Count} fault{(faults.Count == 1 ? "" : "s")}; nothing was linked.", faults);
        }

        return table.Rows.Select(row => new SelfGeneratedCode(row["form"]!, SelfGeneratedCode.ElementNames.Select(name => row[name]).ToArray())).ToList();
    }

    private static void CheckHeader(IReadOnlyList<string> header, List<Place> faults)
    {
        string[] columns = ["form", .. SelfGeneratedCode.ElementNames];
        faults.AddRange(columns.Except(header).Select(name => new Place("line 1", $"The column \"{name}\" is missing.")));
        faults.AddRange(header.Index().Where(column => !columns.Contains(column.Item)).Select(column => new Place(
            $"line 1, column {column.Index + 1}", "Not an element of the code. The six are fixed, so that nobody is asked for more.")));
    }

    private static void CheckForms(IReadOnlyList<CsvLine> rows, List<Place> faults)
    {
        var firstLineOf = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var form = row["form"];
            if (form is null)
            {
                faults.Add(new Place($"line {row.Line}, column form", "The number of the form is missing."));
            }
            else if (!firstLineOf.TryAdd(form, row.Line))
            {
                faults.Add(new Place($"line {row.Line}, column form", $"The same form stands in line {firstLineOf[form]}."));
            }
        }
    }
}
