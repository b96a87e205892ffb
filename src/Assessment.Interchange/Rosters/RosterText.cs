using System.Text;
using Assessment.Domain;
using Assessment.Domain.People;

namespace Assessment.Interchange.Rosters;

/// <summary>
/// Reads what a trainer pastes or uploads ten minutes before class: a CSV with a header, cells copied from a spreadsheet, or one
/// name a line. People whose kind is not said are officers. Lines are counted as they were typed.
/// </summary>
public static class RosterText
{
    private const int LongestName = 200;

    /// <summary>Reads a roster.</summary>
    /// <param name="bytes">UTF-8; a byte order mark is allowed.</param>
    /// <param name="fundingSource">grant or other: who pays for people whose line does not say.</param>
    /// <returns>Its lines, or <see cref="Refusals.RosterInvalid"/> with the places of all faults.</returns>
    public static Result<IReadOnlyList<RosterLine>> Read(ReadOnlySpan<byte> bytes, string fundingSource)
    {
        var (text, wrongByte) = Utf8Text.Read(bytes);
        if (wrongByte is not null) return Refusals.RosterInvalid.Because("The roster is no text in UTF-8; nobody was enrolled.", wrongByte);
        var lines = text!.ReplaceLineEndings("\n").Split('\n');
        return RosterCsv.IsHeader(lines[0].Split('\t', ','))
            ? RosterCsv.Read(Encoding.UTF8.GetBytes(lines[0].Contains('\t', StringComparison.Ordinal) ? FromCells(lines) : text), ParticipantKind.Officer, fundingSource)
            : Names(lines, fundingSource);
    }

    /// <summary>People without names or anything else known of them: seats.</summary>
    /// <param name="count">How many, from 1 to <see cref="RosterCsv.MostPeople"/>.</param>
    /// <param name="fundingSource">grant or other.</param>
    public static Result<IReadOnlyList<RosterLine>> Seats(int count, string fundingSource) =>
        Enumerable.Range(1, count).Select(line => Line(line, null, fundingSource)).ToList();

    /// <summary>Cells between tabs as CSV, line by line.</summary>
    private static string FromCells(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => string.Join(',', line.Split('\t').Select(Quoted))));

    private static string Quoted(string cell) =>
        cell.Contains(',', StringComparison.Ordinal) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static Result<IReadOnlyList<RosterLine>> Names(IReadOnlyList<string> lines, string fundingSource)
    {
        var named = lines.Select((name, i) => (Name: name.Trim(), Line: i + 1)).Where(line => line.Name.Length > 0).ToList();
        var faults = named.Where(line => line.Name.Length > LongestName || line.Name.Any(char.IsControl))
            .Select(line => new Place($"line {line.Line}", $"A name of up to {LongestName} characters is expected."))
            .ToList();
        if (named.Count is 0 or > RosterCsv.MostPeople)
        {
            faults.Add(new Place("roster", $"One to {RosterCsv.MostPeople} people are expected, each on a line."));
        }

        return faults.Count == 0
            ? named.Select(line => Line(line.Line, line.Name, fundingSource)).ToList()
            : Refusals.RosterInvalid.Because("Nobody was enrolled.", faults);
    }

    private static RosterLine Line(int line, string? name, string fundingSource) =>
        new(line, name, null, ParticipantKind.Officer, null, null, null, null, null, null, fundingSource);
}
