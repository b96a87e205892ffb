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
public sealed record Option(string Identifier, string Text);

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

/// <summary>One right option.</summary>
public sealed record SingleChoice(string Identifier, string Stem, ItemTags Tags, Points MaxPoints, IReadOnlyList<Option> Options, string Key)
    : Item(Identifier, Stem, Tags, MaxPoints)
{
    /// <inheritdoc />
    public override string Type => "single-choice";
}

/// <summary>Several right options; partial credit max(0, hits − false choices) ÷ number of right options.</summary>
public sealed record MultipleChoice(string Identifier, string Stem, ItemTags Tags, Points MaxPoints, IReadOnlyList<Option> Options, IReadOnlyList<string> Key)
    : Item(Identifier, Stem, Tags, MaxPoints)
{
    /// <inheritdoc />
    public override string Type => "multiple-choice";
}

/// <summary>A statement that is true or false.</summary>
public sealed record TrueFalse(string Identifier, string Stem, ItemTags Tags, Points MaxPoints, bool Key)
    : Item(Identifier, Stem, Tags, MaxPoints)
{
    /// <inheritdoc />
    public override string Type => "true-false";
}

/// <summary>Agreement from 1 to <see cref="Steps"/>; a reversed item counts steps + 1 − answer.</summary>
public sealed record Likert(string Identifier, string Stem, ItemTags Tags, IReadOnlyList<string> Labels, bool Reversed)
    : Item(Identifier, Stem, Tags, new Points(Labels.Count * Points.TicksPerPoint))
{
    /// <inheritdoc />
    public override string Type => "likert";

    /// <summary>Number of steps of the scale.</summary>
    public int Steps => Labels.Count;
}

/// <summary>A behaviour on the job: shown, not shown, or no opportunity to show it.</summary>
public sealed record Indicator(string Identifier, string Stem, ItemTags Tags)
    : Item(Identifier, Stem, Tags, Points.One)
{
    /// <summary>The three answers an indicator can take.</summary>
    public const string Shown = "shown", NotShown = "not-shown", NoOpportunity = "no-opportunity";

    /// <inheritdoc />
    public override string Type => "indicator";
}
