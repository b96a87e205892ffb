using Assessment.Api.Features.Ratings;
using Assessment.Data;

namespace Assessment.Api.Tests.Features.Ratings;

public sealed class RatingPlanTests
{
    private static readonly int[] Raters = [1, 2, 3];

    private static List<RateableRow> Attempts(int count) => [.. Enumerable.Range(1, count).Select(no => new RateableRow { AttemptNo = no })];

    private static List<int> Doubled(long seed, double share = 0.2) =>
        [.. RatingPlan.Draw(Attempts(50), Raters, share, seed).Where(one => one.Second).Select(one => one.AttemptNo).Order()];

    [Test]
    public void The_seed_decides_the_sample()
    {
        Doubled(1).Should().Equal(Doubled(1)).And.HaveCount(10).And.NotEqual(Doubled(2));
    }

    [Test]
    public void Every_attempt_is_drawn_as_often_as_the_share_says()
    {
        // 2,000 draws of 10 of 50: each attempt expects 400, standard deviation sqrt(2000 * 0.2 * 0.8) = 17.9; five of them are 89.
        var counts = Enumerable.Range(1, 2000).SelectMany(seed => Doubled(seed)).GroupBy(no => no).Select(group => group.Count()).ToList();
        counts.Should().HaveCount(50).And.OnlyContain(count => count > 311 && count < 489);
    }

    [Test]
    public void Firsts_are_shared_evenly_and_nobody_is_both()
    {
        var plan = RatingPlan.Draw(Attempts(9), Raters, 1, 5);
        plan.Where(one => !one.Second).GroupBy(one => one.RaterNo).Select(group => group.Count()).Should().Equal(3, 3, 3);
        plan.GroupBy(one => one.AttemptNo).Should().OnlyContain(group => group.Select(one => one.RaterNo).Distinct().Count() == 2);
    }

    [Test]
    public void Attempts_with_raters_keep_them()
    {
        var attempts = new[] { new RateableRow { AttemptNo = 1, FirstRaterNo = 3 }, new RateableRow { AttemptNo = 2, FirstRaterNo = 3, Seconds = 1 } };
        RatingPlan.Draw(attempts, [3, 4], 1, 5).Should().Equal((1, 4, true));
        RatingPlan.Draw(attempts, [3, 4], 0.5, 5).Should().BeEmpty("half of them are rated twice already");
    }
}
