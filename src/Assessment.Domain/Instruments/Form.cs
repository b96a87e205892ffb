namespace Assessment.Domain.Instruments;

/// <summary>One edition of an instrument: an ordered list of items. Frozen as a form version when published.</summary>
/// <param name="Identifier">Stable short name, such as "dekt-a".</param>
/// <param name="Instrument">The instrument it is an edition of.</param>
/// <param name="Edition">"A" or "B" of parallel forms.</param>
/// <param name="Title">Shown to participants.</param>
/// <param name="Language">BCP 47 tag, such as "en".</param>
/// <param name="PassMark">Points needed to pass; null when the instrument has no pass mark.</param>
/// <param name="Items">In printed order; identifiers are unique. What is stored and scored follows this order, whatever was shown.</param>
public sealed record Form(
    string Identifier,
    Instrument Instrument,
    string Edition,
    string Title,
    string Language,
    Points? PassMark,
    IReadOnlyList<Item> Items)
{
    /// <summary>Items are shown in an order of their own to each participant (<see cref="PresentationOrder"/>).</summary>
    public bool ShuffleItems { get; init; }

    /// <summary>Options are shown in an order of their own to each participant.</summary>
    public bool ShuffleOptions { get; init; }

    /// <summary>The form's texts in other languages; one entry per language.</summary>
    public IReadOnlyList<FormTranslation> Translations { get; init; } = [];

    /// <summary>Most points the form gives.</summary>
    public Points MaxPoints => Items.Aggregate(Points.Zero, (sum, item) => sum + item.MaxPoints);

    /// <summary>
    /// The form in a language: same identifiers, keys and order, other texts, so that answers given in one language stand in
    /// every other. A tag without translation falls back to the shorter tag ("es-MX" to "es": RFC 4647, section 3.4), then to
    /// the form as it is. An item is translated whole or not at all.
    /// </summary>
    /// <param name="language">BCP 47 tag.</param>
    public TranslatedForm In(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        for (var tag = language; tag.Length > 0; tag = tag[..Math.Max(0, tag.LastIndexOf('-'))])
        {
            if (Is(Language, tag))
            {
                return new TranslatedForm(this with { Translations = [] }, []);
            }

            if (Translations.FirstOrDefault(translation => Is(translation.Language, tag)) is { } found)
            {
                return found.Of(this);
            }
        }

        return new TranslatedForm(this with { Translations = [] }, [.. Items.Select(item => item.Identifier)]);
    }

    private static bool Is(string language, string tag) => string.Equals(language, tag, StringComparison.OrdinalIgnoreCase);
}
