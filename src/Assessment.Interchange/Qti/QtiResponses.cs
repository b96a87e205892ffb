using System.Globalization;
using System.Text.Json;
using Assessment.Domain;

namespace Assessment.Interchange.Qti;

/// <summary>Reads responses from JSON by the declarations they answer.</summary>
/// <param name="variables">The item's variables.</param>
internal sealed class QtiResponses(IReadOnlyDictionary<string, QtiVariable> variables)
{
    public List<string> Notes { get; } = [];

    /// <summary>Values of the responses given, or <see cref="Refusals.ResponseInvalid"/>.</summary>
    public Result<IReadOnlyDictionary<string, QtiValue>> Read(JsonElement responses)
    {
        var values = new Dictionary<string, QtiValue>(StringComparer.Ordinal);
        if (responses.ValueKind != JsonValueKind.Object)
        {
            return Refusals.ResponseInvalid.Because("Responses are an object from response variable to value.");
        }

        foreach (var response in responses.EnumerateObject())
        {
            if (!variables.TryGetValue(response.Name, out var variable) || variable.Kind is not (QtiVariableKind.Response or QtiVariableKind.Session))
            {
                Notes.Add($"{response.Name} is not a response variable; it was left out.");
            }
            else if (Value(variable, response.Value) is { } value)
            {
                values[response.Name] = value;
            }
            else
            {
                return Refusals.ResponseInvalid.Because($"The response to {response.Name} does not have the shape that is declared.");
            }
        }

        return values;
    }

    private QtiValue? Value(QtiVariable variable, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            return QtiValue.Null;
        }

        if (variable.Cardinality == QtiCardinality.Record)
        {
            return json.ValueKind == JsonValueKind.Object ? QtiValue.Record(Fields(json)) : null;
        }

        if (json.ValueKind == JsonValueKind.Array && !(variable.Cardinality == QtiCardinality.Single && TwoWords(json, variable.BaseType) is not null))
        {
            return List(variable, json);
        }

        return Atom(variable, json, out var atom)
            ? variable.Cardinality == QtiCardinality.Single || atom is null or QtiAtom.Text { Value.Length: 0 }
                ? QtiValue.Of(atom)
                : QtiValue.Container(variable.Cardinality, [atom])
            : null;
    }

    private QtiValue? List(QtiVariable variable, JsonElement json)
    {
        var atoms = new List<QtiAtom>();
        foreach (var entry in json.EnumerateArray().Where(entry => entry.ValueKind != JsonValueKind.Null))
        {
            if (!Atom(variable, entry, out var atom))
            {
                return null;
            }

            if (atom is not null)
            {
                atoms.Add(atom);
            }
        }

        return variable.Cardinality != QtiCardinality.Single ? QtiValue.Container(variable.Cardinality, atoms)
            : atoms.Count <= 1 ? QtiValue.Of(atoms.FirstOrDefault())
            : null;
    }

    /// <summary>
    /// One value; null with a note when the text is none of the base type ("abc" typed where a number was asked is no answer).
    /// False when the JSON has a shape that no value has.
    /// </summary>
    private bool Atom(QtiVariable variable, JsonElement json, out QtiAtom? atom)
    {
        var text = Scalar(json) ?? TwoWords(json, variable.BaseType);
        atom = text is null or "" ? null : QtiTypes.Atom(variable.BaseType!.Value, text);
        if (atom is null && !string.IsNullOrEmpty(text))
        {
            Notes.Add($"A response to {variable.Identifier} is none of its base type; it counts as NULL.");
        }

        return text is not null;
    }

    private static string? Scalar(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetInt64(out var whole) ? whole.ToString(CultureInfo.InvariantCulture) : json.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    /// <summary>A pair or point written as a list of two.</summary>
    private static string? TwoWords(JsonElement json, QtiBaseType? type) =>
        type is QtiBaseType.Point or QtiBaseType.Pair or QtiBaseType.DirectedPair
        && json.ValueKind == JsonValueKind.Array && json.GetArrayLength() == 2
        && json.EnumerateArray().Select(Scalar).ToList() is [{ Length: > 0 } first, { Length: > 0 } second]
        && !first.Contains(' ', StringComparison.Ordinal) && !second.Contains(' ', StringComparison.Ordinal)
            ? $"{first} {second}"
            : null;

    private static Dictionary<string, QtiAtom> Fields(JsonElement json) => json.EnumerateObject()
        .Select(field => (field.Name, Atom: FieldAtom(field.Value)))
        .Where(field => field.Atom is not null).DistinctBy(field => field.Name).ToDictionary(field => field.Name, field => field.Atom!);

    private static QtiAtom? FieldAtom(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => new QtiAtom.Text(json.GetString()!),
        JsonValueKind.Number when json.TryGetDouble(out var number) => new QtiAtom.Number(number),
        JsonValueKind.True or JsonValueKind.False => new QtiAtom.Truth(json.GetBoolean()),
        _ => null,
    };
}
