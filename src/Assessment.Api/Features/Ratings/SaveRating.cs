using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Raters;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.Instruments;
using Assessment.Domain.People;
using Assessment.Domain.Scoring;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Ratings;

/// <summary>
/// Saves a rater's levels as the rater goes, under an id that the rater's client makes: the same request may come twice, and
/// later ones add criteria. A level that stands is not changed but corrected by a whole new rating with a reason. The score of
/// the attempt follows in the same transaction.
/// </summary>
internal static class SaveRating
{
    /// <param name="AttemptId">The attempt, given to the rater.</param>
    /// <param name="Item">The item.</param>
    /// <param name="Levels">Level, lowest 1, by criterion; criteria left out are judged later.</param>
    /// <param name="Replaces">The own rating that this one corrects; null for a new one.</param>
    /// <param name="CorrectionReason">Why it is corrected; goes with replaces.</param>
    internal sealed record Request(
        Guid AttemptId,
        [property: Required] string Item,
        [property: Required, MinLength(1)] IReadOnlyDictionary<string, int> Levels,
        Guid? Replaces,
        [property: StringLength(500, MinimumLength = 2)] string? CorrectionReason)
    {
        /// <summary>Revision of the answer that was read; without it the answer that stands now is rated.</summary>
        [Range(1, long.MaxValue)]
        public long? Revision { get; init; }
    }

    /// <param name="RatingId">The rating.</param>
    /// <param name="Judged">Criteria with a level.</param>
    /// <param name="Complete">Every criterion has one, so the rating counts.</param>
    internal sealed record Answer(Guid RatingId, int Judged, bool Complete);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/api/ratings/{ratingId:guid}", Handle)
        .RequireStaff(Role.Trainer, Role.Supervisor, Role.Evaluator).WithTags("Ratings")
        .WithSummary("Saves a rater's levels of one response; the score of the attempt follows.");

    [Audited("save.rating")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid ratingId, Request request, Staff staff, Database database, FormVersions forms, TimeProvider clock, CancellationToken stop)
    {
        if (await database.ReadAsync(session => new AttemptStore(session).Find(staff.AgencyId, request.AttemptId), stop) is not { } attempt)
        {
            return NotGiven().ToProblem();
        }

        var form = await forms.FindAsync(attempt.FormVersionNo, stop);
        if (!form.ItemNo.TryGetValue(request.Item, out var itemNo) || form.Form.Items[itemNo - 1] is not ConstructedResponse item)
        {
            return Refusals.ItemNotOnForm.Because("The form of this attempt has no item of this identifier that is rated.").ToProblem();
        }

        if (RubricScoring.Score(item.Rubric, [new RubricRating("", request.Levels)]) is { Refusal: { } off })
        {
            return off.ToProblem();
        }

        var correction = request.Replaces is not null;
        if (correction != (request.CorrectionReason is not null) || (correction && request.Levels.Count < item.Rubric.Criteria.Count))
        {
            return Refusals.RequestContradicts.Because("A correction names what it replaces and why, and judges every criterion.").ToProblem();
        }

        var entry = new Entry(ratingId, request, attempt, form, itemNo);
        try
        {
            var saved = await database.WriteAsync(session => SaveAsync(session, entry, staff, clock.GetUtcNow()), stop);
            return saved.ToOk();
        }
        catch (Exception exception) when (Dialect.IsUniqueViolation(exception))
        {
            return Refusals.AlreadyThere.Because("This id is another rating's.").ToProblem();
        }
    }

    private sealed record Entry(Guid RatingId, Request Request, AttemptRow Attempt, LoadedForm Form, int ItemNo)
    {
        public int Criteria => ((ConstructedResponse)Form.Form.Items[ItemNo - 1]).Rubric.Criteria.Count;
    }

    private static Refusal NotGiven() => Refusals.NotFound.Because("No attempt of this id is given to this rater.");

    private static async Task<Result<Answer>> SaveAsync(Session session, Entry entry, Staff staff, DateTimeOffset now)
    {
        if (await new RaterStore(session).FindByKey(staff.AgencyId, staff.KeyNo) is not { } rater
            || await new AssignmentStore(session).FindLocked(staff.AgencyId, entry.Attempt.AttemptNo, rater.RaterNo) is not { } given)
        {
            return NotGiven();
        }

        var answers = await new AttemptStore(session).Responses(staff.AgencyId, entry.Attempt.AttemptNo);
        if (answers.FirstOrDefault(answer => answer.ItemNo == entry.ItemNo) is not { Value: not null } answer)
        {
            return Refusals.ItemNotOnForm.Because("The item was not answered, so there is nothing to rate.");
        }

        if (entry.Request.Revision is { } read && read != answer.Revision)
        {
            return Refusals.StaleRevision.Because("The answer was changed since it was read; read it again, then rate it.");
        }

        var begun = await BeginAsync(session, entry, answer.Revision, given, now);
        return begun.IsRefused ? begun.Refusal! : await AddLevelsAsync(session, entry, begun.Value, staff, now);
    }

    /// <summary>The rating of this id, begun now or before; one of an earlier revision of the answer stands no more.</summary>
    private static async Task<Result<RatingRow>> BeginAsync(Session session, Entry entry, long revision, AssignmentRow given, DateTimeOffset now)
    {
        var store = new RatingStore(session);
        var standing = await store.FindStanding(given.AgencyId, given.AttemptNo, entry.ItemNo, revision, given.RaterNo);
        if (standing?.RatingId == entry.RatingId)
        {
            return standing;
        }

        if (await store.Find(given.AgencyId, entry.RatingId) is not null || (standing is not null && entry.Request.Replaces is null))
        {
            return Refusals.AlreadyThere.Because("There is a rating of this response already: go on with its id, or correct it with a reason. A changed answer is rated under a new id.");
        }

        if (entry.Request.Replaces is { } replaced && standing?.RatingId != replaced)
        {
            return Refusals.NotFound.Because("There is no rating of yours with this id that stands for this response.");
        }

        if (standing is not null && Correction.IsLate(standing.RatedAt, now))
        {
            return Refusals.CorrectionLate.Because($"It was begun more than {Correction.Days} days ago.");
        }

        var row = new RatingRow
        {
            AgencyId = given.AgencyId, RatingId = entry.RatingId, AttemptNo = given.AttemptNo, ItemNo = entry.ItemNo, Revision = revision, RaterNo = given.RaterNo,
            Second = given.Second, RatedAt = now, ReplacesNo = standing?.RatingNo, CorrectionReason = entry.Request.CorrectionReason,
        };
        return row with { RatingNo = await store.Add(row) };
    }

    private static async Task<Result<Answer>> AddLevelsAsync(Session session, Entry entry, RatingRow rating, Staff staff, DateTimeOffset now)
    {
        var store = new RatingStore(session);
        var known = (await store.OfAttempt(rating.AgencyId, rating.AttemptNo)).Where(row => row.RatingId == rating.RatingId)
            .ToDictionary(row => row.Criterion, row => row.Level);
        if (entry.Request.Levels.Any(level => known.TryGetValue(level.Key, out var stands) && stands != level.Value))
        {
            return Refusals.AlreadyThere.Because("A criterion has another level already; correct the rating with a new id and a reason.");
        }

        var added = entry.Request.Levels.Where(level => !known.ContainsKey(level.Key)).ToList();
        if (added.Count > 0)
        {
            await store.AddLevels(rating.AgencyId, rating.RatingNo, added, now);
            await RatedSheet.PutAsync(session, entry.Form, rating.AgencyId, rating.AttemptNo);
            await Audit.RecordAsync(session, staff, "save.rating", rating.RatingId, now, entry.Request.CorrectionReason);
        }

        var judged = known.Count + added.Count;
        return new Answer(rating.RatingId, judged, judged == entry.Criteria);
    }
}
