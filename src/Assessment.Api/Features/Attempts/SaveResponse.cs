using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data.Responses;
using Assessment.Domain;
using Assessment.Domain.Scoring;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Attempts;

/// <summary>
/// Saves one answer. Acknowledged only when it is on disk. The same request may come twice, late or out of order:
/// the highest revision of the device stays.
/// </summary>
internal static class SaveResponse
{
    /// <param name="Value">What was chosen: option identifier, list of identifiers, true or false, a step, or null to clear.</param>
    /// <param name="Revision">The device's counter for this item, from 1.</param>
    /// <param name="Device">The device's name.</param>
    internal sealed record Request(
        JsonElement Value,
        [property: Range(1, long.MaxValue)] long Revision,
        [property: Required, StringLength(64, MinimumLength = 1)] string Device);

    /// <param name="Revision">The revision that stands now.</param>
    /// <param name="State">saved, or superseded when a newer revision stands already.</param>
    internal sealed record Answer(long Revision, string State);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/api/attempts/{attemptId:guid}/responses/{item}", Handle)
        .RequireTicket().WithTags("Attempts")
        .WithSummary("Saves the answer to one item; answers when it is on disk.");

    [NotAudited("A participant's own act; response_event keeps every answer.")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid attemptId, string item, Request request, TicketHolder holder, FormVersions forms, ResponseWriter writer, TimeProvider clock, CancellationToken stop)
    {
        if (holder.AttemptId != attemptId)
        {
            return Refusals.NotFound.Because("The ticket opens another attempt.").ToProblem();
        }

        var form = await forms.FindAsync(holder.FormVersionNo, stop);
        if (!form.ItemNo.TryGetValue(item, out var itemNo))
        {
            return Refusals.ItemNotOnForm.Because("The form of this attempt has no item with this identifier.").ToProblem();
        }

        var value = Read(form, itemNo, request.Value);
        if (value.IsRefused)
        {
            return value.Refusal!.ToProblem();
        }

        var outcome = await writer.SaveAsync(
            new SaveRequest(holder.AgencyId, holder.AttemptNo, itemNo, Cleared(value.Value), request.Revision, request.Device, clock.GetUtcNow()), stop);
        return Answered(outcome);
    }

    private static Result<string> Read(LoadedForm form, int itemNo, JsonElement value)
    {
        var item = form.Form.Items[itemNo - 1];
        return ResponseValue.Words(value) is { } words
            ? ItemResponse.Read(item, words)
            : Refusals.ResponseInvalid.Because($"Item {item.Identifier} is {item.Type}; this value is of no shape that a response has.");
    }

    private static string? Cleared(string value) => value.Length == 0 ? null : value;

    private static Results<Ok<Answer>, ProblemHttpResult> Answered(SaveOutcome outcome) => outcome.Status switch
    {
        SaveStatus.Saved => TypedResults.Ok(new Answer(outcome.Revision, "saved")),
        SaveStatus.Superseded => TypedResults.Ok(new Answer(outcome.Revision, "superseded")),
        SaveStatus.AlreadySubmitted => Refusals.AlreadySubmitted.Because("The attempt is handed in; its answers stand.").ToProblem(),
        SaveStatus.AdministrationClosed => Refusals.AdministrationClosed.Because("The door is closed; what was saved before is kept.").ToProblem(),
        _ => Refusals.StaleRevision.Because($"Another device has saved revision {outcome.Revision}; load it before you save again.").ToProblem(),
    };
}
