using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Assessment.Api.Features.Attempts;

/// <summary>
/// The other device goes on at the same place. The first device's ticket keeps working: answers that queued on it still
/// count, and neither device overwrites what it has not seen.
/// </summary>
internal static class ContinueAttempt
{
    /// <param name="MoveCode">The code that staff read aloud.</param>
    /// <param name="Token">The person's roster token: six letters alone could be guessed.</param>
    internal sealed record Request([property: Required] string MoveCode, [property: Required] string Token);

    internal sealed record Answer(Guid AttemptId, string Ticket);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/attempts/continue", Handle)
        .OpenToAll("move code and roster token open the attempt").WithTags("Attempts")
        .WithSummary("Carries an attempt to this device; answers its ticket. Load the attempt next.");

    [NotAudited("Staff's making of the code is audited.")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Request request, Database database, TimeProvider clock, IOptions<AttemptOptions> options, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var ticket = Secret.NewTicket();
        var carried = await database.WriteAsync(async session =>
        {
            if (await FindAsync(session, request, now) is not { } attempt)
            {
                return Refusals.MoveCodeUnknown.Because("Check the six letters and your token, or ask your trainer for a new code.");
            }

            await new AttemptStore(session).AddTicket(attempt.AgencyId, attempt.AttemptNo, Secret.Hash(ticket), now.AddHours(options.Value.TicketHours));
            return (Result<AttemptRow>)attempt;
        }, stop);
        return carried.Match<Results<Ok<Answer>, ProblemHttpResult>>(
            attempt => TypedResults.Ok(new Answer(attempt.AttemptId, new TicketText(attempt.AgencyId, attempt.AttemptNo, ticket).ToString())),
            refusal => refusal.ToProblem());
    }

    /// <summary>The attempt that code and token open together; the code is used up then.</summary>
    private static async Task<AttemptRow?> FindAsync(Session session, Request request, DateTimeOffset now)
    {
        var seats = new SeatStore(session);
        if (Code.ReadJoinCode(request.MoveCode) is not { } code
            || Code.ReadRosterToken(request.Token) is not { } token
            || await seats.FindMoveCode(code, now) is not { } attempt
            || await new EnrollmentStore(session).FindByToken(attempt.AgencyId, attempt.DeliveryNo, Secret.Hash(token)) is not { } place
            || place.ParticipantNo != attempt.ParticipantNo)
        {
            return null;
        }

        await seats.RemoveMoveCodes(code, now);
        return attempt;
    }
}
