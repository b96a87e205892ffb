using System.Collections;
using System.Text.Json.Nodes;

namespace Assessment.Statistics.Cases;

/// <summary>Results as JSON: doubles read back exactly, infinities are the strings "Infinity" and "-Infinity", null is not estimable.</summary>
public static class CaseJson
{
    /// <summary>An object of the results in their order.</summary>
    /// <param name="values">Results of a case.</param>
    public static JsonObject Node(OrderedDictionary<string, object?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var json = new JsonObject();
        foreach (var (key, value) in values) json[key] = Node(value);
        return json;
    }

    private static JsonNode? Node(object? value) => value switch
    {
        null => null,
        int whole => whole,
        bool flag => flag,
        string text => text,
        double number => Number(number),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(Node)]),
        _ => throw new ArgumentException($"A result of type {value.GetType().Name} has no JSON form."),
    };

    private static JsonNode? Number(double number)
    {
        if (double.IsNaN(number)) return null;
        return double.IsInfinity(number) ? (number > 0 ? "Infinity" : "-Infinity") : JsonValue.Create(number);
    }
}
