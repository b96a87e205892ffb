using System.Globalization;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Studies;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.Delivery;
using Assessment.Domain.Instruments;
using Assessment.Evaluation.Scores;
using Assessment.Release.Snapshot;

namespace Assessment.Api.Features.Releases;

/// <summary>The frozen input of a release: consented wave scores with quasi-identifiers, months instead of dates, no name.</summary>
/// <param name="Study">The study.</param>
/// <param name="Input">What the de-identifier takes.</param>
/// <param name="InputSha256">Hash of the scores it was made of.</param>
internal sealed record ReleaseSnapshot(StudyRow Study, ReleaseInput Input, string InputSha256)
{
    private static readonly Wave[] ReleasedWaves = [Wave.Pre, Wave.Post, Wave.FollowUp6, Wave.FollowUp12];

    public static async Task<Result<ReleaseSnapshot>> ReadAsync(
        Session session, Guid studyId, string name, Staff staff, FormVersions forms, CancellationToken stop)
    {
        var studies = new StudyStore(session);
        if (await studies.Find(staff.AgencyId, studyId) is not { } study)
        {
            return Refusals.NotFound.Because("There is no study with this id.");
        }

        var members = (await studies.Members(staff.AgencyId, study.StudyNo)).Select(member => member.MemberAgencyId).ToList();
        var consents = await Consents.ReadAsync(session, staff.AgencyId, study.StudyNo);
        var reader = new StudyScoresReader(session, forms, members);
        var read = await reader.ReadAsync(consents.Of, stop);
        // A person in two classes of the study is released once, with the scores of the first class; ratings by others never are.
        var scores = read.Scores.WaveScores().Where(score => score.Source is null or "self")
            .GroupBy(score => (score.Agency, score.Participant))
            .ToDictionary(person => person.Key, person => person.Where(score => score.Delivery == person.Min(one => one.Delivery)).ToList());
        var waves = ReleasedWaves.Where(wave => scores.Values.Any(person => person.Exists(score => score.Wave == wave.Ordinal))).ToList();
        var builder = new ReleaseInputBuilder(name, Instruments(read), waves.Select(wave => new ReleaseWave(wave.Code, wave.Title, wave == Wave.Pre)).ToList());
        foreach (var agency in members.Order())
        {
            await AddAgencyAsync(session, builder, agency, scores, consents, reader);
        }

        return new ReleaseSnapshot(study, builder.Build(), read.Scores.InputSha256);
    }

    private static List<ReleaseInstrument> Instruments(StudyInput read) =>
        read.Forms.Values.Select(form => form.Form.Instrument).DistinctBy(instrument => instrument.Identifier)
            .Select(instrument => new ReleaseInstrument(instrument.Identifier.Replace('-', '_'), $"{instrument.Title} ({Unit(instrument.Kind)})"))
            .ToList();

    private static string Unit(InstrumentKind kind) => kind switch
    {
        InstrumentKind.KnowledgeTest => "percent of points",
        InstrumentKind.Scale => "mean of items",
        _ => "percent shown of applicable",
    };

    private static async Task AddAgencyAsync(
        Session session, ReleaseInputBuilder builder, int agencyId, Dictionary<(int Agency, int Participant), List<WaveScore>> scores,
        Consents consents, StudyScoresReader reader)
    {
        var agency = (await new AgencyStore(session).Find(agencyId))!;
        var strength = await new AgencyStore(session).Strength(agencyId, DateOnly.MaxValue);
        builder.AddAgency(agency.AgencyUuid, agency.StateCode ?? "", Math.Max(1, strength?.OfficersEmployed ?? 1));
        var handedIn = (await new StudyQueries(session, [agencyId]).HandedIn())
            .ToDictionary(row => (reader.Dense(agencyId, row.DeliveryNo), row.ParticipantNo, row.WaveOrdinal), row => DateOnly.FromDateTime(row.SubmittedAt.UtcDateTime));
        foreach (var person in await new ParticipantStore(session).List(agencyId))
        {
            if (scores.TryGetValue((agencyId, person.ParticipantNo), out var own))
            {
                var consent = person.WithdrawnAt is not null ? ConsentDecision.Withdrawn
                    : consents.Of(agencyId, person.ParticipantNo) == ConsentedWaves.None ? ConsentDecision.Refused : ConsentDecision.Granted;
                builder.AddPerson(person.ParticipantId, agency.AgencyUuid, consent, reader.TrainingEnd(own[0].Delivery), QuasiIdentifiers(person));
                foreach (var score in own)
                {
                    builder.AddScore(
                        person.ParticipantId, score.Instrument.Replace('-', '_'), Wave.All[score.Wave].Code, score.Score,
                        handedIn[(score.Delivery, score.Participant, score.Wave)]);
                }
            }
        }
    }

    private static Dictionary<string, string?> QuasiIdentifiers(ParticipantRow person) => new()
    {
        ["kind"] = person.Kind,
        ["rank"] = person.Rank,
        ["years_of_service"] = person.YearsOfService?.ToString(CultureInfo.InvariantCulture),
        ["sex"] = person.Sex,
        ["race_ethnicity"] = person.RaceEthnicity,
        ["age_band"] = person.AgeBand,
        ["prior_cit"] = person.PriorCit switch { true => "yes", false => "no", null => null },
    };
}
