namespace Assessment.Domain.Instruments;

/// <summary>One edition of an instrument: an ordered list of items. Frozen as a form version when published.</summary>
/// <param name="Identifier">Stable short name, such as "dekt-a".</param>
/// <param name="Instrument">The instrument it is an edition of.</param>
/// <param name="Edition">"A" or "B" of parallel forms.</param>
/// <param name="Title">Shown to participants.</param>
/// <param name="Language">BCP 47 tag, such as "en".</param>
/// <param name="PassMark">Points needed to pass; null when the instrument has no pass mark.</param>
/// <param name="Items">In printed order; identifiers are unique.</param>
public sealed record Form(
    string Identifier,
    Instrument Instrument,
    string Edition,
    string Title,
    string Language,
    Points? PassMark,
    IReadOnlyList<Item> Items)
{
    /// <summary>Most points the form gives.</summary>
    public Points MaxPoints => Items.Aggregate(Points.Zero, (sum, item) => sum + item.MaxPoints);
}
