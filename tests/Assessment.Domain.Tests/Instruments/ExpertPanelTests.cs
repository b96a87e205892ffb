using Assessment.Domain.Instruments;
using Assessment.Domain.Scoring;

namespace Assessment.Domain.Tests.Instruments;

public class ExpertPanelTests
{
    // Sums a 13, b 9, c 5; best per expert: e1 a, e2 a and b, e3 b. Votes a 1.5, b 1.5, c 0 (with e4: a 2.5).
    private static readonly ExpertPanel Three = Panel("a5 b3 c2", "a5 b5 c1", "a3 b4 c2");
    private static readonly ExpertPanel Four = Three with { Ratings = [.. Three.Ratings, Expert("e4", "a5 b2 c3")] };

    [Test]
    public void Mean_weights_run_from_the_worst_option_to_the_best() =>
        // (12 - 5) / (13 - 5) = 0.875 for b.
        Weights(Three, KeyMethod.MeanWeight).Should().Equal(("a", 1m), ("b", 0.875m), ("c", 0m));

    [Test]
    public void Consensus_takes_the_option_of_most_votes() => Weights(Four, KeyMethod.Consensus).Should().Equal(("a", 1m), ("b", 0m), ("c", 0m));

    [Test]
    public void Endorsement_is_the_share_of_votes_relative_to_the_best() =>
        // Votes a 1 + 1/2 + 0 + 1 = 2.5, b 0 + 1/2 + 1 + 0 = 1.5: 1.5 / 2.5 = 0.6.
        Weights(Four, KeyMethod.ProportionEndorsement).Should().Equal(("a", 1m), ("b", 0.6m), ("c", 0m));

    [Test]
    public void Mean_ratings_stand_where_the_mean_is_on_the_scale() =>
        // Means 13/3, 4 and 5/3 of five steps: (13/3 - 1) / 4 = 10/12, 3/4, (5/3 - 1) / 4 = 2/12.
        Weights(Three, KeyMethod.MeanRating).Should().Equal(("a", 0.83333333m), ("b", 0.75m), ("c", 0.16666667m));

    [Test]
    public void A_key_fits_the_way_of_answering()
    {
        ItemExamples.Rated.WithKey(KeyMethod.MeanRating, Three).Value.Key.Weights["b"].Should().Be(0.75m);
        ItemExamples.Rated.WithKey(KeyMethod.MeanWeight, Three).Refusal!.Reason.Should().Contain("each rated");
        ItemExamples.BestAndWorst.WithKey(KeyMethod.MeanWeight, Three).IsRefused.Should().BeFalse();
        ItemExamples.BestAndWorst.WithKey(KeyMethod.MeanRating, Three).Refusal!.Reason.Should().Contain("picked");
    }

    [Test]
    public void A_panel_that_does_not_tell_options_apart_gives_no_key()
    {
        Three.Weights(KeyMethod.Consensus).Refusal!.Reason.Should().Contain("no single best option");
        Panel("a3 b3 c3", "a4 b4 c4").Weights(KeyMethod.MeanWeight).Refusal!.Code.Should().Be(Refusals.RequestContradicts);
        // Three experts share their votes in thirds: 1/3 + 1/3 + 1/3 on each option must count as equal.
        Panel("a3 b3 c3", "a4 b4 c4", "a2 b2 c2").Weights(KeyMethod.ProportionEndorsement).IsRefused.Should().BeTrue();
        Three.Weights(KeyMethod.Authored).IsRefused.Should().BeTrue();
    }

    [Test]
    public void A_new_key_is_a_new_version_and_old_answers_can_be_scored_under_either()
    {
        var rekeyed = ItemExamples.Judgement.WithKey(KeyMethod.MeanWeight, Three).Value;
        rekeyed.Keys.Select(key => (key.Version, key.Method)).Should().Equal((1, KeyMethod.Authored), (2, KeyMethod.MeanWeight));
        rekeyed.Panel.Should().Be(Three);
        ItemScoring.Score(rekeyed, "b").Should().Be(Points.Of(1.75));
        ItemScoring.Judged(rekeyed, rekeyed.Keys[0], "b").Should().Be(Points.Of(1));
        ItemScoring.Score(ItemExamples.Judgement, "b").Should().Be(Points.Of(1));
    }

    [Test]
    public void Agreement_gets_one_row_per_option_and_one_column_per_expert() =>
        Three.Matrix(["a", "c"]).Should().BeEquivalentTo(new[] { new[] { 5, 5, 3 }, [2, 1, 2] }, options => options.WithStrictOrdering());

    private static IEnumerable<(string, decimal)> Weights(ExpertPanel panel, KeyMethod method) =>
        panel.Weights(method).Value.Select(pair => (pair.Key, pair.Value));

    private static ExpertPanel Panel(params string[] experts) => new(5, [.. experts.Select((ratings, i) => Expert($"e{i + 1}", ratings))]);

    private static ExpertRatings Expert(string rater, string ratings) =>
        new(rater, ratings.Split(' ').ToDictionary(rating => rating[..1], rating => rating[1] - '0'));
}
