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
    /// <param name="Seen">Newest revision of this item, of whichever device, that the device has loaded; none or 0 when it loaded none.</param>
    internal sealed record Request(
        JsonElement Value,
        [property: Range(1, long.MaxValue)] long Revision,
        [property: Required, StringLength(64, MinimumLength = 1)] string Device,
        [property: Range(0, long.MaxValue)] long? Seen = null);

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
            return AttemptRefusals.OtherAttempt.ToProblem();
        }

        var form = await forms.FindAsync(holder.FormVersionNo, stop);
        var save = Read(holder, form, new ItemAnswer(item, request.Value, request.Revision, request.Seen), request.Device, clock.GetUtcNow());
        if (save.IsRefused)
        {
            return save.Refusal!.ToProblem();
        }

        var outcome = await writer.SaveAsync(save.Value, stop);
        return RefusalOf(outcome) is { } refusal ? refusal.ToProblem() : TypedResults.Ok(new Answer(outcome.Revision, StateOf(outcome)));
    }

    /// <summary>What the writer needs to save an answer, or why it does not fit the form.</summary>
    internal static Result<SaveRequest> Read(TicketHolder holder, LoadedForm form, ItemAnswer answer, string device, DateTimeOffset now)
    {
        if (!form.ItemNo.TryGetValue(answer.Item, out var itemNo))
        {
            return Refusals.ItemNotOnForm.Because("The form of this attempt has no item with this identifier.");
        }

        var item = form.Form.Items[itemNo - 1];
        var value = ResponseValue.Words(answer.Value) is { } words
            ? ItemResponse.Read(item, words)
            : Refusals.ResponseInvalid.Because($"Item {item.Identifier} is {item.Type}; this value is of no shape that a response has.");
        return value.IsRefused
            ? value.Refusal!
            : new SaveRequest(
                holder.AgencyId, holder.AttemptNo, itemNo, value.Value.Length == 0 ? null : value.Value, answer.Revision, device, now, answer.Seen ?? 0);
    }

    /// <summary>The refusal of an outcome; null when the answer, or a newer one of the same device, stands.</summary>
    internal static Refusal? RefusalOf(SaveOutcome outcome) => outcome.Status switch
    {
        SaveStatus.Saved or SaveStatus.Superseded => null,
        SaveStatus.AlreadySubmitted => AttemptRefusals.Submitted,
        SaveStatus.AdministrationClosed => AttemptRefusals.Closed,
        SaveStatus.TimeExpired => AttemptRefusals.TimeExpired,
        SaveStatus.NotStarted => AttemptRefusals.NotStarted,
        _ => AttemptRefusals.Stale(outcome.Revision),
    };

    /// <summary>saved, or superseded.</summary>
    internal static string StateOf(SaveOutcome outcome) => outcome.Status == SaveStatus.Superseded ? "superseded" : "saved";
}
