using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Attempts;

/// <summary>A participant's own attempt: the form and what was saved, to go on after a dead battery.</summary>
internal static class ShowAttempt
{
    internal sealed record Saved(string Item, string? Value, long Revision);

    internal sealed record Answer(Guid AttemptId, bool Submitted, string? Receipt, FormView Form, IReadOnlyList<Saved> Responses);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/attempts/{attemptId:guid}", Handle)
        .RequireTicket().WithTags("Attempts")
        .WithSummary("Shows the holder's own attempt: form without keys, saved answers with their revisions, receipt.");

    [NotAudited("A participant reads the own answers.")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid attemptId, TicketHolder holder, Database database, FormVersions forms, CancellationToken stop)
    {
        if (holder.AttemptId != attemptId)
        {
            return AttemptRefusals.OtherAttempt.ToProblem();
        }

        var form = await forms.FindAsync(holder.FormVersionNo, stop);
        var (attempt, responses) = await database.ReadAsync(async session =>
        {
            var store = new AttemptStore(session);
            return (await store.Find(holder.AgencyId, holder.AttemptId), await store.Responses(holder.AgencyId, holder.AttemptNo));
        }, stop);
        return TypedResults.Ok(new Answer(
            attemptId,
            attempt!.SubmittedAt is not null,
            attempt.Receipt,
            form.ViewOf(attempt),
            responses.Select(response => new Saved(form.Form.Items[response.ItemNo - 1].Identifier, response.Value, response.Revision)).ToList()));
    }
}
