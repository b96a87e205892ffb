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

    /// <param name="AttemptId">The attempt.</param>
    /// <param name="Submitted">Whether it was handed in.</param>
    /// <param name="Receipt">Its receipt; null before.</param>
    /// <param name="Form">The form without keys, in the order of this attempt.</param>
    /// <param name="Responses">Newest answer to each item that was ever answered.</param>
    /// <param name="EndsAt">When time is up, by the attempt or by the administration; null without an end.</param>
    /// <param name="SubmittedAt">When it was handed in; null before.</param>
    /// <param name="EndedBy">participant or time; null before.</param>
    /// <param name="Waits">Whether the test waits for the trainer to start it; its form has no items until then.</param>
    internal sealed record Answer(
        Guid AttemptId, bool Submitted, string? Receipt, FormView Form, IReadOnlyList<Saved> Responses,
        DateTimeOffset? EndsAt, DateTimeOffset? SubmittedAt, string? EndedBy, bool Waits);

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
        var (attempt, administration, responses) = await database.ReadAsync(async session =>
        {
            var store = new AttemptStore(session);
            var row = (await store.Find(holder.AgencyId, holder.AttemptId))!;
            return (row, await new AdministrationStore(session).Find(row.AgencyId, row.AdministrationNo), await store.Responses(row.AgencyId, row.AttemptNo));
        }, stop);
        return TypedResults.Ok(new Answer(
            attemptId,
            attempt.SubmittedAt is not null,
            attempt.Receipt,
            form.ViewOf(attempt),
            responses.Select(response => new Saved(form.Form.Items[response.ItemNo - 1].Identifier, response.Value, response.Revision)).ToList(),
            EndOf(attempt, administration!),
            attempt.SubmittedAt,
            attempt.EndedBy,
            administration!.Waits));
    }

    /// <summary>The earlier of the attempt's own end and the administration's, where that one counts.</summary>
    private static DateTimeOffset? EndOf(AttemptRow attempt, AdministrationRow administration) =>
        attempt.Outlives || administration.EndsAt is null || attempt.EndsAt < administration.EndsAt ? attempt.EndsAt : administration.EndsAt;
}
