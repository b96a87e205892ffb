namespace Assessment.Domain.Instruments;

/// <summary>One right option; an option may carry a <see cref="Option.Weight"/> for partial credit.</summary>
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
