using System.Text.Json;
using Assessment.Domain;
using Assessment.Domain.Scoring;

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

    public Points PointsFromZero(double most) =>
        Value.ValueKind == JsonValueKind.Number && Value.GetDouble() == 0 ? Domain.Points.Zero : Points(most);

    public decimal Number(decimal least, decimal most)
    {
        if (Value.ValueKind == JsonValueKind.Number && Value.TryGetDecimal(out var number) && number >= least && number <= most)
        {
            return NumberText.Shortest(number);
        }

        Fault($"A number from {least} to {most} is expected.");
        return least;
    }

    public int Whole(int least, int most)
    {
        if (Value.ValueKind == JsonValueKind.Number && Value.TryGetInt32(out var number) && number >= least && number <= most)
        {
            return number;
        }

        Fault($"A whole number from {least} to {most} is expected.");
        return least;
    }

    /// <summary>A path below the media folder that cannot lead out of it.</summary>
    public string File()
    {
        var text = Text();
        if (text.Length > 200 || text.Split('/').Any(name => name.Length == 0 || name[0] == '.' || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.'))))
        {
            Fault("A path of up to 200 letters, digits, '-', '_', '.' and '/' is expected, no name beginning with a dot.");
        }

        return text;
    }

    /// <summary>The properties of an object that is a table of names.</summary>
    public List<(string Name, JsonPlace Place)> Entries()
    {
        if (Value.ValueKind != JsonValueKind.Object)
        {
            Fault("An object is expected.");
            return [];
        }

        var (path, faults) = (Path, Faults);
        return Value.EnumerateObject().Select(property => (property.Name, new JsonPlace(property.Value, $"{path}.{property.Name}", faults))).ToList();
    }

    /// <summary>Notes identifiers that stand twice in a list.</summary>
    public static void NoTwins(List<JsonPlace> places, IReadOnlyList<string> identifiers, string what)
    {
        var first = new Dictionary<string, int>();
        for (var i = 0; i < identifiers.Count; i++)
        {
            if (identifiers[i].Length > 0 && !first.TryAdd(identifiers[i], i))
            {
                places[i].Fault($"The {what} identifier \"{identifiers[i]}\" stands at {places[first[identifiers[i]]].Path} already.");
            }
        }
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
