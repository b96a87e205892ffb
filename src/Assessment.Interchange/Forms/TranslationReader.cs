using Assessment.Domain.Instruments;

namespace Assessment.Interchange.Forms;

/// <summary>Reads the texts of a form in other languages; a text that has no place in the form is a fault, a missing one is not.</summary>
internal static class TranslationReader
{
    private const int MostLanguages = 20;

    public static List<FormTranslation> Read(JsonPlace file, Form form)
    {
        var places = file.Optional("translations")?.List(1, MostLanguages) ?? [];
        var translations = places.Select(place => ReadOne(place, form)).ToList();
        JsonPlace.NoTwins(places, translations.Select(translation => translation.Language).ToList(), "language");
        return translations;
    }

    private static FormTranslation ReadOne(JsonPlace place, Form form)
    {
        place.Allow("language", "title", "items");
        var language = place.Required("language");
        var tag = language?.Text() ?? "";
        if (string.Equals(tag, form.Language, StringComparison.OrdinalIgnoreCase))
        {
            language?.Fault("The form itself is in this language.");
        }

        var items = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        foreach (var (identifier, texts) in place.Required("items")?.Entries() ?? [])
        {
            if (form.Items.FirstOrDefault(item => item.Identifier == identifier) is { } item)
            {
                items[identifier] = ReadTexts(texts, item);
            }
            else
            {
                texts.Fault($"The form has no item \"{identifier}\".");
            }
        }

        return new FormTranslation(tag, place.Required("title")?.Text() ?? "", items);
    }

    private static Dictionary<string, string> ReadTexts(JsonPlace place, Item item)
    {
        var slots = ItemTexts.Of(item).Select(text => text.Key).ToHashSet();
        place.Allow([.. slots]);
        var texts = new Dictionary<string, string>();
        foreach (var (slot, text) in place.Entries().Where(entry => slots.Contains(entry.Name)))
        {
            texts[slot] = slot.EndsWith("media/captions", StringComparison.Ordinal) ? text.File() : text.Text();
            if (slot == "stem" && item is InlineChoice inline)
            {
                ArrangementReader.Marked(text, inline, texts[slot]);
            }
        }

        return texts;
    }
}
