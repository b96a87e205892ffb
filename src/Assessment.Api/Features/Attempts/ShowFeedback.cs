using Assessment.Api.Auditing;
using Assessment.Api.Features.Ratings;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.Curricula;
using Assessment.Domain.Scoring;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Attempts;

/// <summary>
/// A participant's own result by learning objective, where the instrument allows it, and only after the last form of the wave:
/// feedback on one form must not help with the next. Nobody else can ask for it.
/// </summary>
internal static class ShowFeedback
{
    /// <summary>The two ways of there being none.</summary>
    internal static readonly Refusal
        Never = Refusals.FeedbackWithheld.Because("This test gives no feedback to single people."),
        NotYet = Refusals.FeedbackWithheld.Because("Feedback comes after the last form of this wave is handed in.");

    /// <param name="Objective">Code of a learning objective, or "all".</param>
    /// <param name="Meaning">The objective in words; null for "all" and for a code that no curriculum explains.</param>
    /// <param name="Earned">Points earned.</param>
    /// <param name="Possible">Most points.</param>
    internal sealed record Line(string Objective, string? Meaning, double Earned, double Possible);

    internal sealed record Answer(IReadOnlyList<Line> Objectives);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/attempts/{attemptId:guid}/feedback", Handle)
        .RequireTicket().WithTags("Attempts")
        .WithSummary("Shows the holder's own points by objective after the last form of the wave, where the instrument allows it.");

    [NotAudited("A participant reads the own result.")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid attemptId, TicketHolder holder, Database database, FormVersions forms, CancellationToken stop)
    {
        if (holder.AttemptId != attemptId)
        {
            return AttemptRefusals.OtherAttempt.ToProblem();
        }

        var shown = await database.ReadAsync(async session =>
        {
            var attempts = new AttemptStore(session);
            var attempt = (await attempts.Find(holder.AgencyId, holder.AttemptId))!;
            var instrument = (await new InstrumentStore(session).Find(attempt.InstrumentNo))!;
            return await FaultAsync(session, instrument, attempt) is { } refusal
                ? refusal
                : (Result<Answer>)Of(
                    await forms.ForScoringAsync(session, holder.FormVersionNo, stop),
                    await attempts.Responses(holder.AgencyId, holder.AttemptNo),
                    await new RatingStore(session).OfAttempt(holder.AgencyId, holder.AttemptNo),
                    await new CurriculumStore(session).Meanings(attempt.AgencyId, attempt.DeliveryNo, instrument));
        }, stop);
        return shown.ToOk();
    }

    private static async Task<Refusal?> FaultAsync(Session session, InstrumentRow instrument, AttemptRow attempt)
    {
        if (instrument.Feedback == "none")
        {
            return Never;
        }

        return await new AttemptStore(session).WaveIsDone(attempt.AgencyId, attempt.DeliveryNo, attempt.ParticipantNo, attempt.Wave)
            ? null
            : NotYet;
    }

    private static Answer Of(LoadedForm form, IReadOnlyList<ResponseRow> responses, IReadOnlyList<RatedLevelRow> levels, IReadOnlyDictionary<string, string> meanings)
    {
        var rated = RatedSheet.Points(form, levels);
        var values = responses.Where(response => response.Value is not null).ToDictionary(response => response.ItemNo, response => response.Value);
        var score = FormScore.Of(form.Form, item => values.GetValueOrDefault(form.ItemNo[item]), item => rated.TryGetValue(form.ItemNo[item], out var points) ? points : null);
        return new Answer(
        [
            .. score.Objectives.Select(one => new Line(one.Group, meanings.GetValueOrDefault(one.Group) ?? Topic.Find(one.Group)?.Title, one.Earned.Value, one.Possible.Value)),
            new Line("all", null, score.Earned.Value, score.Possible.Value),
        ]);
    }
}
