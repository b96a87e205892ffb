using Assessment.Release.Profiles;
using Assessment.Release.Pseudonyms;
using Assessment.Release.Snapshot;

namespace Assessment.Release.Tests;

/// <summary>Made-up studies of the shape that agencies really have.</summary>
internal static class SimulatedStudy
{
    public const string Release = "2026-R1";

    public static readonly ReleaseInstrument Knowledge = new("dekt", "De-escalation knowledge test, points");
    public static readonly ReleaseInstrument Confidence = new("conf", "Confidence scale, mean of 1 to 5");
    public static readonly IReadOnlyList<ReleaseWave> Waves =
    [
        new("pre", "before training", true), new("post", "after training", false), new("follow-up-6m", "six months later", false),
    ];

    private static readonly DateOnly TrainingEnded = new(2025, 3, 14);
    private static readonly (string State, int Officers)[] Agencies =
        [("NM", 9), ("MN", 24), ("NM", 46), ("OH", 88), ("MN", 185), ("OH", 420)];

    /// <summary>A study of six agencies, as large as the sample study unless told otherwise.</summary>
    public static ReleaseInput Of(int people = 240, int seed = 1, Func<int, ConsentDecision>? consent = null)
    {
        var random = new Random(seed);
        var builder = new ReleaseInputBuilder(Release, [Knowledge, Confidence], Waves);
        var agencies = Agencies.Select(agency => (Id: NextGuid(random), agency.State, agency.Officers)).ToList();
        agencies.ForEach(agency => builder.AddAgency(agency.Id, agency.State, agency.Officers));
        for (var i = 0; i < people; i++)
        {
            var person = NextGuid(random);
            builder.AddPerson(person, agencies[random.Next(agencies.Count)].Id, consent?.Invoke(i) ?? ConsentDecision.Granted, TrainingEnded, Fields(random));
            AddScores(builder, person, random);
        }

        return builder.Build();
    }

    /// <summary>A key whose bytes are all the same.</summary>
    public static ReleaseKey Key(byte value) => ReleaseKey.Create(bytes => bytes.Fill(value));

    /// <summary>The default profile with other levels.</summary>
    public static ReleaseProfile Profile(params IReadOnlyList<ProfileColumn> columns) => ReleaseProfile.PublicDefault with { Columns = columns };

    public static Guid NextGuid(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private static Dictionary<string, string?> Fields(Random random)
    {
        var officer = random.NextDouble() < 0.89;
        return new Dictionary<string, string?>
        {
            ["kind"] = officer ? "officer" : "cmhp-employee",
            ["rank"] = officer ? "officer" : "not-applicable",
            ["years_of_service"] = ((int)(random.NextDouble() * random.NextDouble() * 27) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["sex"] = random.NextDouble() < 0.01 ? "not-stated" : random.NextDouble() < (officer ? 0.17 : 0.68) ? "female" : "male",
        };
    }

    private static void AddScores(ReleaseInputBuilder builder, Guid person, Random random)
    {
        foreach (var (wave, months, share) in ((string, int, double)[])[("pre", 0, 0.97), ("post", 0, 0.93), ("follow-up-6m", 6, 0.6)])
        {
            if (random.NextDouble() < share)
            {
                var day = TrainingEnded.AddMonths(months).AddDays(random.Next(40));
                builder.AddScore(person, "dekt", wave, Math.Round(14 + (months == 0 && wave == "pre" ? 0 : 6) + (6 * random.NextDouble()), 2), day);
                builder.AddScore(person, "conf", wave, Math.Round(1 + (4 * random.NextDouble()), 1), day);
            }
        }
    }
}
