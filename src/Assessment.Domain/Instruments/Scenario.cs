namespace Assessment.Domain.Instruments;

/// <summary>Something that can be done at a node of a scenario.</summary>
/// <param name="Identifier">Unique within the node.</param>
/// <param name="Text">What is shown.</param>
/// <param name="Points">What it gives, 0 or more.</param>
/// <param name="Safe">Whether it keeps everybody safe.</param>
/// <param name="Next">Identifier of the node that follows.</param>
public sealed record ScenarioChoice(string Identifier, string Text, Points Points, bool Safe, string Next);

/// <summary>A moment of a scenario: a turn with choices, or an end.</summary>
/// <param name="Identifier">Unique within the scenario.</param>
/// <param name="Text">What is happening, as shown.</param>
/// <param name="Media">Picture or video; null when none.</param>
/// <param name="Choices">What can be done; empty at an end.</param>
/// <param name="EndsSafely">At an end, whether it is a safe one; null at a turn.</param>
public sealed record ScenarioNode(string Identifier, string Text, Media? Media, IReadOnlyList<ScenarioChoice> Choices, bool? EndsSafely = null)
{
    /// <summary>Whether the scenario ends here.</summary>
    public bool IsEnd => Choices.Count == 0;
}

/// <summary>
/// A branching scenario: from the start each choice leads to the next node until an end. The graph has no circle and no node
/// that cannot be reached (<see cref="ScenarioGraph.Faults"/>); most points are those of the best path.
/// </summary>
/// <param name="Identifier">Unique within the form.</param>
/// <param name="Stem">The situation before the first node.</param>
/// <param name="Tags">Topic, objective, ability, tactics.</param>
/// <param name="Start">Identifier of the first node.</param>
/// <param name="Nodes">All nodes.</param>
public sealed record Scenario(string Identifier, string Stem, ItemTags Tags, string Start, IReadOnlyList<ScenarioNode> Nodes)
    : Item(Identifier, Stem, Tags, ScenarioGraph.Best(Start, Nodes))
{
    /// <inheritdoc />
    public override string Type => "scenario";

    /// <summary>The node of an identifier.</summary>
    public ScenarioNode Node(string identifier) => Nodes.First(node => node.Identifier == identifier);
}
