using Assessment.Api.Auditing;
using Assessment.Api.Features.Administrations;
using Assessment.Api.Features.Raters;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Ratings;

/// <summary>
/// A trainer observes a participant in a scenario exercise: the participant answers nothing on a device, so the attempt is
/// opened and handed in here, its responses marked as observed, and given to the trainer to rate. The same request may come twice.
/// </summary>
internal static class ObserveScenario
{
    /// <summary>What stands in place of a written response.</summary>
    internal const string Observed = "(observed)";

    /// <param name="AttemptId">Random id made by the trainer's device, so that the request can be repeated.</param>
    /// <param name="ParticipantId">Who is observed.</param>
    internal sealed record Request(Guid AttemptId, Guid ParticipantId);

    /// <param name="AttemptId">The attempt to rate.</param>
    /// <param name="Items">Its items.</param>
    internal sealed record Answer(Guid AttemptId, IReadOnlyList<string> Items);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/administrations/{administrationId:guid}/observations", Handle)
        .RequireStaff(Role.Trainer).WithTags("Ratings")
        .WithSummary("Opens a participant's observed scenario for the calling trainer to rate.");

    [Audited("observe.scenario")]
    internal static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        Guid administrationId, Request request, Staff staff, Database database, ObservedAttempts attempts, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var observed = await database.WriteAsync(async session =>
        {
            var begun = await BeginAsync(session, administrationId, request, staff, now);
            return begun.IsRefused ? begun.Refusal! : await HandInAsync(session, begun.Value.Attempt, begun.Value.Rater);
        }, stop);
        return observed.ToCreated(answer => $"/api/attempts/{answer.AttemptId}");

        async Task<Result<Answer>> HandInAsync(Session session, AttemptRow attempt, RaterRow rater)
        {
            var handedIn = await attempts.HandInAsync(session, attempt, GiveAsync, now, stop);
            return handedIn.Then(items => (Result<Answer>)new Answer(attempt.AttemptId, items));

            async Task GiveAsync(Session same)
            {
                await new AssignmentStore(same).Add([new AssignmentRow { AgencyId = staff.AgencyId, AttemptNo = attempt.AttemptNo, RaterNo = rater.RaterNo, AssignedAt = now }]);
                await Audit.RecordAsync(same, staff, "observe.scenario", attempt.AttemptId, now);
            }
        }
    }

    private static async Task<Result<(AttemptRow Attempt, RaterRow Rater)>> BeginAsync(
        Session session, Guid administrationId, Request request, Staff staff, DateTimeOffset now)
    {
        var store = new AdministrationStore(session);
        if (await store.Find(staff.AgencyId, administrationId) is not { } administration
            || await new ParticipantStore(session).FindById(staff.AgencyId, request.ParticipantId) is not { WithdrawnAt: null } participant
            || await new EnrollmentStore(session).Find(staff.AgencyId, administration.DeliveryNo, participant.ParticipantNo) is not { WithdrawnOn: null } place)
        {
            return Refusals.NotFound.Because("There is no such administration, or no such participant in its class.");
        }

        var versions = await store.Forms(staff.AgencyId, administration.AdministrationNo);
        var version = versions[DealtForm.IndexFor(administration, place.Position, 1, versions.Count)];
        if (await FaultAsync(session, administration, participant, version, now) is { } fault)
        {
            return fault;
        }

        var rater = await RaterOf.FindAsync(session, staff, null, "trainer", now);
        if (rater.IsRefused)
        {
            return rater.Refusal!;
        }

        var attempt = await new AttemptStore(session).Start(new AttemptRow
        {
            AgencyId = staff.AgencyId, AttemptId = request.AttemptId, AdministrationNo = administration.AdministrationNo, DeliveryNo = administration.DeliveryNo,
            ParticipantNo = participant.ParticipantNo, FormVersionNo = version, Seed = Secret.NewSeed(), StartedAt = now,
        });
        return attempt?.AttemptId == request.AttemptId
            ? (attempt, rater.Value)
            : Refusals.AttemptExists.Because("This participant has an attempt, or the id is in use.");
    }

    private static async Task<Refusal?> FaultAsync(
        Session session, AdministrationRow administration, ParticipantRow participant, int formVersionNo, DateTimeOffset now)
    {
        if (administration.IsDoorClosed(now))
        {
            return Refusals.AdministrationClosed.Because("The door is closed; open another administration.");
        }

        if (administration.Waits)
        {
            return Refusals.NotStarted.Because("Start the test, then observe.");
        }

        if ((await new FormStore(session).Items(formVersionNo)).Any(item => item.Type is not ("constructed-response" or "stimulus")))
        {
            return Refusals.RequestContradicts.Because("The form has items that the participant answers; only a form of rated items is observed.");
        }

        var instrument = (await new InstrumentStore(session).Find(administration.InstrumentNo))!;
        return instrument.Plane == "research" && await new ConsentStore(session).Find(participant.AgencyId, participant.ParticipantNo, administration.Wave) is null
            ? Refusals.ConsentMissing.Because("The participant decides about consent in a test of this wave first.")
            : null;
    }
}
