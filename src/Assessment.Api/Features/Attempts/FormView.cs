using System.Text.Json;
using System.Text.Json.Serialization;
using Assessment.Domain.Instruments;

namespace Assessment.Api.Features.Attempts;

/// <summary>
/// A form as a participant sees it: no key, no weight, no points, no rationale, no topic. Identifiers and order are the same in
/// every language, so that a device can change the language without touching the answers.
/// </summary>
/// <param name="Identifier">The form.</param>
/// <param name="Title">Its title.</param>
/// <param name="Language">BCP 47 tag of its own texts.</param>
/// <param name="Items">In the order given.</param>
/// <param name="Translations">The same items in other languages; null when there are none.</param>
internal sealed record FormView(
    string Identifier,
    string Title,
    string Language,
    IReadOnlyList<ItemView> Items,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<TranslationView>? Translations)
{
    public static FormView Of(Form form) => new(
        form.Identifier,
        form.Title,
        form.Language,
        form.Items.Select(ItemView.Of).ToList(),
        form.Translations.Count == 0 ? null : form.Translations.Select(translation => TranslationView.Of(translation.Of(form))).ToList());
}

/// <summary>A form in another language.</summary>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Title">Title of the form.</param>
/// <param name="Items">All items in the form's order.</param>
/// <param name="Untranslated">Identifiers of items whose texts stand in the form's own language.</param>
internal sealed record TranslationView(string Language, string Title, IReadOnlyList<ItemView> Items, IReadOnlyList<string> Untranslated)
{
    public static TranslationView Of(TranslatedForm translated) => new(
        translated.Form.Language, translated.Form.Title, translated.Form.Items.Select(ItemView.Of).ToList(), translated.Untranslated);
}

/// <summary>Turns the JSON value of a response into the words that <c>ItemResponse.Read</c> takes.</summary>
internal static class ResponseValue
{
    /// <summary>
    /// The words of a string, number, boolean, null or list of strings; null for any other shape, for a string that is no
    /// Unicode text, and for no value at all: an answer is taken back by null, not by a member forgotten.
    /// </summary>
    public static IReadOnlyList<string>? Words(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.String => AllText([value]),
        JsonValueKind.True => ["true"],
        JsonValueKind.False => ["false"],
        JsonValueKind.Number => [value.GetRawText()],
        JsonValueKind.Array when value.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String) => AllText(value.EnumerateArray()),
        _ => null,
    };

    /// <summary>The strings; null when one holds half a surrogate pair.</summary>
    private static List<string>? AllText(IEnumerable<JsonElement> values)
    {
        try
        {
            return values.Select(one => one.GetString()!).ToList();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
