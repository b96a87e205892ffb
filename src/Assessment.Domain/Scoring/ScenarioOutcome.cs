using Assessment.Domain.Instruments;

namespace Assessment.Domain.Scoring;

/// <summary>One turn of a path through a scenario.</summary>
/// <param name="Node">Identifier of the node.</param>
/// <param name="Choice">Identifier of the choice taken.</param>
/// <param name="ElapsedMs">Milliseconds spent at the node, 0 to one day.</param>
public sealed record PathTurn(string Node, string Choice, int ElapsedMs);

/// <summary>What a turn earned.</summary>
/// <param name="Turn">The turn.</param>
/// <param name="Earned">Points of the choice.</param>
/// <param name="Lost">
/// Points given away: the best path from this node less the best path that is open after the choice, its points included.
/// Over a path that ended, earned and lost points together are the points of the best path.
/// </param>
/// <param name="Safe">Whether the choice was a safe one.</param>
public sealed record TurnOutcome(PathTurn Turn, Points Earned, Points Lost, bool Safe);

/// <summary>What came after the first unsafe choice.</summary>
/// <param name="EndedSafely">The path went on to a safe end: the bad turn was made good.</param>
/// <param name="BestTurns">Later turns that gave nothing away.</param>
/// <param name="LaterTurns">All later turns.</param>
public sealed record Recovery(bool EndedSafely, int BestTurns, int LaterTurns);

/// <summary>How a path through a scenario went.</summary>
/// <param name="Turns">Its turns in order, so that points can be read by node.</param>
/// <param name="Earned">Points of all turns.</param>
/// <param name="Possible">Points of the best path of the scenario.</param>
/// <param name="Ended">Whether an end was reached.</param>
/// <param name="StayedSafe">Every choice was safe, and the end, if one was reached, too.</param>
/// <param name="Recovery">What came after the first unsafe choice; null when no choice was unsafe.</param>
/// <param name="Minutes">Time over all turns.</param>
public sealed record ScenarioOutcome(
    IReadOnlyList<TurnOutcome> Turns, Points Earned, Points Possible, bool Ended, bool StayedSafe, Recovery? Recovery, double Minutes)
{
    /// <summary>Earned ÷ possible points, 0 to 1; null when the scenario gives no points.</summary>
    public double? ShareOfBest => Possible.Ticks == 0 ? null : (double)Earned.Ticks / Possible.Ticks;

    /// <summary>Follows a path, which may stop before an end.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="path">Turns from the start, each at the node that the one before led to (<see cref="ItemResponse"/> holds this).</param>
    public static ScenarioOutcome Of(Scenario scenario, IReadOnlyList<PathTurn> path)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(path);
        var best = ScenarioGraph.BestFrom(scenario.Nodes);
        var choices = path.Select(turn => scenario.Node(turn.Node).Choices.First(choice => choice.Identifier == turn.Choice)).ToList();
        var turns = path.Zip(choices, (turn, choice) => new TurnOutcome(
            turn, choice.Points, new Points(best[turn.Node].Ticks - (choice.Points + best[choice.Next]).Ticks), choice.Safe)).ToList();
        var last = scenario.Node(choices.Count == 0 ? scenario.Start : choices[^1].Next);
        return new ScenarioOutcome(
            turns,
            turns.Aggregate(Points.Zero, (sum, turn) => sum + turn.Earned),
            scenario.MaxPoints,
            last.IsEnd,
            turns.TrueForAll(turn => turn.Safe) && last.EndsSafely != false,
            After(turns, last),
            path.Sum(turn => (long)turn.ElapsedMs) / 60_000.0);
    }

    private static Recovery? After(List<TurnOutcome> turns, ScenarioNode last)
    {
        var bad = turns.FindIndex(turn => !turn.Safe);
        var later = turns.Skip(bad + 1).ToList();
        return bad < 0 ? null : new Recovery(last.EndsSafely == true, later.Count(turn => turn.Lost.Ticks == 0), later.Count);
    }
}
