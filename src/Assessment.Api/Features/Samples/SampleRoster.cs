using System.Globalization;

namespace Assessment.Api.Features.Samples;

/// <summary>One line of <c>participants.csv</c>: what is known of a made-up participant.</summary>
internal sealed record RosterEntry
{
    /// <summary>The file's heading.</summary>
    public const string Heading =
        "participant,delivery,ori,position,kind,rank,years_of_service,sex,race_ethnicity,age_band,prior_cit,funding_source,consent";

    /// <summary>Code such as "P017".</summary>
    public required string Participant { get; init; }

    /// <summary>The class.</summary>
    public required string Delivery { get; init; }

    /// <summary>The agency.</summary>
    public required string Ori { get; init; }

    /// <summary>Place on the roster of the class, from 0; decides which form comes first.</summary>
    public required int Position { get; init; }

    /// <summary><c>officer</c>, <c>cmhp-employee</c> or <c>cmhp-agreement</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Rank, or <c>not-applicable</c> for mental health professionals.</summary>
    public required string Rank { get; init; }

    /// <summary>Whole years with the agency.</summary>
    public required int YearsOfService { get; init; }

    /// <summary>Sex, race or ethnicity, and age band, as three cells.</summary>
    public required Demographics Demographics { get; init; }

    /// <summary>Took crisis intervention training before.</summary>
    public required bool PriorCit { get; init; }

    /// <summary><c>grant</c> or <c>other</c>.</summary>
    public required string FundingSource { get; init; }

    /// <summary>Consents to the use of the answers for research.</summary>
    public required bool Consents { get; init; }

    /// <summary>True for officers.</summary>
    public bool IsOfficer => Kind == "officer";

    /// <summary>The line of the file.</summary>
    public string Line => PlainCsv.Line(
        Participant, Delivery, Ori, Position, Kind, Rank, YearsOfService, Demographics.Sex, Demographics.RaceEthnicity,
        Demographics.AgeBand, PriorCit ? "yes" : "no", FundingSource, Consents ? "granted" : "refused");
}

/// <summary>The three cells of a person that a release generalizes first.</summary>
internal sealed record Demographics(string Sex, string RaceEthnicity, string AgeBand);

/// <summary>Fills the classes of <c>deliveries.csv</c> with made-up people.</summary>
internal sealed class SampleRoster(Pcg32 random, StudyTruth truth, IReadOnlySet<string> grantees)
{
    private static readonly Weighted<string>[] Ranks =
        [new("officer", 62), new("detective", 12), new("sergeant", 18), new("lieutenant", 8)];

    private static readonly Weighted<string>[] Races =
    [
        new("white", 60), new("hispanic", 16), new("black", 13), new("asian", 4), new("american-indian", 3), new("multiracial", 2),
        new("not-stated", 2),
    ];

    /// <summary>The rosters of all classes, in the order of the classes.</summary>
    public IReadOnlyList<RosterEntry> Draw(IReadOnlyList<IReadOnlyDictionary<string, string>> deliveries)
    {
        var roster = new List<RosterEntry>();
        foreach (var delivery in deliveries)
            DrawClass(delivery, roster);
        return roster;
    }

    private void DrawClass(IReadOnlyDictionary<string, string> delivery, List<RosterEntry> roster)
    {
        var officers = int.Parse(delivery["officers"], CultureInfo.InvariantCulture);
        var professionals = int.Parse(delivery["professionals"], CultureInfo.InvariantCulture);
        var kinds = Enumerable.Repeat("officer", officers).ToList();
        for (var i = 0; i < professionals; i++)
            kinds.Add(random.Chance(0.4) ? "cmhp-employee" : "cmhp-agreement");
        random.Shuffle(kinds);
        for (var position = 0; position < kinds.Count; position++)
            roster.Add(DrawEntry(delivery, kinds[position], position) with { Participant = $"P{roster.Count + 1:000}" });
    }

    private RosterEntry DrawEntry(IReadOnlyDictionary<string, string> delivery, string kind, int position)
    {
        var officer = kind == "officer";
        var years = (int)(random.Uniform() * random.Uniform() * 27) + 1;
        return new RosterEntry
        {
            Participant = "",
            Delivery = delivery["delivery"],
            Ori = delivery["ori"],
            Position = position,
            Kind = kind,
            Rank = officer ? random.Pick(Ranks) : "not-applicable",
            YearsOfService = years,
            Demographics = new Demographics(DrawSex(officer), random.Pick(Races), AgeBand(21 + years + random.Below(12))),
            PriorCit = random.Chance(officer ? 0.25 : 0.60),
            FundingSource = grantees.Contains(delivery["ori"]) && random.Chance(0.85) ? "grant" : "other",
            Consents = !random.Chance(truth.RefuseConsentRate),
        };
    }

    private string DrawSex(bool officer) =>
        random.Chance(0.01) ? "not-stated" : random.Chance(officer ? 0.17 : 0.68) ? "female" : "male";

    private static string AgeBand(int age) => age switch { < 30 => "21-29", < 40 => "30-39", < 50 => "40-49", _ => "50+" };
}
