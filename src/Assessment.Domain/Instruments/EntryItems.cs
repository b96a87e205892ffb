namespace Assessment.Domain.Instruments;

/// <summary>A number that is accepted, and how far from it an answer may lie.</summary>
/// <param name="Value">The number.</param>
/// <param name="Tolerance">Largest distance, 0 or more; when <paramref name="Relative"/>, a part of |value| (0.05 is five percent).</param>
/// <param name="Relative">Whether the tolerance is a part of the value.</param>
/// <param name="Weight">Part of the points that it gives, above 0 to 1.</param>
public sealed record NumericKey(decimal Value, decimal Tolerance = 0, bool Relative = false, decimal Weight = 1)
{
    /// <summary>Whether a number lies within the tolerance, its ends included.</summary>
    public bool Accepts(decimal answer) => Math.Abs(answer - Value) <= (Relative ? Tolerance * Math.Abs(Value) : Tolerance);
}

/// <summary>A number is entered; credit is the weight of the best key that accepts it.</summary>
/// <param name="Identifier">Unique within the form.</param>
/// <param name="Stem">The question as shown; names the unit.</param>
/// <param name="Tags">Topic, objective, ability, tactics.</param>
/// <param name="MaxPoints">Most points the item gives.</param>
/// <param name="Keys">At least one, one of weight 1.</param>
public sealed record Numeric(string Identifier, string Stem, ItemTags Tags, Points MaxPoints, IReadOnlyList<NumericKey> Keys)
    : Item(Identifier, Stem, Tags, MaxPoints)
{
    /// <inheritdoc />
    public override string Type => "numeric";
}

/// <summary>A text that is accepted.</summary>
/// <param name="Text">The text.</param>
/// <param name="Weight">Part of the points that it gives, above 0 to 1.</param>
public sealed record TextKey(string Text, decimal Weight = 1);

/// <summary>Which differences between an answer and a key do not count.</summary>
/// <param name="IgnoreCase">Capitals.</param>
/// <param name="IgnoreAccents">Marks above and below letters: é is e and ñ is n.</param>
/// <param name="IgnoreSpaces">White space anywhere; without it a run of white space still counts as one space.</param>
public sealed record TextRules(bool IgnoreCase = true, bool IgnoreAccents = false, bool IgnoreSpaces = false);

/// <summary>A few words are entered; credit is the weight of the best key that they equal under the rules.</summary>
/// <param name="Identifier">Unique within the form.</param>
/// <param name="Stem">The question as shown.</param>
/// <param name="Tags">Topic, objective, ability, tactics.</param>
/// <param name="MaxPoints">Most points the item gives.</param>
/// <param name="Keys">At least one, one of weight 1; keys of all languages of the form stand together.</param>
/// <param name="Rules">What does not count.</param>
public sealed record ShortText(string Identifier, string Stem, ItemTags Tags, Points MaxPoints, IReadOnlyList<TextKey> Keys, TextRules Rules)
    : Item(Identifier, Stem, Tags, MaxPoints)
{
    /// <inheritdoc />
    public override string Type => "short-text";
}
