using Assessment.Api.Features.Attempts;
using Assessment.Api.Security;
using Assessment.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Features.Take;

/// <summary>The receipt, and the own result where the instrument shows it.</summary>
[OpenPage("The participant's ticket opens it.")]
public sealed class ReceiptModel : TakePage
{
    internal Sitting? Sitting { get; private set; }

    internal ShowAttempt.Answer Attempt => Sitting!.Attempt;

    /// <summary>Own points by objective; null when there are none to show now.</summary>
    internal IReadOnlyList<ShowFeedback.Line>? Feedback { get; private set; }

    /// <summary>Why there is no result.</summary>
    public string NoFeedback { get; private set; } = "";

    /// <summary>In the agency's time zone.</summary>
    public DateTimeOffset HandedInAt { get; private set; }

    public bool TimeIsUp => Attempt.EndsAt <= Clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Sitting = await SitAsync(stop);
        if (Sitting is null) return ToDoor();
        if (Attempt.Submitted) await ReadAsync(Sitting.Holder, stop);
        return Page();
    }

    private async Task ReadAsync(TicketHolder holder, CancellationToken stop)
    {
        var answer = await ShowFeedback.Handle(holder.AttemptId, holder, Database, Part<FormVersions>(), stop);
        Feedback = answer.Result is Ok<ShowFeedback.Answer> { Value: { } shown } ? shown.Objectives : null;
        NoFeedback = answer.Result is ProblemHttpResult refused && refused.ProblemDetails.Detail == ShowFeedback.NotYet.Reason
            ? Texts.ResultNotYet
            : Texts.ResultNever;
        var agency = await Database.ReadAsync(session => new AgencyStore(session).Find(holder.AgencyId), stop);
        HandedInAt = TimeZoneInfo.ConvertTime(Attempt.SubmittedAt!.Value, TimeZoneInfo.FindSystemTimeZoneById(agency!.TimeZone));
    }
}
