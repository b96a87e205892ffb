using System.Globalization;
using Assessment.Domain;
using Assessment.Domain.People;

namespace Assessment.Interchange.Rosters;

/// <summary>
/// Reads a roster: CSV, UTF-8, header line, RFC 4180 quoting. Only the column kind is required; see <see cref="RosterLine"/>.
/// All or nothing: every fault is named with line and column.
/// </summary>
public static class RosterCsv
{
    /// <summary>The most people one roster may hold.</summary>
    public const int MostPeople = 5_000;

    private static readonly string[] Columns =
        ["name", "token", "kind", "rank", "years_of_service", "sex", "race_ethnicity", "age_band", "prior_cit", "funding_source"];

    /// <summary>Columns that would bring criminal justice information or a person's number into the service.</summary>
    private static readonly string[] Unwanted =
        ["ssn", "social_security_number", "date_of_birth", "dob", "fbi_number", "sid_number", "badge", "badge_number"];

    /// <summary>Reads a roster.</summary>
    /// <param name="bytes">The file; a byte order mark is allowed.</param>
    /// <param name="kind">Kind of people whose line names none; null requires the column.</param>
    /// <param name="fundingSource">grant or other: who pays for people whose line does not say.</param>
    /// <returns>Its lines, or <see cref="Refusals.RosterInvalid"/> with the places of all faults.</returns>
    public static Result<IReadOnlyList<RosterLine>> Read(ReadOnlySpan<byte> bytes, string? kind = null, string fundingSource = "grant")
    {
        var table = CsvTable.Read(bytes, MostPeople);
        var faults = new List<Place>(table.Faults);
        if (table.Header.Count > 0)
        {
            CheckHeader(table.Header, kind is null, faults);
        }

        List<RosterLine> lines = table.Header.Contains("kind") || kind is not null
            ? table.Rows.Select(row => new RowReader(row, kind, fundingSource, faults).Read()).ToList()
            : [];
        CheckTokens(lines, faults);
        if (lines.Count == 0 && faults.Count == 0)
        {
            faults.Add(new Place("file", "There is no line below the header."));
        }

        return faults.Count == 0
            ? lines
            : Refusals.RosterInvalid.Because($"The roster has {faults.Count} fault{(faults.Count == 1 ? "" : "s")}; nobody was enrolled.", faults);
    }

    /// <summary>Whether a line of cells is a header: it names a column of rosters.</summary>
    internal static bool IsHeader(IEnumerable<string> cells) => cells.Any(cell => Columns.Contains(cell.Trim()) || Unwanted.Contains(cell.Trim()));

    private static void CheckHeader(IReadOnlyList<string> header, bool kindRequired, List<Place> faults)
    {
        if (kindRequired && !header.Contains("kind"))
        {
            faults.Add(new Place("line 1", "The column \"kind\" is missing."));
        }

        for (var i = 0; i < header.Count; i++)
        {
            if (Unwanted.Contains(header[i]))
            {
                faults.Add(new Place($"line 1, column {i + 1}", "This column holds numbers of persons that the service must not have; remove it."));
            }
            else if (!Columns.Contains(header[i]))
            {
                faults.Add(new Place($"line 1, column {i + 1}", $"Not a known column. Known: {string.Join(", ", Columns)}."));
            }
        }
    }

    private static void CheckTokens(List<RosterLine> lines, List<Place> faults)
    {
        var firstLineOf = new Dictionary<string, int>();
        foreach (var line in lines.Where(line => line.Token is not null))
        {
            if (!firstLineOf.TryAdd(line.Token!, line.Line))
            {
                faults.Add(new Place($"line {line.Line}, column token", $"The same token stands in line {firstLineOf[line.Token!]}."));
            }
        }
    }

    private sealed class RowReader(CsvLine row, string? kind, string fundingSource, List<Place> faults)
    {
        public RosterLine Read() => new(
            row.Line,
            row["name"],
            Token(),
            Word("kind", kind, ParticipantKind.All),
            row["rank"],
            Years(),
            row["sex"],
            row["race_ethnicity"],
            row["age_band"],
            PriorCit(),
            Word("funding_source", fundingSource, ["grant", "other"]));

        private string? Token() => row["token"] is not { } typed ? null
            : Code.ReadRosterToken(typed) ?? Wrong<string?>("token", "Not a roster token (16 letters and digits).", null);

        private string Word(string column, string? otherwise, IReadOnlyList<string> words) =>
            (row[column] ?? otherwise) is { } word && words.Contains(word) ? word : Wrong(column, $"One of these is expected: {string.Join(", ", words)}.", words[0]);

        private int? Years() => row["years_of_service"] is not { } typed ? null
            : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years <= 60 ? years
            : Wrong<int?>("years_of_service", "A whole number from 0 to 60 is expected.", null);

        private bool? PriorCit() => row["prior_cit"] switch
        {
            null => null,
            "1" or "yes" or "true" => true,
            "0" or "no" or "false" => false,
            _ => Wrong<bool?>("prior_cit", "yes or no is expected.", null),
        };

        private T Wrong<T>(string column, string problem, T instead)
        {
            faults.Add(new Place($"line {row.Line}, column {column}", problem));
            return instead;
        }
    }
}
