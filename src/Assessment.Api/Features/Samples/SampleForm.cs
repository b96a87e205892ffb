using System.Text.Json;

namespace Assessment.Api.Features.Samples;

/// <summary>As much of a form file as a made-up participant needs: which answers there are and which are right.</summary>
/// <param name="Identifier">Such as "dekt-a".</param>
/// <param name="Instrument">Such as "dekt".</param>
/// <param name="Items">In printed order.</param>
internal sealed record SampleForm(string Identifier, string Instrument, IReadOnlyList<SampleItem> Items)
{
    /// <summary>Reads an authored form of the sample study.</summary>
    public static SampleForm Read(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        var root = json.RootElement;
        return new SampleForm(
            root.GetProperty("identifier").GetString()!,
            root.GetProperty("instrument").GetProperty("identifier").GetString()!,
            [.. root.GetProperty("items").EnumerateArray().Select(SampleItem.Read)]);
    }
}

/// <summary>An item as its answerer sees it, with the key.</summary>
/// <param name="Identifier">Unique on the form.</param>
/// <param name="Type">The item type's word in form files.</param>
/// <param name="Topic">Topic code, or null.</param>
/// <param name="Options">Identifiers of the options; "true" and "false"; "1" to the number of steps; or the three answers of an indicator.</param>
/// <param name="Keys">The right ones among them; empty where nothing is right or wrong.</param>
/// <param name="Reversed">A scale item worded against the scale.</param>
/// <param name="CountIsTold">The stem says how many options to choose.</param>
internal sealed record SampleItem(
    string Identifier, string Type, string? Topic, IReadOnlyList<string> Options, IReadOnlyList<string> Keys, bool Reversed, bool CountIsTold)
{
    private static readonly string[] TrueFalse = ["true", "false"];
    private static readonly string[] Indicator = ["shown", "not-shown", "no-opportunity"];

    internal static SampleItem Read(JsonElement item) => new(
        item.GetProperty("identifier").GetString()!,
        item.GetProperty("type").GetString()!,
        item.TryGetProperty("topic", out var topic) ? topic.GetString() : null,
        ReadOptions(item),
        item.TryGetProperty("key", out var key) ? ReadKeys(key) : [],
        item.TryGetProperty("reversed", out var reversed) && reversed.GetBoolean(),
        item.GetProperty("stem").GetString()!.Contains("Which two", StringComparison.Ordinal));

    private static string[] ReadOptions(JsonElement item) => item.GetProperty("type").GetString() switch
    {
        "true-false" => TrueFalse,
        "indicator" => Indicator,
        "likert" => [.. item.GetProperty("labels").EnumerateArray().Select((_, step) => $"{step + 1}")],
        _ => [.. item.GetProperty("options").EnumerateArray().Select(option => option.GetProperty("identifier").GetString()!)],
    };

    private static string[] ReadKeys(JsonElement key) => key.ValueKind switch
    {
        JsonValueKind.Array => [.. key.EnumerateArray().Select(one => one.GetString()!)],
        JsonValueKind.String => [key.GetString()!],
        _ => [key.GetBoolean() ? "true" : "false"],
    };
}
