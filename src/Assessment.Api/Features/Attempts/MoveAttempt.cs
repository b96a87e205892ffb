using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Assessment.Api.Features.Attempts;

/// <summary>A code that carries an attempt to another device, for a phone that died. Read aloud once.</summary>
internal static class MoveAttempt
{
    internal sealed record Answer(string MoveCode, DateTimeOffset ExpiresAt);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/attempts/{attemptId:guid}/move", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Attempts")
        .WithSummary("Makes a code that carries an attempt to another device.");

    [Audited("move.attempt")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid attemptId, Staff staff, Database database, TimeProvider clock, IOptions<AttemptOptions> options, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var expires = now.AddMinutes(options.Value.MoveCodeMinutes);
        var moved = await database.WriteAsync(session => ChosenAttempt.ChangeAsync(session, staff, attemptId, async (attempt, _) =>
        {
            var code = Secret.NewJoinCode();
            while (!await new SeatStore(session).TryGiveMoveCode(staff.AgencyId, attempt.AttemptNo, code, expires))
            {
                code = Secret.NewJoinCode();
            }

            await Audit.RecordAsync(session, staff, "move.attempt", attemptId, now);
            return (Result<Answer>)new Answer(code, expires);
        }), stop);
        return moved.ToOk();
    }
}
