using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Attempts;

/// <summary>Gives a running attempt more minutes.</summary>
internal static class GiveExtraTime
{
    /// <param name="Minutes">How many more, beyond what it has.</param>
    internal sealed record Request([property: Range(1, 600)] int Minutes);

    internal sealed record Answer(DateTimeOffset EndsAt);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/attempts/{attemptId:guid}/extra-time", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Attempts")
        .WithSummary("Gives a running attempt more minutes; it then ends at its own time, whatever the administration says.");

    [Audited("extend.attempt")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid attemptId, Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var given = await database.WriteAsync(session => ChosenAttempt.ChangeAsync(session, staff, attemptId, async (attempt, administration) =>
        {
            if (attempt.SubmittedAt is not null)
            {
                return Refusals.AlreadySubmitted.Because("Reopen the attempt; that gives it time too.");
            }

            if (administration.Waits)
            {
                return Refusals.NotStarted.Because("Give more time when the test has started.");
            }

            if ((attempt.EndsAt ?? administration.EndsAt) is not { } end)
            {
                return Refusals.RequestContradicts.Because("Neither the attempt nor its administration has an end that could be moved.");
            }

            var later = (end > now ? end : now).AddMinutes(request.Minutes);
            await new SeatStore(session).GiveTime(staff.AgencyId, attempt.AttemptNo, later, attempt.ExtraMinutes + request.Minutes);
            await Audit.RecordAsync(session, staff, "extend.attempt", attemptId, now);
            return (Result<Answer>)new Answer(later);
        }), stop);
        return given.ToOk();
    }
}
