using Assessment.Reporting.Document;

namespace Assessment.Reporting.MachineCopy;

/// <summary>
/// A table as CSV: the printed columns, then the unrounded number of each numeric column ("lower" and "upper" for intervals);
/// empty where the print has a word. A table without rows has its heads only.
/// </summary>
internal static class TableCsv
{
    public static string Of(Table table)
    {
        var numeric = Enumerable.Range(0, table.Columns.Count).Where(i => table.Columns[i].Numeric || table.Rows.Any(row => row[i].Number is not null)).ToArray();
        var csv = new CsvText();
        csv.Line([.. table.Columns.Select(column => column.Head), .. numeric.SelectMany(i => Heads(table.Columns[i]))]);
        foreach (var row in table.Rows) csv.Line([.. row.Select(cell => cell.Text), .. numeric.SelectMany(i => Numbers(table.Columns[i], row[i]))]);
        return csv.ToString();
    }

    private static string[] Heads(Column column) => column.IsInterval
        ? [$"{column.Head}, lower (unrounded)", $"{column.Head}, upper (unrounded)"]
        : [$"{column.Head} (unrounded)"];

    private static string[] Numbers(Column column, Cell cell) => column.IsInterval
        ? [CsvText.Number(cell.Number), CsvText.Number(cell.Upper)]
        : [CsvText.Number(cell.Number)];
}
