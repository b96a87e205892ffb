using System.Text.Json;
using System.Text.Json.Serialization;
using Assessment.Api.Auditing;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.Curricula;
using Assessment.Domain.Instruments;
using Assessment.Domain.People;
using Assessment.Domain.Scoring;
using Assessment.Evaluation.Classes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Assessment.Api.Features.Administrations;

/// <summary>
/// Where a class stands after a test, by objective. The first sheet that is shown stays: a sheet that followed each later answer
/// would tell one person by the difference. Results of single people are there for certification tests of the training plane alone.
/// </summary>
internal static class ShowClassSheet
{
    /// <param name="Number">Place on the roster, from 1.</param>
    /// <param name="Attempt">First, second, … go.</param>
    /// <param name="Points">Points earned.</param>
    /// <param name="MaxPoints">Most points of the form.</param>
    /// <param name="Passed">Whether the pass mark was reached; null without one.</param>
    internal sealed record PersonResult(int Number, int Attempt, double Points, double MaxPoints, bool? Passed);

    /// <param name="Title">Title of the instrument.</param>
    /// <param name="Wave">The wave.</param>
    /// <param name="MadeAt">When the sheet was made.</param>
    /// <param name="Sheet">What is said of the class.</param>
    /// <param name="Meanings">Objectives in words, by code.</param>
    /// <param name="Results">Results of a certification test by number; null on the research plane.</param>
    internal sealed record Answer(
        string Title, string Wave, DateTimeOffset MadeAt, ClassSheet Sheet, IReadOnlyDictionary<string, string> Meanings, IReadOnlyList<PersonResult>? Results);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/administrations/{administrationId:guid}/sheet", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Administrations")
        .WithSummary("Shows where a class stands by objective after a test: groups of eleven or more, else objectives to talk about.");

    [Audited("show.class-sheet")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid administrationId, Staff staff, Database database, FormVersions forms, SheetTimes times, CancellationToken stop)
    {
        var shown = await database.WriteAsync(async session =>
        {
            if (await new AdministrationStore(session).Find(staff.AgencyId, administrationId) is not { } administration)
            {
                return Refusals.NotFound.Because("There is no administration with this id.");
            }

            var instrument = (await new InstrumentStore(session).Find(administration.InstrumentNo))!;
            if (instrument.Kind != "knowledge-test")
            {
                return Refusals.RequestContradicts.Because("Only knowledge tests have right answers, and so a class sheet.");
            }

            if (await times.IsRunningAsync(session, administration))
            {
                return Refusals.ClassRunning.Because("Close the test and wait until nobody works on it; then there is a sheet.");
            }

            var answer = await new Making(session, forms, administration, instrument).AnswerAsync(times.Now, stop);
            await Audit.RecordAsync(session, staff, "show.class-sheet", administrationId, times.Now);
            return answer;
        }, stop);
        return shown.ToOk();
    }

    /// <summary>Makes a sheet, or takes the one that was shown.</summary>
    private sealed class Making(Session session, FormVersions forms, AdministrationRow administration, InstrumentRow instrument)
    {
        private static readonly JsonSerializerOptions Stored = new() { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) } };

        private readonly Dictionary<int, Form> loaded = [];

        public async Task<Result<Answer>> AnswerAsync(DateTimeOffset now, CancellationToken stop)
        {
            foreach (var version in await new AdministrationStore(session).Forms(administration.AgencyId, administration.AdministrationNo))
            {
                loaded[version] = (await forms.ForScoringAsync(session, version, stop)).Form;
            }

            if (await SheetAsync(now) is not { } row)
            {
                return Refusals.NothingToAnalyze.Because("Nobody has handed this test in.");
            }

            return new Answer(
                instrument.Title, administration.Wave, row.MadeAt, JsonSerializer.Deserialize<ClassSheet>(row.Content, Stored)!, await MeaningsAsync(),
                instrument.Plane == "training" ? await ResultsAsync() : null);
        }

        private async Task<ClassSheetRow?> SheetAsync(DateTimeOffset now)
        {
            var store = new ClassSheetStore(session);
            if ((await store.FirstGoes(administration.AgencyId, administration.AdministrationNo, agreedOnly: false)).Count == 0)
            {
                return null;
            }

            // Where everybody who took part refused, the sheet is that of a few people: it does not tell that they did.
            var goes = await store.FirstGoes(administration.AgencyId, administration.AdministrationNo, agreedOnly: instrument.Plane == "research");
            if (await store.Find(administration.AgencyId, administration.AdministrationNo) is { } shown && goes.Count < shown.People + ClassSheet.LeastNewcomers)
            {
                return shown;
            }

            var sheet = ClassSheet.Of(Objectives(), [.. goes.Select(go => Shares(loaded[go.FormVersionNo], go.Scores))]);
            var row = new ClassSheetRow
            {
                AgencyId = administration.AgencyId, AdministrationNo = administration.AdministrationNo,
                People = goes.Count, Content = JsonSerializer.Serialize(sheet, Stored), MadeAt = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond)),
            };
            await store.Put(row);
            return row;
        }

        private List<string> Objectives() => loaded.Values.SelectMany(form => form.Items).Where(IsScored).Select(ObjectiveOf).Distinct().ToList();

        private async Task<IReadOnlyDictionary<string, string>> MeaningsAsync()
        {
            var known = await new CurriculumStore(session).Meanings(administration.AgencyId, administration.DeliveryNo, instrument);
            return Objectives().ToDictionary(code => code, code => known.GetValueOrDefault(code) ?? Topic.Find(code)?.Title ?? code);
        }

        private async Task<IReadOnlyList<PersonResult>> ResultsAsync() =>
            [.. (await new ClassSheetStore(session).Certified(administration.AgencyId, administration.AdministrationNo)).Select(row =>
            {
                var form = loaded[row.FormVersionNo];
                return new PersonResult(row.Position + 1, row.Ordinal, new Points(row.Points).Value, form.MaxPoints.Value, form.PassMark is { } mark ? row.Points >= mark.Ticks : null);
            })];
    }

    /// <summary>Exercises that raters score are on no sheet: they may wait for a rater.</summary>
    private static bool IsScored(Item item) => item is not ConstructedResponse && item.MaxPoints.Ticks > 0;

    private static string ObjectiveOf(Item item) => item.Tags.Objective ?? item.Tags.Topic ?? "other";

    /// <summary>The share of the points of each objective that a person earned; blanks earn none.</summary>
    private static Dictionary<string, double> Shares(Form form, byte[] scores) => form.Items
        .Select((item, i) => (Item: item, Ticks: ScoreSheet.Ticks(scores, i)))
        .Where(line => IsScored(line.Item))
        .GroupBy(line => ObjectiveOf(line.Item))
        .ToDictionary(
            lines => lines.Key,
            lines => Math.Clamp(lines.Sum(line => line.Ticks == ScoreSheet.NotScored ? 0.0 : line.Ticks) / lines.Sum(line => (double)line.Item.MaxPoints.Ticks), 0, 1));
}

/// <summary>When a class sheet may be shown.</summary>
internal sealed class SheetTimes(TimeProvider clock, IOptions<AttemptOptions> options)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Whether answers may still come: the test has not ended, or somebody has answered and not handed in.</summary>
    public async Task<bool> IsRunningAsync(Session session, AdministrationRow administration) =>
        !administration.HasEnded(Now)
        || (await ShowSeats.ListAsync(session, administration, options.Value.SilentBefore(Now))).Any(seat => seat is { State: Seat.Working, Answered: > 0 });
}
