using Assessment.Api.Auditing;
using Assessment.Api.Features.Ratings;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data.Responses;
using Assessment.Domain;
using Assessment.Domain.Instruments;
using Assessment.Domain.Scoring;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Attempts;

/// <summary>Hands an attempt in: scores it in the same transaction and answers a receipt. Submitting twice answers the same receipt.</summary>
internal static class SubmitAttempt
{
    /// <param name="Code">Receipt to write down; it proves that the attempt is in, and nothing about the score.</param>
    /// <param name="SubmittedAt">When it was handed in.</param>
    internal sealed record Receipt(string Code, DateTimeOffset SubmittedAt);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/attempts/{attemptId:guid}/submit", Handle)
        .RequireTicket().WithTags("Attempts")
        .WithSummary("Hands the attempt in and answers its receipt; submitting again answers the same receipt.");

    [NotAudited("A participant's own act; the attempt is its record.")]
    internal static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Handle(
        Guid attemptId, TicketHolder holder, FormVersions forms, ResponseWriter writer, Presence presence, TimeProvider clock, CancellationToken stop)
    {
        if (holder.AttemptId != attemptId)
        {
            return AttemptRefusals.OtherAttempt.ToProblem();
        }

        var form = await forms.FindAsync(holder.FormVersionNo, stop);
        var outcome = await writer.SubmitAsync(Request(holder.AgencyId, holder.AttemptNo, form, clock.GetUtcNow()), stop);
        if (outcome.Receipt is not null)
        {
            presence.Forget(holder.AgencyId, holder.AttemptNo);
        }

        return outcome switch
        {
            { Receipt: { } receipt } => TypedResults.Ok(new Receipt(receipt, outcome.SubmittedAt!.Value)),
            { Status: SubmitStatus.TimeExpired } => AttemptRefusals.TimeExpired.ToProblem(),
            { Status: SubmitStatus.NotStarted } => AttemptRefusals.NotStarted.ToProblem(),
            _ => AttemptRefusals.Closed.ToProblem(),
        };
    }

    /// <summary>What the writer needs to hand an attempt in. One that was rated before it was opened again keeps its ratings.</summary>
    internal static SubmitRequest Request(int agencyId, int attemptNo, LoadedForm form, DateTimeOffset now) =>
        new(agencyId, attemptNo, AsStored(now), Secret.NewReceipt(), attempt => Score(form.With(attempt.Keys), attempt.Answers))
        {
            Also = form.Form.Items.Any(item => item is ConstructedResponse) ? session => RatedSheet.PutAsync(session, form, agencyId, attemptNo) : null,
        };

    /// <summary>The database keeps microseconds; the first receipt must not differ from the later ones.</summary>
    private static DateTimeOffset AsStored(DateTimeOffset now) => now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));

    /// <summary>
    /// The packed sheet and the points of an attempt: the one path by which a score comes about, when it is handed in, when a
    /// rating is saved and when a report is checked.
    /// </summary>
    /// <param name="form">The form that was taken.</param>
    /// <param name="answers">Stored responses by item number.</param>
    /// <param name="rated">Points that raters gave, by item number; items without are not scored.</param>
    internal static ScoredAttempt Score(LoadedForm form, IReadOnlyDictionary<int, string> answers, IReadOnlyDictionary<int, Points>? rated = null)
    {
        var score = FormScore.Of(
            form.Form,
            item => answers.GetValueOrDefault(form.ItemNo[item]),
            item => rated?.TryGetValue(form.ItemNo[item], out var points) == true ? points : null);
        return new ScoredAttempt(score.Earned.Ticks, ScoreSheet.Pack(score.Items));
    }
}
