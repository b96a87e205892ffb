using Assessment.Domain.Instruments;

namespace Assessment.Domain.Scoring;

/// <summary>One rater's judgement of one response.</summary>
/// <param name="Rater">Who judged; unique among the ratings of a response.</param>
/// <param name="Levels">Level, from 1, by criterion identifier; a criterion left out was not judged.</param>
public sealed record RubricRating(string Rater, IReadOnlyDictionary<string, int> Levels);

/// <summary>Points of a response that raters judged with a rubric.</summary>
public static class RubricScoring
{
    /// <summary>
    /// Sum over the criteria of the mean points of the raters who judged the criterion, each mean rounded to the nearest tick,
    /// halves away from zero. Every rater counts alike; how far raters agree is a matter of statistics, not of the score.
    /// </summary>
    /// <param name="rubric">The rubric.</param>
    /// <param name="ratings">All ratings of the response, in any order.</param>
    /// <returns>The points; null while a criterion is judged by nobody; a refusal when a rating names no criterion or level of the rubric.</returns>
    public static Result<Points?> Score(Rubric rubric, IReadOnlyList<RubricRating> ratings)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        ArgumentNullException.ThrowIfNull(ratings);
        if (ratings.SelectMany(rating => rating.Levels).Any(level => !Fits(rubric, level.Key, level.Value)))
        {
            return Refusals.ResponseInvalid.Because("A rating names a criterion that the rubric lacks, or a level that the criterion lacks.");
        }

        var criteria = rubric.Criteria.Select(criterion => Mean(criterion, ratings)).ToList();
        return criteria.Contains(null) ? (Points?)null : criteria.Aggregate(Points.Zero, (sum, points) => sum + points!.Value);
    }

    private static bool Fits(Rubric rubric, string criterion, int level) =>
        rubric.Criteria.Any(known => known.Identifier == criterion && level >= 1 && level <= known.Levels.Count);

    private static Points? Mean(Criterion criterion, IReadOnlyList<RubricRating> ratings)
    {
        var levels = ratings.Where(rating => rating.Levels.ContainsKey(criterion.Identifier)).Select(rating => rating.Levels[criterion.Identifier]).ToList();
        return levels.Count == 0
            ? null
            : new Points((int)Math.Round(levels.Sum(level => (decimal)criterion.Levels[level - 1].Points.Ticks) / levels.Count, MidpointRounding.AwayFromZero));
    }
}
