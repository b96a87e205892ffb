using System.Text.Json;
using System.Text.Json.Serialization;
using Assessment.Domain.Instruments;

namespace Assessment.Api.Features.Attempts;

/// <summary>A form as a participant sees it: no key, no weight, no rationale, no topic.</summary>
internal sealed record FormView(string Identifier, string Title, string Language, IReadOnlyList<ItemView> Items)
{
    public static FormView Of(Form form) => new(form.Identifier, form.Title, form.Language, form.Items.Select(ItemView.Of).ToList());
}

/// <summary>An item as a participant sees it.</summary>
internal sealed record ItemView(
    string Identifier,
    string Type,
    string Stem,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<OptionView>? Options,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Labels)
{
    public static ItemView Of(Item item) => new(
        item.Identifier,
        item.Type,
        item.Stem,
        item switch
        {
            SingleChoice single => single.Options.Select(OptionView.Of).ToList(),
            MultipleChoice multiple => multiple.Options.Select(OptionView.Of).ToList(),
            _ => null,
        },
        (item as Likert)?.Labels);
}

/// <summary>An option as a participant sees it.</summary>
internal sealed record OptionView(string Identifier, string Text)
{
    public static OptionView Of(Option option) => new(option.Identifier, option.Text);
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
