namespace Assessment.Domain.Instruments;

/// <summary>A level of a criterion.</summary>
/// <param name="Anchor">What a performance of this level looks like.</param>
/// <param name="Points">Points it gives; 0 or more, rising from level to level.</param>
public sealed record Level(string Anchor, Points Points);

/// <summary>One line of a rubric.</summary>
/// <param name="Identifier">Unique within the rubric.</param>
/// <param name="Title">What is judged.</param>
/// <param name="Levels">At least two, lowest first; ratings name them by number from 1.</param>
public sealed record Criterion(string Identifier, string Title, IReadOnlyList<Level> Levels)
{
    /// <summary>Points of the highest level.</summary>
    public Points MaxPoints => Levels.Count == 0 ? Points.Zero : Levels[^1].Points;
}

/// <summary>A scoring guide: criteria with anchored levels.</summary>
/// <param name="Criteria">At least one.</param>
public sealed record Rubric(IReadOnlyList<Criterion> Criteria)
{
    /// <summary>Sum of the highest levels.</summary>
    public Points MaxPoints => Criteria.Aggregate(Points.Zero, (sum, criterion) => sum + criterion.MaxPoints);
}

/// <summary>A text is written and judged by raters with a rubric; its points are unknown until it is rated.</summary>
/// <param name="Identifier">Unique within the form.</param>
/// <param name="Stem">The task as shown.</param>
/// <param name="Tags">Topic, objective, ability, tactics.</param>
/// <param name="Rubric">Gives the points.</param>
public sealed record ConstructedResponse(string Identifier, string Stem, ItemTags Tags, Rubric Rubric)
    : Item(Identifier, Stem, Tags, Rubric.MaxPoints)
{
    /// <inheritdoc />
    public override string Type => "constructed-response";
}
