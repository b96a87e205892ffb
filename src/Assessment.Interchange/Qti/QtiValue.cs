using System.Globalization;

namespace Assessment.Interchange.Qti;

/// <summary>One value of a base type. Integers and floats are both numbers, so that 2 equals 2.0.</summary>
internal abstract record QtiAtom
{
    public sealed record Number(double Value) : QtiAtom;

    public sealed record Truth(bool Value) : QtiAtom;

    public sealed record Text(string Value) : QtiAtom;

    public sealed record Point(double X, double Y) : QtiAtom;

    /// <summary>Two identifiers; unless directed, "A B" equals "B A".</summary>
    public sealed record Pair(string First, string Second, bool Directed) : QtiAtom
    {
        public bool Equals(Pair? other) => other is not null && Directed == other.Directed
            && ((First == other.First && Second == other.Second) || (!Directed && First == other.Second && Second == other.First));

        public override int GetHashCode() => First.GetHashCode(StringComparison.Ordinal) ^ Second.GetHashCode(StringComparison.Ordinal);
    }

    /// <summary>As printed: a number, a boolean, or text.</summary>
    public object Printed() => this switch
    {
        Number number => number.Value + 0.0,
        Truth truth => truth.Value,
        Text text => text.Value,
        Point point => string.Create(CultureInfo.InvariantCulture, $"{point.X} {point.Y}"),
        Pair pair => $"{pair.First} {pair.Second}",
        _ => throw new InvalidOperationException("The kinds of values are closed."),
    };
}

/// <summary>
/// The value of a variable or expression: none (NULL), one, a container or a record. Empty containers, empty records and the
/// empty string count as NULL (QTI 2.2 information model, isNull), but an empty container is printed as an empty list.
/// </summary>
internal sealed record QtiValue
{
    public static readonly QtiValue Null = new(QtiCardinality.Single, []);

    private QtiValue(QtiCardinality cardinality, IReadOnlyList<QtiAtom> atoms) => (Cardinality, Atoms) = (cardinality, atoms);

    public QtiCardinality Cardinality { get; }

    /// <summary>One value of a single, all values of a container; empty for NULL and for records.</summary>
    public IReadOnlyList<QtiAtom> Atoms { get; }

    public IReadOnlyDictionary<string, QtiAtom> Fields { get; private init; } = new Dictionary<string, QtiAtom>();

    public bool IsNull => (Atoms.Count == 0 && Fields.Count == 0)
        || (Cardinality == QtiCardinality.Single && Atoms is [QtiAtom.Text { Value.Length: 0 }]);

    public static QtiValue Of(QtiAtom? atom) => atom is null ? Null : new QtiValue(QtiCardinality.Single, [atom]);

    /// <summary>A number; NULL when it is not finite, since results outside the value set are NULL.</summary>
    public static QtiValue Of(double? number) => number is { } value && double.IsFinite(value) ? Of(new QtiAtom.Number(value)) : Null;

    public static QtiValue Of(bool? truth) => truth is { } value ? Of(new QtiAtom.Truth(value)) : Null;

    public static QtiValue Container(QtiCardinality cardinality, IReadOnlyList<QtiAtom> atoms) => new(cardinality, atoms);

    public static QtiValue Record(IReadOnlyDictionary<string, QtiAtom> fields) => new(QtiCardinality.Record, []) { Fields = fields };

    /// <summary>
    /// Same values; in a multiple the order is of no account, the number of equal values is. A single value is compared as a
    /// container of one; a multiple is no ordered.
    /// </summary>
    public bool Matches(QtiValue other) => (Cardinality, other.Cardinality) switch
    {
        (QtiCardinality.Multiple, QtiCardinality.Multiple) => Atoms.Count == other.Atoms.Count && Holds(other),
        (QtiCardinality.Record, QtiCardinality.Record) => Fields.Count == other.Fields.Count
            && Fields.All(field => other.Fields.TryGetValue(field.Key, out var value) && value == field.Value),
        (QtiCardinality.Multiple, QtiCardinality.Ordered) or (QtiCardinality.Ordered, QtiCardinality.Multiple) => false,
        _ => Fields.Count == other.Fields.Count && Atoms.SequenceEqual(other.Atoms),
    };

    /// <summary>Whether every value of the other is here, at least as often.</summary>
    public bool Holds(QtiValue other) =>
        other.Atoms.GroupBy(atom => atom).All(group => Atoms.Count(atom => atom == group.Key) >= group.Count());

    /// <summary>As printed in JSON: null, number, boolean, text, list, or fields by name.</summary>
    public object? Printed() => Cardinality switch
    {
        QtiCardinality.Single => IsNull ? null : Atoms[0].Printed(),
        QtiCardinality.Record => Fields.ToDictionary(field => field.Key, field => field.Value.Printed()),
        _ => Atoms.Select(atom => atom.Printed()).ToList(),
    };
}
