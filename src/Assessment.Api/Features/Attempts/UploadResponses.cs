using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data.Responses;
using Assessment.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Attempts;

/// <summary>
/// Takes the answers that queued on a device. Each is decided and acknowledged on its own, so that one bad answer holds
/// none of the others back; what is acknowledged is on disk. The same upload may be sent again.
/// </summary>
internal static class UploadResponses
{
    /// <param name="Answers">In the order they were given, 500 at most.</param>
    /// <param name="Device">The device's name.</param>
    internal sealed record Request(
        [property: Required, MinLength(1), MaxLength(500)] IReadOnlyList<ItemAnswer> Answers,
        [property: Required, StringLength(64, MinimumLength = 1)] string Device);

    /// <param name="Item">The item, as it was sent.</param>
    /// <param name="State">saved, superseded or refused.</param>
    /// <param name="Revision">The revision that stands now; the one sent when the answer does not fit the form.</param>
    /// <param name="Code">Code of the refusal; null when it was taken.</param>
    /// <param name="Reason">What would help; null when it was taken.</param>
    internal sealed record Acknowledged(string Item, string State, long Revision, string? Code = null, string? Reason = null);

    internal sealed record Answer(IReadOnlyList<Acknowledged> Answers);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/api/attempts/{attemptId:guid}/responses", Handle)
        .RequireTicket().WithTags("Attempts")
        .WithSummary("Takes the answers that queued on a device and acknowledges each of them.");

    [NotAudited("A participant's own act; response_event keeps every answer.")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid attemptId, Request request, TicketHolder holder, FormVersions forms, ResponseWriter writer, TimeProvider clock, CancellationToken stop)
    {
        if (holder.AttemptId != attemptId)
        {
            return AttemptRefusals.OtherAttempt.ToProblem();
        }

        return TypedResults.Ok(new Answer(await SaveAsync(holder, request, forms, writer, clock.GetUtcNow(), stop)));
    }

    /// <summary>Saves the answers of whoever holds the ticket, each decided on its own.</summary>
    internal static async Task<IReadOnlyList<Acknowledged>> SaveAsync(
        TicketHolder holder, Request request, FormVersions forms, ResponseWriter writer, DateTimeOffset now, CancellationToken stop)
    {
        var form = await forms.FindAsync(holder.FormVersionNo, stop);
        var read = request.Answers.Select(answer => Read(holder, form, answer, request.Device, now)).ToList();
        var outcomes = new Queue<SaveOutcome>(
            await writer.SaveAsync(read.Where(save => !save.IsRefused).Select(save => save.Value).ToList(), stop));
        return request.Answers
            .Zip(read, (answer, save) => save.IsRefused ? Refused(answer.Item, answer.Revision, save.Refusal!) : Of(answer.Item, outcomes.Dequeue()))
            .ToList();
    }

    /// <summary>A revision below 1 would break the order of a device's saves.</summary>
    private static Result<SaveRequest> Read(TicketHolder holder, LoadedForm form, ItemAnswer answer, string device, DateTimeOffset now) =>
        answer is { Item: not null, Revision: >= 1, Seen: null or >= 0 }
            ? SaveResponse.Read(holder, form, answer, device, now)
            : Refusals.ResponseInvalid.Because("An answer names its item and a revision of 1 or more.");

    private static Acknowledged Of(string item, SaveOutcome outcome) => SaveResponse.RefusalOf(outcome) is { } refusal
        ? Refused(item, outcome.Revision, refusal)
        : new Acknowledged(item, SaveResponse.StateOf(outcome), outcome.Revision);

    private static Acknowledged Refused(string item, long revision, Refusal refusal) =>
        new(item, "refused", revision, refusal.Code.Code, refusal.Reason);
}
