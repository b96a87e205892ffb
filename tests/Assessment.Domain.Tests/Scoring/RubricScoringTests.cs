using Assessment.Domain.Instruments;
using Assessment.Domain.Scoring;

namespace Assessment.Domain.Tests.Scoring;

public class RubricScoringTests
{
    private static readonly Rubric Rubric = ItemExamples.Essay.Rubric;

    [Test]
    public void Most_points_are_the_highest_levels_together() => ItemExamples.Essay.MaxPoints.Should().Be(Points.Of(5));

    [Test]
    public void Points_are_the_mean_over_raters_per_criterion()
    {
        // Listening: (1 + 3) / 2 = 2; options: 2, judged by one rater alone.
        RubricScoring.Score(Rubric, [Rated("r1", ("listening", 2), ("options", 2)), Rated("r2", ("listening", 3))]).Value.Should().Be(Points.Of(4));
        RubricScoring.Score(Rubric, [Rated("r1", ("listening", 3), ("options", 1)), Rated("r2", ("listening", 3), ("options", 1)), Rated("r3", ("listening", 2), ("options", 2))])
            .Value!.Value.Value.Should().BeApproximately((7.0 / 3) + (2.0 / 3), 1e-4);
    }

    [Test]
    public void A_criterion_judged_by_nobody_leaves_the_points_unknown()
    {
        RubricScoring.Score(Rubric, []).Value.Should().BeNull();
        RubricScoring.Score(Rubric, [Rated("r1", ("listening", 1))]).Value.Should().BeNull();
    }

    [TestCase("listening", 0)]
    [TestCase("listening", 4)]
    [TestCase("speaking", 1)]
    public void Ratings_off_the_rubric_are_refused(string criterion, int level) =>
        RubricScoring.Score(Rubric, [Rated("r1", (criterion, level))]).Refusal!.Code.Should().Be(Refusals.ResponseInvalid);

    [Test]
    public void No_machine_scores_a_constructed_response() => ItemScoring.Score(ItemExamples.Essay, "I would listen.").Should().BeNull();

    private static RubricRating Rated(string rater, params (string Criterion, int Level)[] levels) =>
        new(rater, levels.ToDictionary(level => level.Criterion, level => level.Level));
}
