using System.Text.Json;

namespace Assessment.Api.Features.Scoring;

/// <summary>The responses of one person to one form or item.</summary>
/// <param name="Name">What the result is told under.</param>
/// <param name="Responses">An object from item or response variable to value.</param>
internal sealed record ResponseSet(string Name, JsonElement Responses);

/// <summary>Reads the file of responses of the verb <c>score</c>.</summary>
internal static class ResponseFile
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>The sets in order; null when the file is not a list of them.</summary>
    public static IReadOnlyList<ResponseSet>? Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8, Strict);
            var root = document.RootElement.Clone();
            Touch(root);
            return root.ValueKind == JsonValueKind.Array && root.EnumerateArray().All(IsSet)
                ? [.. root.EnumerateArray().Select(set => new ResponseSet(set.GetProperty("name").GetString()!, set.GetProperty("responses")))]
                : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Reads every text once: half of a surrogate pair is noticed here and nowhere later.</summary>
    /// <exception cref="InvalidOperationException">A text is not valid Unicode.</exception>
    private static void Touch(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                json.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var entry in json.EnumerateArray()) Touch(entry);
                break;
            case JsonValueKind.Object:
                foreach (var property in json.EnumerateObject())
                {
                    _ = property.Name;
                    Touch(property.Value);
                }

                break;
        }
    }

    private static bool IsSet(JsonElement set) => set.ValueKind == JsonValueKind.Object
        && set.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String
        && set.TryGetProperty("responses", out var responses) && responses.ValueKind == JsonValueKind.Object;
}
