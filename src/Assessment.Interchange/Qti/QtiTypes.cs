using System.Globalization;

namespace Assessment.Interchange.Qti;

/// <summary>How many values a variable holds (QTI 2.2 information model, item variables).</summary>
internal enum QtiCardinality
{
    Single,
    Multiple,
    Ordered,
    Record,
}

/// <summary>
/// Base types of values. Text stands for identifier, string, uri, intOrIdentifier and the name of a file: all are compared
/// letter by letter.
/// </summary>
internal enum QtiBaseType
{
    Text,
    Boolean,
    Integer,
    Float,
    Point,
    Pair,
    DirectedPair,
}

/// <summary>Words of QTI files for types, and values from their lexical form.</summary>
internal static class QtiTypes
{
    public static QtiCardinality? Cardinality(string? word) => word switch
    {
        "single" => QtiCardinality.Single,
        "multiple" => QtiCardinality.Multiple,
        "ordered" => QtiCardinality.Ordered,
        "record" => QtiCardinality.Record,
        _ => null,
    };

    /// <summary>The type of a word; durations are seconds. Null for an unknown word.</summary>
    public static QtiBaseType? BaseType(string? word) => word switch
    {
        "identifier" or "string" or "uri" or "intOrIdentifier" or "file" => QtiBaseType.Text,
        "boolean" => QtiBaseType.Boolean,
        "integer" => QtiBaseType.Integer,
        "float" or "duration" => QtiBaseType.Float,
        "point" => QtiBaseType.Point,
        "pair" => QtiBaseType.Pair,
        "directedPair" => QtiBaseType.DirectedPair,
        _ => null,
    };

    /// <summary>A value from its lexical form; null when the text is none of that type.</summary>
    public static QtiAtom? Atom(QtiBaseType type, string text) => type switch
    {
        QtiBaseType.Text => new QtiAtom.Text(text),
        QtiBaseType.Boolean => Truth(text.Trim()),
        QtiBaseType.Integer => Number(text) is { } number && Math.Floor(number) == number ? new QtiAtom.Number(number) : null,
        QtiBaseType.Float => Number(text) is { } number ? new QtiAtom.Number(number) : null,
        QtiBaseType.Point => Words(text) is [var x, var y] && Number(x) is { } left && Number(y) is { } top ? new QtiAtom.Point(left, top) : null,
        _ => Words(text) is [var first, var second] ? new QtiAtom.Pair(first, second, type == QtiBaseType.DirectedPair) : null,
    };

    /// <summary>A finite number in the invariant spelling; null otherwise.</summary>
    public static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    public static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static QtiAtom.Truth? Truth(string text) => text switch
    {
        "true" or "1" => new QtiAtom.Truth(true),
        "false" or "0" => new QtiAtom.Truth(false),
        _ => null,
    };
}
