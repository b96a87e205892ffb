using Assessment.Api.Auditing;
using Assessment.Api.Features.Agencies;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.FollowUps;

/// <summary>
/// Whom the calling rater may follow up now, and what the rater recorded. Who handed in the own follow-up test is not told: a
/// supervisor learns nothing here but the roster and the own entries.
/// </summary>
internal static class ListFollowUpWork
{
    /// <param name="Who">About whom.</param>
    /// <param name="RecordedAs">The calling rater's checklist about the person at this wave; null while there is none.</param>
    internal sealed record Person(Who Who, Guid? RecordedAs);

    /// <param name="DeliveryId">The class.</param>
    /// <param name="Title">What staff call it.</param>
    /// <param name="Wave">The follow-up wave.</param>
    /// <param name="OpensOn">First day that counts.</param>
    /// <param name="ClosesOn">Last day that counts.</param>
    /// <param name="Reminder">first, second or last.</param>
    /// <param name="People">Everybody enrolled, by place on the roster; for evaluators by study code.</param>
    internal sealed record Class(
        Guid DeliveryId, string Title, string Wave, DateOnly OpensOn, DateOnly ClosesOn, string Reminder, IReadOnlyList<Person> People);

    /// <param name="FormId">The form.</param>
    /// <param name="FormVersionNo">Its newest published version.</param>
    /// <param name="Title">Title.</param>
    internal sealed record Checklist(Guid FormId, int FormVersionNo, string Title);

    /// <param name="RaterId">A rater without a key, for whom it may be entered; null for the caller.</param>
    /// <param name="Source">supervisor, recording or records.</param>
    /// <param name="Label">Who judges.</param>
    internal sealed record Judge(Guid? RaterId, string Source, string Label);

    internal sealed record Answer(
        IReadOnlyList<Class> Classes, IReadOnlyList<OwnFollowUp> Recorded, IReadOnlyList<Checklist> Checklists, IReadOnlyList<Judge> Judges);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/follow-ups/work", Handle)
        .RequireStaff(Role.Supervisor, Role.Evaluator).WithTags("Follow-up")
        .WithSummary("Lists whom the calling rater may follow up now, with which checklists, and what the rater recorded.");

    [Audited("list.follow-up-work")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var listed = await database.WriteAsync(async session =>
        {
            var rater = await new RaterStore(session).FindByKey(staff.AgencyId, staff.KeyNo);
            if (rater is null && staff.Role != Role.Supervisor)
            {
                return Refusals.RoleMissing.Because("This key is no rater's; the administrator registers raters with their keys.");
            }

            await Audit.RecordAsync(session, staff, "list.follow-up-work", rater?.RaterId, now);
            return (Result<Answer>)await OfAsync(session, staff, rater, now);
        }, stop);
        return listed.ToOk();
    }

    private static async Task<Answer> OfAsync(Session session, Staff staff, RaterRow? rater, DateTimeOffset now)
    {
        var known = new Acquaintance(session, staff);
        var own = rater is null ? [] : await new FollowUpStore(session).OfRater(staff.AgencyId, rater.RaterNo);
        var day = AgencyDay.Of((await new AgencyStore(session).Find(staff.AgencyId))!, now);
        var classes = new List<Class>();
        foreach (var asked in await FollowUpClass.ListAsync(session, staff.AgencyId, day))
        {
            classes.Add(await OfAsync(known, asked, own));
        }

        var recorded = new List<OwnFollowUp>();
        foreach (var row in own) recorded.Add(OwnFollowUp.Of(row, await known.WithAsync(row)));
        return new Answer(classes, recorded, await ChecklistsAsync(session, staff.AgencyId), await JudgesAsync(session, staff, rater));
    }

    private static async Task<Class> OfAsync(Acquaintance known, FollowUpClass asked, IReadOnlyList<OwnFollowUpRow> own)
    {
        var first = asked.People[0];
        var people = new List<Person>();
        foreach (var row in asked.People)
        {
            var recorded = own.FirstOrDefault(one => (one.DeliveryNo, one.ParticipantNo, one.Wave) == (row.DeliveryNo, row.ParticipantNo, asked.Wave));
            people.Add(new Person(await known.WithAsync(row.DeliveryNo, row.ParticipantNo, row.Position, row.ParticipantId, row.StudyCode), recorded?.FollowUpId));
        }

        // Study codes stand in their own order: the order of the roster would tell whose they are.
        return new Class(
            first.DeliveryId, first.Title, asked.Wave, asked.Window.OpensOn, asked.Window.ClosesOn, asked.Reminder,
            [.. people.OrderBy(person => person.Who.StudyCode, StringComparer.Ordinal)]);
    }

    private static async Task<IReadOnlyList<Checklist>> ChecklistsAsync(Session session, int agencyId)
    {
        var checklists = new List<Checklist>();
        foreach (var instrument in (await new InstrumentStore(session).ListVisible(agencyId)).Where(one => one.Kind == "follow-up-checklist"))
        {
            checklists.AddRange((await new FormStore(session).Published(instrument.InstrumentNo)).Select(form => new Checklist(form.FormId, form.FormVersionNo, form.Title)));
        }

        return checklists;
    }

    private static async Task<IReadOnlyList<Judge>> JudgesAsync(Session session, Staff staff, RaterRow? rater)
    {
        string[] sources = staff.Role == Role.Evaluator ? ["recording", "records"] : ["supervisor", "records"];
        var kind = rater?.Kind ?? staff.Role;
        IEnumerable<Judge> own = kind == "trainer" ? [] : [new Judge(null, SourceOf(kind), rater?.Label ?? "")];
        var others = (await new RaterStore(session).List(staff.AgencyId))
            .Where(one => one.KeyNo is null && sources.Contains(SourceOf(one.Kind)))
            .Select(one => new Judge(one.RaterId, SourceOf(one.Kind), one.Label));
        return [.. own, .. others];
    }

    private static string SourceOf(string kind) => kind == "coder" ? "recording" : kind;
}
