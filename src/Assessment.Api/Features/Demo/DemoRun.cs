using System.Globalization;
using System.Text.Json;
using Assessment.Domain.Delivery;

namespace Assessment.Api.Features.Demo;

/// <summary>What the demo brings home.</summary>
/// <param name="Findings">The study's findings document, as the API answered it.</param>
/// <param name="Release">The release package (zip); null when it was refused.</param>
/// <param name="ReleaseRefusal">Why there is no release; null when there is one.</param>
/// <param name="Reports">Each grant's report files: ORI and zip.</param>
/// <param name="Answers">Saves sent, repeats included.</param>
/// <param name="AdminKeys">A key per agency, to look around with.</param>
internal sealed record DemoOutcome(
    JsonElement Findings,
    byte[]? Release,
    string? ReleaseRefusal,
    IReadOnlyList<(string Ori, byte[] Zip)> Reports,
    int Answers,
    IReadOnlyList<(string Name, string Key)> AdminKeys);

/// <summary>Plays a study through the HTTP API, in the order of its dates, as its agencies and their people would.</summary>
internal sealed class DemoRun(ApiClient nobody, StudyFiles study, DemoClock clock, DemoProgress progress)
{
    private const int DevicesAtOnce = 12;
    private const string Checklist = "follow-up-checklist";
    private static readonly string[] Instruments = ["dekt", "confidence", Checklist];

    private readonly DemoSetup setup = new(nobody, study);
    private int answers;

    private sealed record Occasion(DateTimeOffset At, DemoClass Class, Wave Wave);

    private sealed record Opened(Guid AdministrationId, string JoinCode);

    private sealed record NewStudy(Guid StudyId);

    private sealed record Analysis(JsonElement Findings);

    /// <summary>Plays everything.</summary>
    /// <param name="operatorKey">Key of the installation's operator.</param>
    public async Task<DemoOutcome> PlayAsync(string operatorKey)
    {
        clock.Set(Noon(study.Deliveries[0]["starts_on"]!).AddDays(-30));
        await progress.StepAsync("Agencies, forms, classes and rosters", study.Agencies.Count + study.Deliveries.Count, done => setup.RunAsync(operatorKey, done));
        var studyId = await DeclareAsync();
        foreach (var wave in new[] { Wave.Pre, Wave.Post, Wave.FollowUp6 })
        {
            await PlayWaveAsync(wave);
        }

        clock.Set(new DateTimeOffset(2026, 1, 15, 9, 0, 0, TimeSpan.Zero));
        var analysis = await setup.Evaluator.PostAsync<Analysis>($"/api/studies/{studyId}/analyses");
        var (release, refusal) = await ReleaseAsync(studyId);
        var reports = new List<(string, byte[])>();
        await progress.StepAsync("Grant reports", setup.Grants.Count, async done =>
        {
            foreach (var grant in setup.Grants)
            {
                reports.Add((grant.Agency.Ori, await grant.ReportAsync()));
                done();
            }
        });
        return new DemoOutcome(analysis.Findings, release, refusal, reports, answers, setup.AdminKeys);
    }

    private async Task<Guid> DeclareAsync()
    {
        var declared = await setup.Evaluator.PostAsync<NewStudy>("/api/studies", new
        {
            title = "Academy study",
            designClass = "C",
            outcomes = "Knowledge test score (percent of points) by topic of the Act, knowledge and skill apart; confidence; use on the job at six months.",
            plan = "Paired gain from pre-test to post-test with class-clustered intervals; pass rates; retention at six months. One group, before and after: no cause is claimed.",
        });
        foreach (var agency in setup.Agencies)
        {
            using var joined = await agency.Admin.PostAsync($"/api/studies/{declared.StudyId}/join");
            joined.EnsureSuccessStatusCode();
        }

        return declared.StudyId;
    }

    private async Task PlayWaveAsync(Wave wave)
    {
        var occasions = setup.Classes.Select(one => new Occasion(When(one, wave), one, wave)).OrderBy(occasion => occasion.At).ToList();
        var saves = occasions.Sum(occasion => occasion.Class.People.Sum(person =>
            Instruments.Sum(instrument => study.Responses[(person.Person.Id, instrument, wave.Code)].Count())));
        await progress.StepAsync($"{wave.Title}: answers saved one by one, {DevicesAtOnce} devices at once", saves, async done =>
        {
            foreach (var occasion in occasions)
            {
                clock.Set(occasion.At);
                foreach (var instrument in Instruments.Where(instrument => wave.IsFollowUp || instrument != Checklist))
                {
                    await GiveAsync(occasion, instrument, done);
                }

                await RateAsync(occasion);
            }
        });
    }

    private static DateTimeOffset When(DemoClass one, Wave wave) => wave.IsFollowUp
        ? Noon(one.EndsOn).AddMonths(6).AddDays(3)
        : wave == Wave.Pre ? Noon(one.StartsOn).AddHours(-4) : Noon(one.EndsOn).AddHours(4);

    private async Task GiveAsync(Occasion occasion, string instrument, Action done)
    {
        var takers = occasion.Class.People
            .Select(person => (person, responses: study.Responses[(person.Person.Id, instrument, occasion.Wave.Code)].ToList()))
            .Where(taker => taker.responses.Count > 0).ToList();
        if (takers.Count == 0)
        {
            return;
        }

        var trainer = occasion.Class.Agency.Trainer;
        var opened = await trainer.PostAsync<Opened>(
            $"/api/deliveries/{occasion.Class.Id}/administrations", new { wave = occasion.Wave.Code, forms = setup.FormsOf(instrument) });
        var device = new DemoDevice(nobody, () =>
        {
            Interlocked.Increment(ref answers);
            done();
        });
        await Parallel.ForEachAsync(
            takers,
            new ParallelOptions { MaxDegreeOfParallelism = DevicesAtOnce },
            async (taker, _) => await device.TakeAsync(opened.JoinCode, taker.person.Token, taker.person.Person.Consents, taker.responses));
        using var closed = await trainer.PostAsync($"/api/administrations/{opened.AdministrationId}/close");
        closed.EnsureSuccessStatusCode();
    }

    private async Task RateAsync(Occasion occasion)
    {
        var about = occasion.Class.People.ToDictionary(person => person.Person.Id);
        foreach (var rating in study.Ratings.Where(rating => rating.Wave == occasion.Wave.Code && about.ContainsKey(rating.Participant)))
        {
            using var recorded = await occasion.Class.Agency.Supervisor.PostAsync($"/api/deliveries/{occasion.Class.Id}/follow-ups", new
            {
                participantId = about[rating.Participant].ParticipantId,
                wave = rating.Wave,
                formId = setup.FormsOf(Checklist)[0],
                indicators = rating.Indicators.Select(indicator => new { item = indicator.Item, value = indicator.Value }),
            });
            recorded.EnsureSuccessStatusCode();
        }
    }

    private async Task<(byte[]? Package, string? Refusal)> ReleaseAsync(Guid studyId)
    {
        using var answer = await setup.Evaluator.PostAsync(
            $"/api/studies/{studyId}/releases",
            new { name = "2026-R1", producer = "Example State Training Office", contact = "Research desk of the Example State Training Office" });
        return answer.IsSuccessStatusCode
            ? (await answer.Content.ReadAsByteArrayAsync(), null)
            : (null, (await answer.Content.ReadAsStringAsync()));
    }

    private static DateTimeOffset Noon(string day) =>
        new(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), new TimeOnly(12, 0), TimeSpan.Zero);
}
