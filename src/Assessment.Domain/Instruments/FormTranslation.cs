namespace Assessment.Domain.Instruments;

/// <summary>A form in one language.</summary>
/// <param name="Form">The form; without translations of its own.</param>
/// <param name="Untranslated">Identifiers of items that stay in the form's own language.</param>
public sealed record TranslatedForm(Form Form, IReadOnlyList<string> Untranslated);

/// <summary>The texts of a form in another language.</summary>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Title">Title of the form.</param>
/// <param name="Items">Per item identifier its texts by slot (<see cref="ItemTexts"/>).</param>
public sealed record FormTranslation(string Language, string Title, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Items)
{
    /// <summary>A form in this language; an item that lacks a text stays as it is and is named.</summary>
    public TranslatedForm Of(Form form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var untranslated = form.Items.Where(item => !Covers(item)).Select(item => item.Identifier).ToList();
        var items = form.Items.Select(item => Covers(item) ? ItemTexts.Map(item, (slot, _) => Items[item.Identifier][slot]) : item).ToList();
        return new TranslatedForm(form with { Language = Language, Title = Title, Items = items, Translations = [] }, untranslated);
    }

    private bool Covers(Item item) =>
        Items.TryGetValue(item.Identifier, out var texts) && ItemTexts.Of(item).All(text => texts.ContainsKey(text.Key));
}
