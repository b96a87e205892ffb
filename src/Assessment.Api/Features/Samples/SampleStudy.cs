using System.Globalization;
using System.Text.Json;

namespace Assessment.Api.Features.Samples;

/// <summary>
/// The academy study: authored files (forms, curriculum, agencies, deliveries, grants) and the data that a seed makes
/// of them. Same files and same seed give the same bytes on every machine.
/// </summary>
/// <param name="Folder">Where the authored files are.</param>
internal sealed record SampleStudy(string Folder)
{
    /// <summary>The seed of the committed data: the number of the public law.</summary>
    public const ulong DefaultSeed = 117325;

    /// <summary>Files that people wrote; everything else is generated, but for the expected results.</summary>
    public static readonly IReadOnlyList<string> Authored =
    [
        "README.md", "forms/dekt-a.json", "forms/dekt-b.json", "forms/confidence.json", "forms/follow-up-checklist.json",
        "curriculum.json", "agencies.csv", "deliveries.csv", "grants.json", "expected/compute.R",
    ];

    // One agency sends nothing for one month: neither interactions nor a zero report.
    private const string SilentAgency = "MN9990200";
    private static readonly DateOnly SilentMonth = new(2024, 8, 1);
    private static readonly StudyTruth Truth = new();

    private enum Stream : ulong
    {
        Items = 1,
        Roster,
        Learners,
        Responses,
        Ratings,
        Contacts,
        Interactions,
    }

    /// <summary>The study that comes with the program.</summary>
    public static SampleStudy Shipped => new(Path.Combine(AppContext.BaseDirectory, "samples", "academy-study"));

    /// <summary>The generated files: path inside the study and text with line feeds.</summary>
    public IReadOnlyDictionary<string, string> Generate(ulong seed)
    {
        SampleForm[] forms = [ReadForm("dekt-a"), ReadForm("dekt-b")];
        var checklist = ReadForm("follow-up-checklist");
        var model = new ItemModel(Random(seed, Stream.Items), Truth, forms[0], forms[1]);
        var roster = new SampleRoster(Random(seed, Stream.Roster), Truth, ReadGrantees()).Draw(ReadTable("deliveries.csv"));
        var learners = new LearnerGenerator(Random(seed, Stream.Learners), Truth).Draw(roster);
        var responses = new ResponseGenerator(Random(seed, Stream.Responses), Truth, model);
        var (contacts, interactions) = DrawField(seed);
        return new Dictionary<string, string>
        {
            ["participants.csv"] = PlainCsv.Document(RosterEntry.Heading, roster.Select(entry => entry.Line)),
            ["responses.csv"] = PlainCsv.Document(
                ResponseGenerator.Heading, responses.Draw(learners, forms, ReadForm("confidence"), checklist)),
            ["ratings.csv"] = PlainCsv.Document(
                RatingGenerator.Heading, new RatingGenerator(Random(seed, Stream.Ratings), Truth).Draw(learners, checklist)),
            ["contacts.csv"] = contacts,
            ["interactions.csv"] = interactions,
            ["expected/truth.json"] = TruthFile.Compose(seed, Truth, model, learners, forms),
        };
    }

    private static Pcg32 Random(ulong seed, Stream stream) => new(seed, (ulong)stream);

    private (string Contacts, string Interactions) DrawField(ulong seed)
    {
        var classes = ReadTable("deliveries.csv").Select(ReadClass).ToList();
        var lastTraining = classes.GroupBy(one => one.Ori).ToDictionary(group => group.Key, group => group.Max(one => one.EndsOn));
        var months = new ContactGenerator(Random(seed, Stream.Contacts)).Draw(ReadTable("agencies.csv"), lastTraining);
        var generator = new InteractionGenerator(Random(seed, Stream.Interactions), Truth, classes);
        var volumes = new List<string>();
        var interactions = new List<string>();
        foreach (var month in months)
        {
            var silent = month.Ori == SilentAgency && month.Month == SilentMonth;
            var drawn = generator.Draw(month);
            volumes.Add(month.Line(zeroReport: !silent && drawn.Count == 0));
            if (!silent)
                interactions.AddRange(drawn.Select((one, index) => one.Line(interactions.Count + index + 1)).ToList());
        }

        return (PlainCsv.Document(AgencyMonth.Heading, volumes), PlainCsv.Document(Interaction.Heading, interactions));
    }

    private static ClassSize ReadClass(IReadOnlyDictionary<string, string> delivery) => new(
        delivery["ori"],
        DateOnly.Parse(delivery["ends_on"], CultureInfo.InvariantCulture),
        int.Parse(delivery["officers"], CultureInfo.InvariantCulture));

    private SampleForm ReadForm(string name) => SampleForm.Read(Path.Combine(Folder, "forms", name + ".json"));

    private IReadOnlyList<IReadOnlyDictionary<string, string>> ReadTable(string name) => PlainCsv.Read(Path.Combine(Folder, name));

    private HashSet<string> ReadGrantees()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "grants.json")));
        return [.. json.RootElement.GetProperty("grants").EnumerateArray().Select(grant => grant.GetProperty("ori").GetString()!)];
    }
}
