using System.Globalization;
using System.Text.Json;
using Assessment.Interchange;

namespace Assessment.Api.Features.Demo;

/// <summary>A participant of the sample study's files.</summary>
internal sealed record StudyParticipant(string Id, string Delivery, int Position, bool Consents, string RosterLine);

/// <summary>One saved answer of the sample study: what was chosen, on which device, how often it is sent again, how late.</summary>
internal sealed record StudyResponse(string Item, int Revision, string Value, string Device, int Delay, int Repeats);

/// <summary>What a supervisor saw: all indicators of one officer.</summary>
internal sealed record StudyRating(string Participant, string Wave, string Form, IReadOnlyList<(string Item, string Value)> Indicators);

/// <summary>The files of a study folder, as the demo plays them. It knows nothing of expected results.</summary>
internal sealed class StudyFiles
{
    private readonly string folder;

    public StudyFiles(string folder)
    {
        this.folder = folder;
        Agencies = Table("agencies.csv");
        Deliveries = Table("deliveries.csv").OrderBy(row => row["starts_on"], StringComparer.Ordinal).ToList();
        Participants = Table("participants.csv").Select(Participant).ToList();
        Responses = Table("responses.csv").ToLookup(
            row => (row["participant"]!, row["instrument"]!, row["wave"]!), Response);
        Ratings = Table("ratings.csv").GroupBy(row => (Participant: row["participant"]!, Wave: row["wave"]!, Form: row["form"]!))
            .Select(rows => new StudyRating(rows.Key.Participant, rows.Key.Wave, rows.Key.Form, rows.Select(row => (row["item"]!, row["response"]!)).ToList()))
            .ToList();
    }

    public IReadOnlyList<CsvLine> Agencies { get; }

    public IReadOnlyList<CsvLine> Deliveries { get; }

    public IReadOnlyList<StudyParticipant> Participants { get; }

    public ILookup<(string Participant, string Instrument, string Wave), StudyResponse> Responses { get; }

    public IReadOnlyList<StudyRating> Ratings { get; }

    public JsonElement Json(string file) => JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(Path.Combine(folder, file)));

    public byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(folder, file));

    public const string RosterHeader = "kind,rank,years_of_service,sex,race_ethnicity,age_band,prior_cit,funding_source";

    private static StudyParticipant Participant(CsvLine row) => new(
        row["participant"]!,
        row["delivery"]!,
        Number(row["position"]!),
        row["consent"] == "granted",
        string.Join(',', RosterHeader.Split(',').Select(column => row[column])));

    private static StudyResponse Response(CsvLine row) =>
        new(row["item"]!, Number(row["revision"]!), row["response"]!, row["device"]!, Number(row["delay"]!), Number(row["repeats"]!));

    private IReadOnlyList<CsvLine> Table(string file)
    {
        var table = CsvTable.Read(Bytes(file), 1_000_000);
        return table.Faults.Count == 0 ? table.Rows : throw new InvalidDataException($"{file}, {table.Faults[0].Where}: {table.Faults[0].Problem}");
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
