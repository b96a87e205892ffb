using Assessment.Data;
using Assessment.Domain.Instruments;

namespace Assessment.Api.Features.Ratings;

/// <summary>Who rates which attempt. Pure: the same attempts, raters and seed give the same plan.</summary>
internal static class RatingPlan
{
    /// <summary>
    /// Attempts in an order shuffled by the seed: raters take turns at those without a first rater; then a second, other rater is
    /// given to the next ones until the double-rated ones, older ones included, are the share of all, rounded up. So asking again
    /// for the same share adds nothing until attempts come in.
    /// </summary>
    /// <param name="attempts">All attempts that can be rated.</param>
    /// <param name="raters">Numbers of the raters, different ones.</param>
    /// <param name="share">Share of attempts to be rated twice, 0 to 1.</param>
    /// <param name="seed">Seed of the order.</param>
    public static IReadOnlyList<(int AttemptNo, int RaterNo, bool Second)> Draw(
        IReadOnlyList<RateableRow> attempts, IReadOnlyList<int> raters, double share, long seed)
    {
        var plan = new List<(int, int, bool)>();
        var missing = (int)Math.Ceiling(Math.Round(share * attempts.Count, 9)) - attempts.Count(attempt => attempt.Seconds > 0);
        var turn = 0;
        foreach (var attempt in new SplitMix64(unchecked((ulong)seed)).Shuffle(attempts))
        {
            var first = attempt.FirstRaterNo ?? raters[turn % raters.Count];
            if (attempt.FirstRaterNo is null)
            {
                plan.Add((attempt.AttemptNo, first, false));
            }

            turn++;
            if (missing > 0 && attempt.Seconds == 0 && Other(raters, turn, first) is { } second)
            {
                plan.Add((attempt.AttemptNo, second, true));
                missing--;
            }
        }

        return plan;
    }

    /// <summary>The next rater in turn who is not the first one; null when there is no other.</summary>
    private static int? Other(IReadOnlyList<int> raters, int turn, int first) =>
        Enumerable.Range(turn, raters.Count).Select(i => (int?)raters[i % raters.Count]).FirstOrDefault(rater => rater != first);
}
