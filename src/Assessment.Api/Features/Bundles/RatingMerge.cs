using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Ratings;
using Assessment.Data;
using Assessment.Domain.Instruments;

namespace Assessment.Api.Features.Bundles;

/// <summary>
/// Brings ratings home, after the attempts. Raters are known by id and come without keys; what is known stays, what is new is
/// added by the rules of rating here, and what is not added is named. Scores follow the ratings.
/// </summary>
internal sealed class RatingMerge(Session session, ClassNumbers numbers, FormVersions forms, MergeTally tally, CancellationToken stop)
{
    private readonly RatingStore store = new(session);
    private readonly int agencyId = numbers.Delivery.AgencyId, deliveryNo = numbers.Delivery.DeliveryNo;
    private readonly Dictionary<(int Attempt, int Rater), AssignmentRow> given = [];
    private readonly HashSet<int> changed = [];

    /// <summary>Merges what raters did.</summary>
    /// <param name="carried">The class.</param>
    /// <param name="attempts">Its attempts here, by their numbers there; of those that were not taken no rating is.</param>
    public async Task RunAsync(CarriedClass carried, IReadOnlyDictionary<int, AttemptRow> attempts)
    {
        if (carried.Assignments.Count + carried.Ratings.Count + carried.Levels.Count == 0 || !Belongs(carried))
        {
            return;
        }

        await AssignAsync(carried, attempts);
        await RateAsync(carried, attempts);
        foreach (var attempt in attempts.Values.Where(row => changed.Contains(row.AttemptNo)))
        {
            await RatedSheet.PutAsync(session, await forms.FindAsync(attempt.FormVersionNo, stop), agencyId, attempt.AttemptNo);
        }
    }

    /// <summary>Whether each row names rows of the bundle, and each number and id is one thing's.</summary>
    private bool Belongs(CarriedClass carried)
    {
        var attempts = carried.Attempts.Select(row => row.AttemptNo).ToHashSet();
        var raters = carried.Raters.Select(row => row.RaterNo).ToHashSet();
        var assignments = carried.Assignments.Select(row => (row.AttemptNo, row.RaterNo)).ToHashSet();
        var ratings = carried.Ratings.Select(row => row.RatingNo).ToHashSet();
        var belongs = ratings.Count == carried.Ratings.Count
            && carried.Attempts.DistinctBy(row => row.AttemptId).Count() == attempts.Count
            && carried.Raters.DistinctBy(row => row.RaterId).Count() == raters.Count
            && carried.Assignments.All(row => attempts.Contains(row.AttemptNo) && raters.Contains(row.RaterNo))
            && carried.Ratings.All(row => assignments.Contains((row.AttemptNo, row.RaterNo)))
            && carried.Levels.All(row => ratings.Contains(row.RatingNo));
        if (!belongs)
        {
            tally.Fault($"class {numbers.Delivery.DeliveryId}, ratings", "A rating names an attempt, a rater or an assignment that the bundle lacks, or has twice.");
        }

        return belongs;
    }

    /// <summary>
    /// Gives the attempts here to the raters who rated them there. What was given there and not rated stays free: the rater has
    /// no key here, and nobody else could be the first.
    /// </summary>
    private async Task AssignAsync(CarriedClass carried, IReadOnlyDictionary<int, AttemptRow> attempts)
    {
        var rated = carried.Ratings.Select(row => (row.AttemptNo, row.RaterNo)).ToHashSet();
        List<AssignmentRow> assignments = [.. carried.Assignments.Where(row => attempts.ContainsKey(row.AttemptNo) && rated.Contains((row.AttemptNo, row.RaterNo)))];
        var raters = await RatersAsync(carried, [.. assignments.Select(row => row.RaterNo)]);
        var here = (await new CarriedRatingStore(session).Assignments(agencyId, deliveryNo)).ToLookup(row => row.AttemptNo);
        foreach (var rows in assignments.GroupBy(row => row.AttemptNo))
        {
            var attempt = attempts[rows.Key];
            List<AssignmentRow> known = [.. here[attempt.AttemptNo]];
            var forCoders = await IsForCodersAsync(carried, rows.Key, attempt);
            foreach (var row in rows.OrderBy(row => row.Second))
            {
                var rater = raters[row.RaterNo];
                if (known.Find(one => one.RaterNo == rater.RaterNo) is { } same)
                {
                    given[(rows.Key, row.RaterNo)] = same;
                }
                else if (forCoders && rater.Kind != "coder")
                {
                    tally.Remark(Where(attempt), "Answers of a research instrument are read by raters of kind coder alone; the box's rating is not taken.");
                }
                else if (Place(row.Second, known) is { } second)
                {
                    if (second != row.Second)
                    {
                        tally.Remark(Where(attempt), "It was given to another rater here too; the box's rating is the second, blind one.");
                    }

                    var mapped = row with { AgencyId = agencyId, AttemptNo = attempt.AttemptNo, RaterNo = rater.RaterNo, Second = second };
                    await new AssignmentStore(session).Add([mapped]);
                    known.Add(mapped);
                    given[(rows.Key, row.RaterNo)] = mapped;
                }
                else
                {
                    tally.Remark(Where(attempt), "It was given to other raters here, who are two at most; the box's rating is not taken.");
                }
            }
        }
    }

    /// <summary>Whether a further rater is the second one: neither rater has seen the other's levels. Null when both places are taken.</summary>
    private static bool? Place(bool second, List<AssignmentRow> known) =>
        !second && known.TrueForAll(one => one.Second) ? false
        : known.TrueForAll(one => !one.Second) ? true
        : null;

    /// <summary>The raters here, by their numbers there.</summary>
    private async Task<Dictionary<int, RaterRow>> RatersAsync(CarriedClass carried, HashSet<int> needed)
    {
        var raters = new Dictionary<int, RaterRow>();
        foreach (var row in carried.Raters.Where(row => needed.Contains(row.RaterNo)))
        {
            if (await new RaterStore(session).Find(agencyId, row.RaterId) is { } known)
            {
                raters[row.RaterNo] = known;
                tally.There("rater");
                continue;
            }

            var mapped = row with { AgencyId = agencyId, KeyNo = null };
            raters[row.RaterNo] = mapped with { RaterNo = await new RaterStore(session).Add(mapped) };
            tally.Added("rater");
        }

        return raters;
    }

    /// <summary>As <see cref="AssignRatings"/> asks: written answers of a research instrument.</summary>
    private async Task<bool> IsForCodersAsync(CarriedClass carried, int attemptNo, AttemptRow attempt)
    {
        var items = (await forms.FindAsync(attempt.FormVersionNo, stop)).Form.Items;
        var administration = numbers.Administrations.Values.First(one => one.Row.AdministrationNo == attempt.AdministrationNo).Row;
        return carried.Answers.Any(row => row.AttemptNo == attemptNo && row.Value is not (null or ObserveScenario.Observed) && items[row.ItemNo - 1] is ConstructedResponse)
            && (await new InstrumentStore(session).Find(administration.InstrumentNo))!.Plane == "research";
    }

    private async Task RateAsync(CarriedClass carried, IReadOnlyDictionary<int, AttemptRow> attempts)
    {
        var rows = new CarriedRatingStore(session);
        var here = (await rows.Ratings(agencyId, deliveryNo)).ToLookup(row => (row.AttemptNo, row.ItemNo, row.Revision, row.RaterNo));
        var levelsHere = (await rows.Levels(agencyId, deliveryNo)).ToLookup(row => row.RatingNo);
        var inForce = (await new CarriedClassStore(session).Answers(agencyId, deliveryNo)).ToDictionary(row => (row.AttemptNo, row.ItemNo));
        var levels = carried.Levels.ToLookup(row => row.RatingNo);
        var answers = carried.Events.Where(row => row.Value is not null).ToLookup(row => (row.AttemptNo, row.ItemNo, row.Revision));
        foreach (var ratings in carried.Ratings.GroupBy(row => (row.AttemptNo, row.ItemNo, row.Revision, row.RaterNo)))
        {
            var (attemptNo, itemNo, revision, raterNo) = ratings.Key;
            if (attempts.GetValueOrDefault(attemptNo) is not { } attempt)
            {
                continue;
            }

            var where = $"{Where(attempt)}, item {itemNo}";
            var judged = answers[(attemptNo, itemNo, revision)].FirstOrDefault();
            var there = RatingChain.Order([.. ratings]);
            if (judged is null || there is null || (await forms.FindAsync(attempt.FormVersionNo, stop)).Form.Items[itemNo - 1] is not ConstructedResponse item)
            {
                tally.Fault(where, "An answer is rated that the bundle lacks, or an item that is not rated, or a response twice without a correction.");
            }
            else if (RatingChain.Fault(there, levels, item.Rubric) is { } fault)
            {
                tally.Fault(where, fault);
            }
            else if (given.GetValueOrDefault((attemptNo, raterNo)) is { } assignment)
            {
                List<RatingRow> known = [.. here[(assignment.AttemptNo, itemNo, revision, assignment.RaterNo)]];
                var outcome = RatingChain.Decide(known, there, judged, inForce.GetValueOrDefault((assignment.AttemptNo, itemNo)));
                await PutAsync(new Chain(assignment, known, there, where), outcome, levelsHere, levels);
            }
        }
    }

    private sealed record Chain(AssignmentRow Given, IReadOnlyList<RatingRow> Here, IReadOnlyList<RatingRow> There, string Where);

    private async Task PutAsync(Chain chain, ChainOutcome outcome, ILookup<int, CarriedLevelRow> levelsHere, ILookup<int, CarriedLevelRow> levels)
    {
        switch (outcome)
        {
            case ChainOutcome.OtherAnswer:
                tally.Remark(chain.Where, "The answer that stands here is not the one that was rated on the box; rate it here.");
                return;
            case ChainOutcome.OtherRating:
                tally.Remark(chain.Where, "The rater has rated it here too, or corrected it in another way; what is here stands, the box's rating is not taken.");
                return;
            case ChainOutcome.Past when chain.There.Count > chain.Here.Count:
                tally.Remark(chain.Where, "The answer was changed after it was rated; the box's rating is kept, and does not count.");
                break;
        }

        int? last = null;
        for (var i = 0; i < chain.There.Count; i++)
        {
            var row = chain.There[i];
            if (i < chain.Here.Count)
            {
                last = chain.Here[i].RatingNo;
                await FillAsync(chain, last.Value, levelsHere[last.Value].ToDictionary(level => level.Criterion), [.. levels[row.RatingNo]]);
                continue;
            }

            last = await store.Add(row with
            {
                AgencyId = agencyId, AttemptNo = chain.Given.AttemptNo, RaterNo = chain.Given.RaterNo, Second = chain.Given.Second, ReplacesNo = last,
            });
            await AddLevelsAsync(chain, last.Value, levels[row.RatingNo]);
            tally.Added("rating");
        }
    }

    /// <summary>Levels that a known rating lacks here; one that it has is not changed.</summary>
    private async Task FillAsync(Chain chain, int ratingNo, Dictionary<string, CarriedLevelRow> known, List<CarriedLevelRow> there)
    {
        if (there.Exists(row => known.TryGetValue(row.Criterion, out var other) && other.Level != row.Level))
        {
            tally.Remark(chain.Where, "A criterion has another level here; it stands.");
        }

        var fresh = there.Where(row => !known.ContainsKey(row.Criterion)).ToList();
        if (fresh.Count == 0)
        {
            tally.There("rating");
            return;
        }

        await AddLevelsAsync(chain, ratingNo, fresh);
        tally.Changed("rating");
    }

    private async Task AddLevelsAsync(Chain chain, int ratingNo, IEnumerable<CarriedLevelRow> levels)
    {
        foreach (var at in levels.GroupBy(row => row.RatedAt))
        {
            await store.AddLevels(agencyId, ratingNo, at.Select(row => KeyValuePair.Create(row.Criterion, row.Level)), at.Key);
        }

        changed.Add(chain.Given.AttemptNo);
    }

    private static string Where(AttemptRow attempt) => $"attempt {attempt.AttemptId}";
}
