using Assessment.Domain.Instruments;
using Assessment.Domain.Scoring;
using CsCheck;

namespace Assessment.Domain.Tests.Scoring;

public class ScenarioOutcomeTests
{
    private static readonly Scenario Bridge = ItemExamples.Bridge;

    [Test]
    public void The_best_path_earns_everything_and_stays_safe()
    {
        var outcome = Follow("start:talk:30000|calm:wait:60000");
        outcome.Should().BeEquivalentTo(new
        {
            Earned = Points.Of(5), Possible = Points.Of(5), ShareOfBest = 1.0, Ended = true, StayedSafe = true, Recovery = (Recovery?)null, Minutes = 1.5,
        });
        outcome.Turns.Select(turn => (turn.Turn.Node, turn.Earned.Value, turn.Lost.Value, turn.Safe))
            .Should().Equal(("start", 2.0, 0.0, true), ("calm", 3.0, 0.0, true));
    }

    [Test]
    public void A_bad_turn_made_good_is_a_recovery()
    {
        // Shouting gives away 5 - (0 + 1) = 4 of the best path; backing off is then the best there is.
        var outcome = Follow("start:shout:0|tense:back-off:0");
        outcome.Earned.Should().Be(Points.One);
        outcome.ShareOfBest.Should().BeApproximately(0.2, 1e-12);
        outcome.StayedSafe.Should().BeFalse();
        outcome.Recovery.Should().Be(new Recovery(EndedSafely: true, BestTurns: 1, LaterTurns: 1));
        outcome.Turns.Select(turn => turn.Lost.Value).Should().Equal(4, 0);
    }

    [TestCase("start:shout:0|tense:grab:0", false, 0, 1, TestName = "a second bad turn")]
    [TestCase("start:talk:0|calm:rush:0", false, 0, 0, TestName = "a bad last turn")]
    [TestCase("start:shout:0", false, 0, 0, TestName = "broken off after the bad turn")]
    public void Without_a_safe_end_there_is_no_recovery(string path, bool safely, int best, int later) =>
        Follow(path).Recovery.Should().Be(new Recovery(safely, best, later));

    [Test]
    public void Safe_choices_that_end_unsafely_did_not_stay_safe()
    {
        var unlucky = Bridge with { Nodes = [.. Bridge.Nodes.Select(node => node with { EndsSafely = node.IsEnd ? false : null })] };
        var outcome = ScenarioOutcome.Of(unlucky, ItemResponse.Path("start:talk:0|calm:wait:0"));
        outcome.StayedSafe.Should().BeFalse();
        outcome.Recovery.Should().BeNull("no choice was unsafe");
    }

    [Test]
    public void A_path_broken_off_keeps_what_it_earned()
    {
        var outcome = Follow("start:talk:500");
        outcome.Should().BeEquivalentTo(new { Ended = false, StayedSafe = true, Earned = Points.Of(2) });
        ItemScoring.Score(Bridge, "start:talk:500").Should().Be(Points.Of(2));
    }

    [Test]
    public void Best_and_safe_path_are_found()
    {
        ScenarioGraph.BestPath(Bridge).Should().Equal(new Turn("start", "talk"), new Turn("calm", "wait"));
        ScenarioGraph.SafePath(Bridge).Should().Equal(new Turn("start", "talk"), new Turn("calm", "wait"));
        // When rushing pays 9, the best path is no safe one.
        var tempting = Bridge with { Nodes = [.. Bridge.Nodes.Select(node => node with { Choices = [.. node.Choices.Select(choice =>
            choice.Identifier == "rush" ? choice with { Points = Points.Of(9) } : choice)] })] };
        ScenarioGraph.BestPath(tempting).Should().Equal(new Turn("start", "talk"), new Turn("calm", "rush"));
        ScenarioGraph.SafePath(tempting).Should().Equal(new Turn("start", "talk"), new Turn("calm", "wait"));
        var unsafeAll = Bridge with { Nodes = [.. Bridge.Nodes.Select(node => node.IsEnd ? node with { EndsSafely = false } : node)] };
        ScenarioGraph.SafePath(unsafeAll).Should().BeNull();
    }

    [Test]
    public void Earned_and_lost_are_the_best_path_on_every_path_of_any_scenario() =>
        Gen.Select(AnyScenario, Gen.Int[0, 2].Array[20]).Sample((scenario, picks) =>
        {
            var path = new List<string>();
            for (var node = scenario.Node(scenario.Start); !node.IsEnd;)
            {
                var choice = node.Choices[picks[path.Count] % node.Choices.Count];
                path.Add($"{node.Identifier}:{choice.Identifier}:{path.Count}");
                node = scenario.Node(choice.Next);
            }

            var outcome = ScenarioOutcome.Of(scenario, ItemResponse.Path(ItemResponse.Read(scenario, path).Value));
            return outcome.Turns.All(turn => turn.Lost.Ticks >= 0)
                && outcome.Turns.Sum(turn => turn.Earned.Ticks + turn.Lost.Ticks) == scenario.MaxPoints.Ticks
                && outcome.Ended && outcome.Earned.Ticks <= scenario.MaxPoints.Ticks;
        });

    [Test]
    public void The_best_path_is_worth_the_most_points() =>
        AnyScenario.Sample(scenario =>
        {
            var path = ScenarioGraph.BestPath(scenario).Select(turn => new PathTurn(turn.Node, turn.Choice, 0)).ToList();
            return ScenarioOutcome.Of(scenario, path).Earned == scenario.MaxPoints && ScenarioGraph.Faults(scenario.Start, scenario.Nodes).Count == 0;
        });

    [TestCase("wait", "nowhere", "leads to node \"nowhere\", which is not there", 1, 0)]
    [TestCase("wait", "start", "leads back", 1, 0)]
    [TestCase("wait", "calm", "leads back", 1, 0)]
    [TestCase("shout", "calm", "No path from the start", 2, null)]
    public void Faults_of_the_graph_are_named_with_their_place(string choice, string next, string problem, int node, int? place)
    {
        var nodes = Bridge.Nodes.Select(one => one with { Choices = [.. one.Choices.Select(way => way.Identifier == choice ? way with { Next = next } : way)] }).ToList();
        ScenarioGraph.Faults("start", nodes).Should().Contain(fault =>
            fault.Node == node && fault.Choice == place && fault.Problem.Contains(problem, StringComparison.Ordinal));
    }

    [Test]
    public void Start_and_ends_must_be_told()
    {
        ScenarioGraph.Faults("begin", Bridge.Nodes).Should().Contain(fault => fault.Problem.Contains("start points to node \"begin\"", StringComparison.Ordinal));
        ScenarioGraph.Faults("good", Bridge.Nodes).Should().Contain(fault => fault.Problem.Contains("start is an end", StringComparison.Ordinal));
        ScenarioGraph.Faults("start", [.. Bridge.Nodes.Select(node => node with { EndsSafely = null })]).Select(fault => fault.Node).Should().Equal(3, 4);
        ScenarioGraph.Faults("start", [.. Bridge.Nodes.Select(node => node with { EndsSafely = true })]).Select(fault => fault.Node).Should().Equal(0, 1, 2);
    }

    [TestCase(64, 0)]
    [TestCase(65, 1)]
    public void A_path_has_at_most_64_turns(int turns, int faults)
    {
        var chain = Enumerable.Range(0, turns).Select(i => new ScenarioNode($"n{i}", "text", null, [new("go", "go", Points.One, true, $"n{i + 1}")]))
            .Append(new ScenarioNode($"n{turns}", "text", null, [], true)).ToList();
        ScenarioGraph.Faults("n0", chain).Should().HaveCount(faults);
    }

    /// <summary>Layers n0 → n1 → … → end: each choice leads one node on, or straight to the end; so nothing is unreached and nothing leads back.</summary>
    private static Gen<Scenario> AnyScenario => Gen.Select(Gen.Int[1, 12], Gen.Int[0, 5].Array[40], Gen.Bool.Array[40], (length, points, flags) =>
    {
        var nodes = Enumerable.Range(0, length).Select(i => new ScenarioNode($"n{i}", "text", null, [
            new("on", "on", Points.Of(points[i]), flags[i], i + 1 < length ? $"n{i + 1}" : "good"),
            new("out", "out", Points.Of(points[i + 20]), flags[i + 20], flags[i] ? "good" : "bad")]));
        var ends = new[] { new ScenarioNode("good", "text", null, [], true), new ScenarioNode("bad", "text", null, [], false) };
        var used = nodes.SelectMany(node => node.Choices).Select(choice => choice.Next).ToHashSet();
        return new Scenario("s", "stem", ItemExamples.NoTags, "n0", [.. nodes, .. ends.Where(end => used.Contains(end.Identifier))]);
    });

    private static ScenarioOutcome Follow(string stored) => ScenarioOutcome.Of(Bridge, ItemResponse.Path(stored));
}
