namespace Assessment.Domain.Instruments;

/// <summary>A choice taken at a node.</summary>
/// <param name="Node">Identifier of the node.</param>
/// <param name="Choice">Identifier of the choice.</param>
public sealed record Turn(string Node, string Choice);

/// <summary>What is wrong with a scenario's graph.</summary>
/// <param name="Node">Index of the node it is about; null for the start.</param>
/// <param name="Choice">Index of the choice within the node; null when it is about the node.</param>
/// <param name="Problem">One sentence.</param>
public sealed record GraphFault(int? Node, int? Choice, string Problem);

/// <summary>Paths through the nodes of a scenario.</summary>
public static class ScenarioGraph
{
    /// <summary>The most turns of a path, so that its stored spelling fits a response whatever the identifiers are.</summary>
    public const int MostTurns = 64;

    /// <summary>
    /// Everything that keeps the nodes from being a scenario: a start or next node that is not there, a start that is an end,
    /// an end without outcome or a turn with one, a node that no path reaches, a choice that leads back, a path of too many turns.
    /// Without such faults every path ends, because a path without circle is finite and stops only at an end.
    /// </summary>
    public static IReadOnlyList<GraphFault> Faults(string start, IReadOnlyList<ScenarioNode> nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        var faults = new List<GraphFault>();
        var known = ById(nodes);
        if (!known.TryGetValue(start, out var first))
        {
            faults.Add(new(null, null, $"The start points to node \"{start}\", which is not there."));
        }
        else if (first.IsEnd)
        {
            faults.Add(new(null, null, "The start is an end; nothing can be done."));
        }

        var reached = Reached(start, known);
        for (var i = 0; i < nodes.Count; i++)
        {
            NodeFaults(nodes[i], i, known, faults);
            if (first is not null && !reached.Contains(nodes[i].Identifier))
            {
                faults.Add(new(i, null, "No path from the start reaches this node."));
            }
        }

        if (faults.Count == 0 && Visit(first!, known, [], [], _ => 1) > MostTurns)
        {
            faults.Add(new(null, null, $"A path has more than {MostTurns} turns."));
        }

        return faults;
    }

    /// <summary>Points of the best path from a node; 0 from an end, and along choices that lead back in a faulty graph.</summary>
    public static Points Best(string from, IReadOnlyList<ScenarioNode> nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        return BestFrom(nodes).GetValueOrDefault(from);
    }

    /// <summary>Points of the best path from every node by identifier.</summary>
    public static IReadOnlyDictionary<string, Points> BestFrom(IReadOnlyList<ScenarioNode> nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        var known = ById(nodes);
        var best = new Dictionary<string, int>();
        foreach (var node in nodes)
        {
            Visit(node, known, best, [], choice => choice.Points.Ticks);
        }

        return best.ToDictionary(node => node.Key, node => new Points(node.Value));
    }

    /// <summary>The path of most points; among equal ones the choices written first.</summary>
    public static IReadOnlyList<Turn> BestPath(Scenario scenario) => Path(scenario, onlySafe: false)!;

    /// <summary>The path of most points among those of safe choices alone that end safely; null when there is none.</summary>
    public static IReadOnlyList<Turn>? SafePath(Scenario scenario) => Path(scenario, onlySafe: true);

    private static List<Turn>? Path(Scenario scenario, bool onlySafe)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var found = new Dictionary<string, Route?>();
        var route = Best(scenario.Node(scenario.Start));
        if (route is null)
        {
            return null;
        }

        var turns = new List<Turn>();
        for (; route.Choice is { } choice; route = found[choice.Next]!)
        {
            turns.Add(new Turn(route.Node, choice.Identifier));
        }

        return turns;

        Route? Best(ScenarioNode node)
        {
            if (!found.TryGetValue(node.Identifier, out var known))
            {
                known = node.IsEnd ? End(node) : node.Choices.Select(choice => Onward(node, choice)).OfType<Route>().MaxBy(way => way.Points.Ticks);
                found[node.Identifier] = known;
            }

            return known;
        }

        Route? End(ScenarioNode node) => onlySafe && node.EndsSafely != true ? null : new Route(node.Identifier, null, Points.Zero);

        Route? Onward(ScenarioNode node, ScenarioChoice choice) =>
            (onlySafe && !choice.Safe) || Best(scenario.Node(choice.Next)) is not { } rest ? null : new Route(node.Identifier, choice, choice.Points + rest.Points);
    }

    /// <summary>The greatest sum of what the choices of a path give, from a node on; sums found are kept in <paramref name="best"/>.</summary>
    private static int Visit(
        ScenarioNode node, Dictionary<string, ScenarioNode> known, Dictionary<string, int> best, HashSet<string> open, Func<ScenarioChoice, int> gives)
    {
        if (best.TryGetValue(node.Identifier, out var sum) || !open.Add(node.Identifier))
        {
            return sum;
        }

        foreach (var choice in node.Choices)
        {
            sum = Math.Max(sum, gives(choice) + (known.TryGetValue(choice.Next, out var next) ? Visit(next, known, best, open, gives) : 0));
        }

        open.Remove(node.Identifier);
        return best[node.Identifier] = sum;
    }

    private static void NodeFaults(ScenarioNode node, int index, Dictionary<string, ScenarioNode> known, List<GraphFault> faults)
    {
        if (node.IsEnd != node.EndsSafely.HasValue)
        {
            faults.Add(new(index, null, node.IsEnd ? "A node has choices, or is an end." : "An end has no choices."));
        }

        for (var i = 0; i < node.Choices.Count; i++)
        {
            var next = node.Choices[i].Next;
            if (!known.ContainsKey(next))
            {
                faults.Add(new(index, i, $"The choice leads to node \"{next}\", which is not there."));
            }
            else if (Reached(next, known).Contains(node.Identifier))
            {
                faults.Add(new(index, i, "The choice leads back to its own node, so the scenario could go in a circle."));
            }
        }
    }

    private static HashSet<string> Reached(string from, Dictionary<string, ScenarioNode> known)
    {
        var reached = new HashSet<string>();
        var waiting = new Stack<string>([from]);
        while (waiting.TryPop(out var identifier))
        {
            if (known.TryGetValue(identifier, out var node) && reached.Add(identifier))
            {
                foreach (var choice in node.Choices)
                {
                    waiting.Push(choice.Next);
                }
            }
        }

        return reached;
    }

    /// <summary>Of nodes with the same identifier the first counts; the reader names the others.</summary>
    private static Dictionary<string, ScenarioNode> ById(IReadOnlyList<ScenarioNode> nodes) =>
        nodes.GroupBy(node => node.Identifier).ToDictionary(same => same.Key, same => same.First());

    private sealed record Route(string Node, ScenarioChoice? Choice, Points Points);
}
