using System.Text.Json;

namespace Assessment.Interchange.Forms;

/// <summary>Lists, and properties that are written only when they are used.</summary>
internal static class JsonWriting
{
    public static void WriteList<T>(this Utf8JsonWriter json, string name, IEnumerable<T> values, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            write(value);
        }

        json.WriteEndArray();
    }

    /// <summary>A list of objects; the action writes what stands inside the braces.</summary>
    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> values, Action<T> write) =>
        json.WriteList(name, values, value =>
        {
            json.WriteStartObject();
            write(value);
            json.WriteEndObject();
        });

    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts) => json.WriteList(name, texts, json.WriteStringValue);

    public static void WriteIfThere(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    public static void WriteIfTrue(this Utf8JsonWriter json, string name, bool truth)
    {
        if (truth)
        {
            json.WriteBoolean(name, true);
        }
    }

    /// <summary>A number that is left out when it is the usual one.</summary>
    public static void WriteUnless(this Utf8JsonWriter json, string name, decimal number, decimal usual)
    {
        if (number != usual)
        {
            json.WriteNumber(name, number);
        }
    }
}
