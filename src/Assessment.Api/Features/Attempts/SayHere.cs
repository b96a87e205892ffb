using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Attempts;

/// <summary>An open test page says that it is there, so that the room tells a long thought from a device that is away.</summary>
internal static class SayHere
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/attempts/{attemptId:guid}/here", Handle)
        .RequireTicket().WithTags("Attempts")
        .WithSummary("Says that the test page is open and on line; kept in memory until the attempt is handed in.");

    [NotAudited("A sign of life; nothing is written.")]
    internal static Results<NoContent, ProblemHttpResult> Handle(Guid attemptId, TicketHolder holder, Presence presence)
    {
        if (holder.AttemptId != attemptId)
        {
            return AttemptRefusals.OtherAttempt.ToProblem();
        }

        presence.Here(holder.AgencyId, holder.AttemptNo);
        return TypedResults.NoContent();
    }
}
