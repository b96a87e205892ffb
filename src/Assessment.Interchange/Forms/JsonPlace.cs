using System.Text.Json;
using Assessment.Domain;

namespace Assessment.Interchange.Forms;

/// <summary>
/// A JSON value, its path and the list of faults found so far. Reading never throws on wrong content: it notes the place
/// and goes on with a harmless value, so that one pass names every fault.
/// </summary>
internal readonly record struct JsonPlace(JsonElement Value, string Path, List<Place> Faults)
{
    private const int LongestText = 20_000;

    public void Fault(string problem) => Faults.Add(new Place(Path.Length == 0 ? "file" : Path, problem));

    public JsonPlace? Optional(string name) =>
        Value.ValueKind == JsonValueKind.Object && Value.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? new JsonPlace(value, Path.Length == 0 ? name : $"{Path}.{name}", Faults)
            : null;

    public JsonPlace? Required(string name)
    {
        var place = Optional(name);
        if (place is null)
        {
            Fault(Value.ValueKind == JsonValueKind.Object ? $"\"{name}\" is missing." : "An object is expected.");
        }

        return place;
    }

    /// <summary>Notes properties that no reader knows: a misspelled name must not be dropped silently.</summary>
    public void Allow(params ReadOnlySpan<string> names)
    {
        if (Value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var property in Value.EnumerateObject())
        {
            if (!names.Contains(property.Name))
            {
                Fault($"\"{property.Name}\" is not a known name here.");
            }
        }
    }

    public string Text()
    {
        var text = Value.ValueKind == JsonValueKind.String ? Value.GetString()! : null;
        if (string.IsNullOrWhiteSpace(text))
        {
            Fault("A text is expected.");
            return "";
        }

        if (text.Length > LongestText)
        {
            Fault($"The text is longer than {LongestText} characters.");
        }

        return text;
    }

    public string Identifier()
    {
        var text = Text();
        if (text.Length is > 64 || text.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.')))
        {
            Fault("An identifier has 1 to 64 letters, digits, '-', '_' or '.'.");
        }

        return text;
    }

    public TWord Word<TWord>(IReadOnlyDictionary<string, TWord> words)
    {
        if (Value.ValueKind == JsonValueKind.String && words.TryGetValue(Value.GetString()!, out var word))
        {
            return word;
        }

        Fault($"One of these is expected: {string.Join(", ", words.Keys)}.");
        return words.Values.First();
    }

    public bool Truth()
    {
        if (Value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Fault("true or false is expected.");
        }

        return Value.ValueKind == JsonValueKind.True;
    }

    public Points Points(double most)
    {
        if (Value.ValueKind == JsonValueKind.Number && Value.TryGetDouble(out var number) && number > 0 && number <= most)
        {
            return Domain.Points.Of(number);
        }

        Fault($"A number above 0 and up to {most} is expected.");
        return Domain.Points.One;
    }

    public List<JsonPlace> List(int least, int most)
    {
        if (Value.ValueKind != JsonValueKind.Array || Value.GetArrayLength() < least || Value.GetArrayLength() > most)
        {
            Fault($"A list of {least} to {most} is expected.");
            return [];
        }

        var (path, faults) = (Path, Faults);
        return Value.EnumerateArray().Select((value, i) => new JsonPlace(value, $"{path}[{i}]", faults)).ToList();
    }
}
