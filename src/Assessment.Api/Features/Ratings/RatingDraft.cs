using Assessment.Api.Security;
using Assessment.Domain;

namespace Assessment.Api.Features.Ratings;

/// <summary>
/// What a rater chose on a page, and how it is saved: as levels of the rating that is being made; or, where a saved level was
/// changed, as a whole rating in place of it, so that nothing that was saved is overwritten.
/// </summary>
/// <param name="RatingId">Id of the rating, made when the page was first shown.</param>
/// <param name="AttemptId">The attempt.</param>
/// <param name="Item">The item.</param>
/// <param name="Revision">Revision of the response that was shown.</param>
/// <param name="Levels">Level by criterion.</param>
/// <param name="Reason">Why a level is changed; null when none is given.</param>
internal sealed record RatingDraft(Guid RatingId, Guid AttemptId, string Item, long? Revision, IReadOnlyDictionary<string, int> Levels, string? Reason)
{
    /// <summary>Fields of the form: this and the criterion.</summary>
    public const string Field = "level-";

    /// <summary>The reason that is kept when a level is changed before the rating counts: nobody has to be asked for one.</summary>
    public const string OnTheWay = "Changed before every criterion was judged.";

    public SaveRating.Request Request => new(AttemptId, Item, Levels, null, null) { Revision = Revision };

    public static RatingDraft Read(Guid attemptId, string item, IFormCollection form)
    {
        var levels = new Dictionary<string, int>();
        foreach (var (name, value) in form.Where(field => field.Key.StartsWith(Field, StringComparison.Ordinal)))
        {
            if (int.TryParse(value, out var level)) levels[name[Field.Length..]] = level;
        }

        return new RatingDraft(
            Guid.TryParse(form["RatingId"], out var id) ? id : Secret.NewId(),
            attemptId, item,
            long.TryParse(form["Revision"], out var revision) ? revision : null,
            levels,
            form["Reason"].ToString().Trim() is { Length: > 0 } reason ? reason : null);
    }

    /// <summary>How the levels are saved beside the rating of the same response that stands.</summary>
    /// <param name="work">The response with the own rating.</param>
    public Result<(Guid RatingId, SaveRating.Request Request)> Beside(ListRatingWork.Work work)
    {
        var stands = work.Own!.Levels;
        if (!Levels.Any(level => stands.TryGetValue(level.Key, out var other) && other != level.Value)) return (work.Own.RatingId, Request);

        var whole = stands.Concat(Levels).GroupBy(level => level.Key).ToDictionary(level => level.Key, level => level.Last().Value);
        var reason = Reason ?? (work.Complete ? null : OnTheWay);
        return whole.Count < work.Criteria.Count ? Refusals.AlreadyThere.Because("You changed a level that was saved. Judge the other criteria too, then everything is saved together.")
            : reason is null ? Refusals.AlreadyThere.Because("You judged every criterion before. Say why you change a level, then save again.")
            : (Secret.NewId(), Request with { Levels = whole, Replaces = work.Own.RatingId, CorrectionReason = reason });
    }
}
