namespace Assessment.Domain.Instruments;

/// <summary>The Act asks for tests of "knowledge and skills" (34 U.S.C. 10381(n)(1)(B)(ii)); they are summed apart.</summary>
public enum Ability
{
    /// <summary>Knows.</summary>
    Knowledge,

    /// <summary>Judges what to do in a described situation.</summary>
    Skill,
}

/// <summary>A choice offered by an item.</summary>
/// <param name="Identifier">Unique within the item.</param>
/// <param name="Text">What is shown.</param>
public sealed record Option(string Identifier, string Text)
{
    /// <summary>Part of the points that choosing it gives, 0 to 1, on single choice alone; null: all for the key, none for others.</summary>
    public decimal? Weight { get; init; }

    /// <summary>Stays last when options are shuffled, such as "none of the above".</summary>
    public bool Fixed { get; init; }
}

/// <summary>What every item carries besides its question.</summary>
/// <param name="Topic">Topic code of the Act, or null for items of no topic (a confidence scale).</param>
/// <param name="Objective">Learning objective code, such as "DE_ALT.2"; null when none.</param>
/// <param name="Ability">Knowledge or skill.</param>
/// <param name="Tactics">Codes of the tactics the item is about.</param>
/// <param name="Rationale">Why the key is right, for instructors; never sent to a participant.</param>
public sealed record ItemTags(string? Topic, string? Objective, Ability Ability, IReadOnlyList<string> Tactics, string? Rationale);

/// <summary>One question of a form. The set of item types is closed; each has one scoring function in <c>Scoring</c>.</summary>
/// <param name="Identifier">Unique within the form, such as "a07".</param>
/// <param name="Stem">The question as shown.</param>
/// <param name="Tags">Topic, objective, ability, tactics.</param>
/// <param name="MaxPoints">Most points the item gives.</param>
public abstract record Item(string Identifier, string Stem, ItemTags Tags, Points MaxPoints)
{
    /// <summary>The type's word in files and on the API.</summary>
    public abstract string Type { get; }
}
