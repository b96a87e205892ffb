using Assessment.Domain;
using CsvHelper;

namespace Assessment.Interchange;

/// <summary>A CSV file read strictly: header, rows with their line numbers, and every fault of its shape with its place.</summary>
/// <param name="Header">Column names of line 1, trimmed.</param>
/// <param name="Rows">Rows that have as many cells as the header.</param>
/// <param name="Faults">Wrong bytes, wrong quoting, wrong number of cells, columns that stand twice; empty for a sound file.</param>
public sealed record CsvTable(IReadOnlyList<string> Header, IReadOnlyList<CsvLine> Rows, IReadOnlyList<Place> Faults)
{
    /// <summary>Reads UTF-8 bytes (a byte order mark is allowed), comma, RFC 4180 quoting, at most <paramref name="mostRows"/> rows.</summary>
    public static CsvTable Read(ReadOnlySpan<byte> bytes, int mostRows)
    {
        var (text, wrongByte) = Utf8Text.Read(bytes);
        if (wrongByte is not null)
        {
            return new CsvTable([], [], [wrongByte]);
        }

        var faults = new List<Place>();
        using var csv = CsvReader.FromText(text!, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = true,
            TrimWhitespace = true,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = record => faults.Add(new Place($"line {record.LineNumber}", Problem(record.Reason))),
        });
        csv.ReadHeader();
        var header = csv.Headers.Select(name => name.Trim()).ToList();
        faults.AddRange(Twins(header));
        return new CsvTable(header, ReadRows(csv, header, mostRows, faults), faults);
    }

    private static List<CsvLine> ReadRows(CsvReader csv, List<string> header, int mostRows, List<Place> faults)
    {
        var rows = new List<CsvLine>();
        while (csv.Read())
        {
            if (rows.Count == mostRows)
            {
                faults.Add(new Place($"line {csv.LineNumber}", $"The file has more than {mostRows} rows; split it."));
                break;
            }

            var cells = new string[header.Count];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = csv.GetString(i);
            }

            rows.Add(new CsvLine((int)csv.LineNumber, header, cells));
        }

        return rows;
    }

    private static IEnumerable<Place> Twins(List<string> header) =>
        header.Select((name, i) => (name, i))
            .Where(column => header.IndexOf(column.name) < column.i)
            .Select(column => new Place($"line 1, column {column.i + 1}", $"The column \"{column.name}\" stands twice."));

    private static string Problem(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.FieldCountMismatch => "The number of cells differs from the header.",
        CsvMalformedReason.UnterminatedQuote => "A quotation mark is never closed.",
        CsvMalformedReason.TextAfterClosingQuote => "There is text after a closing quotation mark.",
        CsvMalformedReason.StrayQuote => "There is a quotation mark inside a cell that is not quoted.",
        _ => "The line is not well-formed CSV.",
    };
}

/// <summary>A row of a CSV file.</summary>
/// <param name="Line">Line number in the file; the header is line 1.</param>
/// <param name="Header">The file's columns.</param>
/// <param name="Cells">As many as columns.</param>
public sealed record CsvLine(int Line, IReadOnlyList<string> Header, IReadOnlyList<string> Cells)
{
    /// <summary>The cell of a column; null when the cell is empty or the file lacks the column.</summary>
    public string? this[string column]
    {
        get
        {
            for (var i = 0; i < Header.Count; i++)
            {
                if (Header[i] == column)
                {
                    return Cells[i].Length > 0 ? Cells[i] : null;
                }
            }

            return null;
        }
    }
}
