using System.Globalization;
using Assessment.Release.Hierarchies;
using Assessment.Release.Table;
using CsvHelper;

namespace Assessment.Release.Package;

/// <summary>
/// The CSV files: UTF-8 without byte order mark, line feeds, RFC 4180. Text that a spreadsheet would run as a formula gets
/// an apostrophe in front; numbers stay numbers.
/// </summary>
internal static class CsvFiles
{
    public const string ScoresName = "scores.csv";

    private static readonly CsvWriterOptions Options = new()
    {
        NewLine = "\n",
        Injection = CsvInjection.Escape,
        WriteByteOrderMark = false,
        FormatProvider = CultureInfo.InvariantCulture,
    };

    public static byte[] Scores(DeidentifiedTable table) => Write(csv =>
    {
        csv.WriteRecord([.. table.Columns.Select(column => column.Name)]);
        foreach (var row in table.Rows)
        {
            csv.WriteField(row.Code);
            foreach (var code in row.Categories)
            {
                csv.WriteField(code);
            }

            foreach (var score in row.Scores)
            {
                csv.WriteField(score);
            }

            csv.EndRecord();
        }
    });

    /// <summary>One row per column, and one per code of a category column.</summary>
    public static byte[] Codebook(DeidentifiedTable table) => Write(csv =>
    {
        csv.WriteRecord(["file", "variable", "label", "type", "code", "code_label", "n", "n_masked", "source", "recode_level"]);
        foreach (var column in table.Columns)
        {
            WriteVariable(csv, table, column, null);
            foreach (var category in column.Categories)
            {
                WriteVariable(csv, table, column, category);
            }
        }
    });

    public static byte[] HierarchyOf(Hierarchy hierarchy) => Write(csv =>
    {
        foreach (var row in hierarchy.Rows)
        {
            csv.WriteRecord([.. row]);
        }
    });

    private static void WriteVariable(CsvWriter csv, DeidentifiedTable table, ReleasedColumn column, ReleasedCategory? category) => csv.WriteRecord(
    [
        ScoresName,
        column.Name,
        column.Label,
        column.Type switch
        {
            ReleasedColumnType.Code => "text",
            ReleasedColumnType.Score => "number",
            _ => "integer code",
        },
        category?.Code.ToString(CultureInfo.InvariantCulture) ?? string.Empty,
        category?.Label ?? string.Empty,
        Disclosure.Count(category?.N ?? column.N, table.Profile.K),
        category is null ? Disclosure.Count(column.Masked, table.Profile.K) : string.Empty,
        column.Source,
        column.RecodeLevel,
    ]);

    private static byte[] Write(Action<CsvWriter> content)
    {
        using var buffer = new MemoryStream();
        using (var csv = CsvWriter.Create(buffer, Options, leaveOpen: true))
        {
            content(csv);
        }

        return buffer.ToArray();
    }
}
