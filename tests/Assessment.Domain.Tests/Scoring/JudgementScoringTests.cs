using Assessment.Domain.Instruments;
using Assessment.Domain.Scoring;
using CsCheck;

namespace Assessment.Domain.Tests.Scoring;

/// <summary>Situational judgement where best and worst are picked, or each option is rated; expected points by hand.</summary>
public class JudgementScoringTests
{
    [TestCase("best:a|worst:c", 2.0, TestName = "Both picks are the key's: all of 2 points")]
    [TestCase("best:a|worst:b", 1.5, TestName = "(1 + 1 - 1/2) / 2 of 2 points")]
    [TestCase("best:b|worst:c", 1.5, TestName = "(1/2 + 1) / 2 of 2 points")]
    [TestCase("best:b|worst:a", 0.5, TestName = "(1/2 + 0) / 2 of 2 points")]
    [TestCase("best:c|worst:a", 0.0, TestName = "The wrong way round earns nothing")]
    [TestCase("best:a", 1.0, TestName = "The best alone earns its half")]
    [TestCase("worst:c", 1.0, TestName = "The worst alone earns its half")]
    [TestCase("worst:a", 0.0, TestName = "The best option as worst earns nothing")]
    public void Best_and_worst(string response, double points) =>
        ItemScoring.Score(ItemExamples.BestAndWorst, response).Should().Be(Points.Of(points));

    [Test]
    public void Weights_of_best_and_worst_are_stretched_to_the_whole_range()
    {
        // Weights 1, 0.6, 0.2: b stands half way, so b as best and c as worst earn (1/2 + 1) / 2.
        var item = Keyed(ItemExamples.BestAndWorst, ("a", 1), ("b", 0.6m), ("c", 0.2m));
        ItemScoring.Score(item, "best:b|worst:c").Should().Be(Points.Of(1.5));
        ItemScoring.Score(item, "best:a|worst:c").Should().Be(Points.Of(2));
    }

    [Test]
    public void With_one_best_and_one_worst_it_is_the_score_from_minus_two_to_two()
    {
        var item = Keyed(ItemExamples.BestAndWorst with { Options = ItemExamples.Options("abcd") }, ("a", 1), ("b", 0.5m), ("c", 0.5m), ("d", 0));
        foreach (var best in "abcd")
        {
            foreach (var worst in "abcd".Where(worst => worst != best))
            {
                var classical = (best == 'a' ? 1 : best == 'd' ? -1 : 0) + (worst == 'd' ? 1 : worst == 'a' ? -1 : 0);
                ItemScoring.Score(item, $"best:{best}|worst:{worst}").Should().Be(Points.Of(2 * (classical + 2) / 4.0), "{0} is best and {1} worst", best, worst);
            }
        }
    }

    /// <summary>
    /// Means 14/3, 3, 4/3 of five steps. Farthest less nearest: 121/9 - 1/9, 4 - 0, 121/9 - 1/9; in sum 276/9.
    /// </summary>
    [TestCase("a:5|b:3|c:1", 12_600, TestName = "The nearest steps earn all")]
    [TestCase("a:1|b:1|c:5", 0, TestName = "The farthest steps earn nothing")]
    [TestCase("a:1|b:5|c:5", 0, TestName = "Both ends are as far from the middle")]
    [TestCase("a:4|b:3|c:2", 12_326, TestName = "(117 + 36 + 117) / 276 = 45/46")]
    [TestCase("a:3|b:3|c:3", 10_409, TestName = "The middle of everything: (96 + 36 + 96) / 276 = 19/23")]
    [TestCase("a:5", 5_478, TestName = "What is not rated counts as farthest: 120 / 276 = 10/23")]
    public void Each_rated(string response, int ticks) =>
        ItemScoring.Score(ItemExamples.Rated, response).Should().Be(new Points(ticks));

    [Test]
    public void An_older_key_scores_the_same_ratings_under_older_means()
    {
        // All means in the middle: farthest 4, nearest 0, each; ratings 4, 3, 2 lose 1, 0, 1 of 12.
        var older = new PanelKey(1, KeyMethod.MeanRating, new Dictionary<string, decimal> { ["a"] = 0.5m, ["b"] = 0.5m, ["c"] = 0.5m });
        ItemScoring.Judged(ItemExamples.Rated, older, "a:4|b:3|c:2").Should().Be(new Points(10_500));
    }

    [Test]
    public void The_nearest_steps_earn_all_and_a_step_nearer_never_less() =>
        Gen.Select(Gen.Int[3, 11], Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample((steps, first, second) =>
        {
            decimal[] means = [first / 1000m, second / 1000m];
            var item = Keyed(
                ItemExamples.Rated with { Options = ItemExamples.Options("ab"), Labels = [.. Enumerable.Repeat("step", steps)] }, ("a", means[0]), ("b", means[1]));
            var nearest = means.Select(mean => Enumerable.Range(1, steps).MinBy(step => Distance(step, mean))).ToList();
            return ItemScoring.Score(item, $"a:{nearest[0]}|b:{nearest[1]}") == Points.One
                && Enumerable.Range(1, steps).OrderBy(step => Distance(step, means[0])).Select(step => -ItemScoring.Score(item, $"a:{step}|b:1")!.Value.Ticks)
                    .ToList() is var lost && lost.SequenceEqual(lost.Order());

            decimal Distance(int step, decimal mean) => Math.Abs(((step - 1m) / (steps - 1)) - mean);
        });

    private static SituationalJudgement Keyed(SituationalJudgement item, params (string Option, decimal Weight)[] weights) =>
        item with { Keys = [new PanelKey(1, KeyMethod.Authored, weights.ToDictionary(weight => weight.Option, weight => weight.Weight))] };
}
