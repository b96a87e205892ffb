using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Attempts;

/// <summary>A picture, video or captions of the holder's own form.</summary>
internal static class ShowMedia
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/attempts/{attemptId:guid}/media/{**path}", Handle)
        .RequireTicket().WithTags("Attempts")
        .WithSummary("Sends a file that the form of the attempt names; parts of it by Range.");

    [NotAudited("A participant reads what the form shows.")]
    internal static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        Guid attemptId, string path, TicketHolder holder, Database database, CancellationToken stop)
    {
        if (holder.AttemptId != attemptId)
        {
            return AttemptRefusals.OtherAttempt.ToProblem();
        }

        var media = await database.ReadAsync(session => new MediaStore(session).Find(holder.FormVersionNo, path), stop);
        return media is null
            ? Refusals.NotFound.Because("The form has no file by this path.").ToProblem()
            : TypedResults.Bytes(media.Content, media.MediaType, enableRangeProcessing: true);
    }
}
