using Assessment.Api.Features.Attempts;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.Instruments;
using Assessment.Domain.Scoring;

namespace Assessment.Api.Features.Ratings;

/// <summary>The score sheet of an attempt whose responses are rated.</summary>
internal static class RatedSheet
{
    /// <summary>
    /// Points per item number from the ratings that stand. A rating counts once it judges every criterion, so that a rater on the
    /// way moves no score; points are the mean over raters per criterion (<see cref="RubricScoring.Score"/>). Items without a
    /// whole rating are absent.
    /// </summary>
    /// <param name="form">The form that was taken.</param>
    /// <param name="levels">Levels of the attempt that stand.</param>
    public static IReadOnlyDictionary<int, Points> Points(LoadedForm form, IEnumerable<RatedLevelRow> levels)
    {
        var points = new Dictionary<int, Points>();
        foreach (var rated in levels.GroupBy(row => row.ItemNo))
        {
            if (form.Form.Items[rated.Key - 1] is ConstructedResponse item
                && RubricScoring.Score(item.Rubric, Whole(item.Rubric, rated)) is { IsRefused: false, Value: { } earned })
            {
                points[rated.Key] = earned;
            }
        }

        return points;
    }

    /// <summary>The ratings that judge every criterion of a rubric, first ones before second ones.</summary>
    public static IReadOnlyList<RubricRating> Whole(Rubric rubric, IEnumerable<RatedLevelRow> levels) =>
    [
        .. from row in levels
           group row by row.RatingId into rating
           where rating.Count() == rubric.Criteria.Count
           select new RubricRating(rating.Key.ToString("D"), rating.ToDictionary(row => row.Criterion, row => row.Level)),
    ];

    /// <summary>Writes the sheet of an attempt anew from its answers and the ratings that stand; one that is open has none to write.</summary>
    public static async Task PutAsync(Session session, LoadedForm form, int agencyId, int attemptNo)
    {
        var store = new ScoreSheetStore(session);
        if (await store.Find(agencyId, attemptNo) is not { } sheet)
        {
            return;
        }

        var answers = (await new AttemptStore(session).Responses(agencyId, attemptNo))
            .Where(row => row.Value is not null).ToDictionary(row => row.ItemNo, row => row.Value!);
        var keyed = form.With(await new ItemKeyStore(session).HeldForScoring(sheet.FormVersionNo));
        var scored = SubmitAttempt.Score(keyed, answers, Points(keyed, await new RatingStore(session).OfAttempt(agencyId, attemptNo)));
        await store.Put(sheet with { Points = scored.Points, Scores = scored.Scores });
    }
}
