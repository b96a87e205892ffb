using Assessment.Domain.Instruments;
using Assessment.Domain.Scoring;
using CsCheck;

namespace Assessment.Domain.Tests.Scoring;

public class ItemScoringTests
{
    private static readonly ItemTags NoTags = new(null, null, Ability.Knowledge, [], null);
    private static readonly Option[] FiveOptions = [.. "abcde".Select(letter => new Option(letter.ToString(), "text"))];

    private static readonly SingleChoice Single = new("s", "stem", NoTags, Points.One, FiveOptions, "c");
    private static readonly MultipleChoice TwoOfFive = new("m", "stem", NoTags, Points.One, FiveOptions, ["a", "d"]);
    private static readonly TrueFalse Statement = new("t", "stem", NoTags, Points.One, false);

    [TestCase("c", 1.0)]
    [TestCase("a", 0.0)]
    public void Single_choice_gives_all_or_nothing(string response, double points) =>
        ItemScoring.Score(Single, response)!.Value.Value.Should().Be(points);

    [TestCase("a|d", 1.0, TestName = "both keys")]
    [TestCase("a", 0.5, TestName = "one of two keys")]
    [TestCase("a|b", 0.0, TestName = "a hit and a false choice cancel")]
    [TestCase("a|b|d", 0.5, TestName = "two hits less one false choice")]
    [TestCase("b|c|e", 0.0, TestName = "false choices never go below nothing")]
    [TestCase("a|b|c|d|e", 0.0, TestName = "choosing everything earns nothing")]
    public void Multiple_choice_gives_partial_credit(string response, double points) =>
        ItemScoring.Score(TwoOfFive, response)!.Value.Value.Should().Be(points);

    [TestCase("false", 1.0)]
    [TestCase("true", 0.0)]
    public void True_false_is_keyed(string response, double points) =>
        ItemScoring.Score(Statement, response)!.Value.Value.Should().Be(points);

    [TestCase(false, "2", 2.0)]
    [TestCase(true, "2", 4.0)]
    [TestCase(true, "5", 1.0)]
    public void Likert_turns_reversed_items_round(bool reversed, string response, double points) =>
        ItemScoring.Score(new Likert("l", "stem", NoTags, ["1", "2", "3", "4", "5"], reversed), response)!.Value.Value.Should().Be(points);

    [Test]
    public void Indicator_without_opportunity_is_not_scored()
    {
        var indicator = new Indicator("f", "stem", NoTags);
        ItemScoring.Score(indicator, Indicator.Shown).Should().Be(Points.One);
        ItemScoring.Score(indicator, Indicator.NotShown).Should().Be(Points.Zero);
        ItemScoring.Score(indicator, Indicator.NoOpportunity).Should().BeNull();
    }

    [TestCase("a", 2.0)]
    [TestCase("b", 0.5, Description = "a quarter of 2 points")]
    [TestCase("c", 0.0)]
    public void Single_choice_may_give_partial_credit(string response, double points) =>
        ItemScoring.Score(ItemExamples.Weighted, response)!.Value.Value.Should().Be(points);

    [TestCase("a", 2.0)]
    [TestCase("b", 1.0)]
    [TestCase("c", 0.0)]
    public void Situational_judgement_gives_the_weight_of_the_panel(string response, double points) =>
        ItemScoring.Score(ItemExamples.Judgement, response)!.Value.Value.Should().Be(points);

    [TestCase(1.0, 0.00003, 0, Description = "0.378 ticks")]
    [TestCase(1.0, 0.00004, 1, Description = "0.504 ticks")]
    [TestCase(0.5, 0.5, 3150)]
    [TestCase(3.0, 0.33333333, 12_600)]
    public void Weights_give_the_nearest_tick(double points, double weight, int ticks) =>
        Points.Of(points).Weighted((decimal)weight).Ticks.Should().Be(ticks);

    [Test]
    public void Halves_of_a_tick_go_away_from_zero()
    {
        new Points(1).Weighted(0.5m).Ticks.Should().Be(1);
        new Points(3).Weighted(0.5m).Ticks.Should().Be(2);
        new Points(-1).Weighted(0.5m).Ticks.Should().Be(-1);
    }

    [TestCaseSource(typeof(ItemExamples), nameof(ItemExamples.All))]
    public void A_blank_is_not_scored_whatever_the_type(Item item)
    {
        ItemScoring.Score(item, null).Should().BeNull();
        ItemScoring.Score(item, "").Should().BeNull();
    }

    [TestCase(null)]
    [TestCase("")]
    public void No_answer_is_not_scored(string? response) => ItemScoring.Score(Single, response).Should().BeNull();

    [Test]
    public void Multiple_choice_stays_between_nothing_and_all() =>
        Gen.Shuffle(FiveOptions.Select(option => option.Identifier).ToArray()).SelectMany(ids => Gen.Int[1, 5].Select(take => ids.Take(take).ToList()))
            .Sample(chosen =>
            {
                var stored = ItemResponse.Read(TwoOfFive, chosen).Value;
                var points = ItemScoring.Score(TwoOfFive, stored)!.Value;
                return points.Ticks >= 0 && points.Ticks <= Points.TicksPerPoint;
            });
}
