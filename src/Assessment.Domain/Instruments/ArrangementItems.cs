namespace Assessment.Domain.Instruments;

/// <summary>Options to be put in order; credit for every pair that stands in the right order beyond what chance gives.</summary>
/// <param name="Identifier">Unique within the form.</param>
/// <param name="Stem">The question as shown.</param>
/// <param name="Tags">Topic, objective, ability, tactics.</param>
/// <param name="MaxPoints">Most points the item gives.</param>
/// <param name="Options">At least two, as shown.</param>
/// <param name="Key">The identifiers of all options in the right order.</param>
public sealed record Ordering(string Identifier, string Stem, ItemTags Tags, Points MaxPoints, IReadOnlyList<Option> Options, IReadOnlyList<string> Key)
    : Item(Identifier, Stem, Tags, MaxPoints)
{
    /// <inheritdoc />
    public override string Type => "ordering";
}

/// <summary>The right target of a source.</summary>
/// <param name="Source">Identifier of the source.</param>
/// <param name="Target">Identifier of its target.</param>
public sealed record MatchedPair(string Source, string Target);

/// <summary>Each source is given one target; credit is the share of sources with the right target.</summary>
/// <param name="Identifier">Unique within the form.</param>
/// <param name="Stem">The question as shown.</param>
/// <param name="Tags">Topic, objective, ability, tactics.</param>
/// <param name="MaxPoints">Most points the item gives.</param>
/// <param name="Sources">What is matched.</param>
/// <param name="Targets">What it is matched to; one may serve several sources or none.</param>
/// <param name="Key">One pair for each source.</param>
public sealed record Matching(
    string Identifier, string Stem, ItemTags Tags, Points MaxPoints,
    IReadOnlyList<Option> Sources, IReadOnlyList<Option> Targets, IReadOnlyList<MatchedPair> Key)
    : Item(Identifier, Stem, Tags, MaxPoints)
{
    /// <inheritdoc />
    public override string Type => "matching";
}

/// <summary>A place in a text where one of several words is chosen.</summary>
/// <param name="Identifier">Unique within the item.</param>
/// <param name="Options">At least two.</param>
/// <param name="Key">Identifier of the right option.</param>
public sealed record Gap(string Identifier, IReadOnlyList<Option> Options, string Key)
{
    /// <summary>How the gap is written in the stem: "[[g1]]".</summary>
    public string Marker => $"[[{Identifier}]]";
}

/// <summary>A text with gaps, each filled from its own options; credit is the share of gaps filled rightly.</summary>
/// <param name="Identifier">Unique within the form.</param>
/// <param name="Stem">The text; holds the marker of each gap once.</param>
/// <param name="Tags">Topic, objective, ability, tactics.</param>
/// <param name="MaxPoints">Most points the item gives.</param>
/// <param name="Gaps">At least one.</param>
public sealed record InlineChoice(string Identifier, string Stem, ItemTags Tags, Points MaxPoints, IReadOnlyList<Gap> Gaps)
    : Item(Identifier, Stem, Tags, MaxPoints)
{
    /// <inheritdoc />
    public override string Type => "inline-choice";
}
