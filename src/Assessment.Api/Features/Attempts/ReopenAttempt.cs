using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Attempts;

/// <summary>Opens an attempt again that was handed in or whose time is up; its receipt and score are void until it is handed in anew.</summary>
internal static class ReopenAttempt
{
    /// <param name="Minutes">How long it stays open.</param>
    internal sealed record Request([property: Range(1, 600)] int Minutes = 15);

    internal sealed record Answer(DateTimeOffset EndsAt);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/attempts/{attemptId:guid}/reopen", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Attempts")
        .WithSummary("Opens an attempt again, also after the administration has ended; the participant goes on with the same ticket.");

    [Audited("reopen.attempt")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid attemptId, Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var end = now.AddMinutes(request.Minutes);
        var reopened = await database.WriteAsync(session => ChosenAttempt.ChangeAsync(session, staff, attemptId, async (attempt, administration) =>
        {
            if (administration.Waits)
            {
                return Refusals.NotStarted.Because("Nothing has ended yet; start the test first.");
            }

            await new SeatStore(session).Reopen(staff.AgencyId, attempt.AttemptNo, end);
            await Audit.RecordAsync(session, staff, "reopen.attempt", attemptId, now);
            return (Result<Answer>)new Answer(end);
        }), stop);
        return reopened.ToOk();
    }
}
