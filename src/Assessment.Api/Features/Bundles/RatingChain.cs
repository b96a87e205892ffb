using Assessment.Api.Features.Raters;
using Assessment.Data;
using Assessment.Domain.Instruments;
using Assessment.Domain.Scoring;

namespace Assessment.Api.Features.Bundles;

/// <summary>What becomes of a rater's ratings of one answer that were given in another database.</summary>
internal enum ChainOutcome
{
    /// <summary>Those that are not here are added behind those that are.</summary>
    Taken,

    /// <summary>They are added, but the answer was changed since, so that they do not count.</summary>
    Past,

    /// <summary>The answer that stands here is not the one that was judged.</summary>
    OtherAnswer,

    /// <summary>The same rater rated the answer here, or corrected the rating here, in another way.</summary>
    OtherRating,
}

/// <summary>A rater's ratings of one answer: the first, and each correction of the one before.</summary>
internal static class RatingChain
{
    /// <summary>The ratings in the order they replace each other; null when they are not one chain.</summary>
    public static IReadOnlyList<RatingRow>? Order(IReadOnlyList<RatingRow> ratings)
    {
        var chain = new List<RatingRow>();
        while (chain.Count < ratings.Count)
        {
            var last = chain.Count == 0 ? (int?)null : chain[^1].RatingNo;
            if (ratings.Where(row => row.ReplacesNo == last).ToList() is not [var next])
            {
                return null;
            }

            chain.Add(next);
        }

        return chain;
    }

    /// <summary>What <see cref="Ratings.SaveRating"/> would have refused, so that no box made it; null when there is nothing.</summary>
    /// <param name="chain">The ratings, in order.</param>
    /// <param name="levels">Levels by the ratings' numbers.</param>
    /// <param name="rubric">The item's rubric.</param>
    public static string? Fault(IReadOnlyList<RatingRow> chain, ILookup<int, CarriedLevelRow> levels, Rubric rubric)
    {
        for (var i = 0; i < chain.Count; i++)
        {
            var given = levels[chain[i].RatingNo].ToList();
            if (given.Count == 0 || given.DistinctBy(row => row.Criterion).Count() < given.Count
                || RubricScoring.Score(rubric, [new RubricRating("", given.ToDictionary(row => row.Criterion, row => row.Level))]).IsRefused)
            {
                return "A rating judges nothing, or a criterion twice, or names a criterion or level that the rubric lacks.";
            }

            if (i > 0 && (given.Count < rubric.Criteria.Count || Correction.IsLate(chain[i - 1].RatedAt, chain[i].RatedAt)))
            {
                return $"A correction judges every criterion, within {Correction.Days} days.";
            }
        }

        return null;
    }

    /// <summary>Decides about the ratings of one answer.</summary>
    /// <param name="here">The rater's ratings of this revision here, in order.</param>
    /// <param name="there">The same there.</param>
    /// <param name="judged">The answer that was judged.</param>
    /// <param name="inForce">The answer in force here; null when there is none.</param>
    public static ChainOutcome Decide(IReadOnlyList<RatingRow> here, IReadOnlyList<RatingRow> there, CarriedAnswerRow judged, CarriedAnswerRow? inForce)
    {
        // Revisions only rise: an older one is never in force again, while a newer one could come to be another device's answer.
        var past = inForce?.Revision > judged.Revision;
        var same = inForce is not null && (inForce.Revision, inForce.Device, inForce.Value) == (judged.Revision, judged.Device, judged.Value);
        var continues = here.Zip(there).All(pair => pair.First.RatingId == pair.Second.RatingId);
        return !past && !same ? ChainOutcome.OtherAnswer
            : !continues ? ChainOutcome.OtherRating
            : past ? ChainOutcome.Past
            : ChainOutcome.Taken;
    }
}
