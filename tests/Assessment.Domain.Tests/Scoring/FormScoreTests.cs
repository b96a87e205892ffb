using Assessment.Domain.Instruments;
using Assessment.Domain.Scoring;
using CsCheck;

namespace Assessment.Domain.Tests.Scoring;

public class FormScoreTests
{
    private static readonly Option[] Options = [new("a", "A"), new("b", "B"), new("c", "C")];

    private static readonly Form Form = new(
        "f", new Instrument("i", "Test", InstrumentKind.KnowledgeTest, Plane.Research), "A", "Test", "en", Points.Of(2),
        [
            new SingleChoice("q1", "stem", Tags("DE_ALT", "DE_ALT.1", Ability.Knowledge), Points.One, Options, "a"),
            new MultipleChoice("q2", "stem", Tags("DE_ALT", "DE_ALT.2", Ability.Skill), Points.One, Options, ["a", "b"]),
            new TrueFalse("q3", "stem", Tags("REFERRAL", "REFERRAL.1", Ability.Knowledge), Points.One, true),
        ]);

    [Test]
    public void Sums_are_made_per_form_topic_objective_and_ability()
    {
        var score = FormScore.Of(Form, Responses(("q1", "a"), ("q2", "a"), ("q3", "false")));

        score.Earned.Should().Be(Points.Of(1.5));
        score.Possible.Should().Be(Points.Of(3));
        score.Topics.Should().Equal(new SubScore("DE_ALT", Points.Of(1.5), Points.Of(2)), new SubScore("REFERRAL", Points.Zero, Points.One));
        score.Objectives.Select(part => (part.Group, part.Earned.Value)).Should().Equal(("DE_ALT.1", 1.0), ("DE_ALT.2", 0.5), ("REFERRAL.1", 0.0));
        score.Abilities.Select(part => (part.Group, part.Earned.Value)).Should().Equal(("knowledge", 1.0), ("skill", 0.5));
    }

    [TestCase("a|b", "false", true, Description = "exactly the pass mark of 2 points")]
    [TestCase("a", "false", false)]
    public void Pass_mark_is_reached_from_the_mark_on(string second, string third, bool passed) =>
        FormScore.Of(Form, Responses(("q1", "a"), ("q2", second), ("q3", third))).Passed.Should().Be(passed);

    [Test]
    public void Blank_answers_earn_nothing_and_stay_blank()
    {
        var score = FormScore.Of(Form, Responses(("q1", "a")));
        score.Items.Should().Equal(Points.One, null, null);
        score.Earned.Should().Be(Points.One);
    }

    [Test]
    public void Ratings_that_are_missing_leave_the_pass_open_only_while_they_could_decide_it()
    {
        var form = Form with { Items = [.. Form.Items, ItemExamples.Essay, ItemExamples.Story with { Tags = Tags("REFERRAL", "REFERRAL.1", Ability.Knowledge) }] };
        var waiting = FormScore.Of(form, Responses(("q1", "a"), ("e", "I would listen.")));
        waiting.Should().BeEquivalentTo(new { Passed = (bool?)null, Earned = Points.One, Possible = Points.Of(8), Unrated = new[] { "e" } });

        var rated = FormScore.Of(form, Responses(("q1", "a"), ("e", "I would listen.")), item => item == "e" ? Points.Of(3.5) : null);
        rated.Should().BeEquivalentTo(new { Passed = true, Earned = Points.Of(4.5), Unrated = Array.Empty<string>() });

        FormScore.Of(form, Responses(("q1", "a"), ("q2", "a|b"), ("e", "text"))).Passed.Should().BeTrue("2 points are there already");
        FormScore.Of(form, Responses(("q1", "a")), _ => Points.Of(3)).Should().BeEquivalentTo(
            new { Passed = false, Earned = Points.One, Unrated = Array.Empty<string>() }, "what was not written cannot be rated");
        waiting.Objectives.Should().Contain(new SubScore("REFERRAL.1", Points.Zero, Points.One), "a stimulus gives no points");
    }

    [Test]
    public void Packed_sheet_gives_the_same_points_back() =>
        Gen.Int[-20_000, 2_000_000].Nullable().Array[0, 60].Sample(ticks =>
        {
            var items = ticks.Select(tick => tick is { } some ? new Points(some) : (Points?)null).ToArray();
            var sheet = ScoreSheet.Pack(items);
            return Enumerable.Range(0, items.Length).All(i => ScoreSheet.ItemAt(sheet, i) == items[i]);
        });

    private static ItemTags Tags(string topic, string objective, Ability ability) => new(topic, objective, ability, [], null);

    private static Func<string, string?> Responses(params (string Item, string Value)[] given) =>
        item => given.FirstOrDefault(one => one.Item == item).Value;
}
