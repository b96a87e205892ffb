using Assessment.Domain;

namespace Assessment.Interchange.Qti;

/// <summary>The variables of one run of response processing, and what went wrong in it.</summary>
internal sealed class QtiScope
{
    private readonly IReadOnlyDictionary<string, QtiVariable> variables;
    private readonly Dictionary<string, QtiValue> values = new(StringComparer.Ordinal);

    public QtiScope(IReadOnlyDictionary<string, QtiVariable> variables, IReadOnlyDictionary<string, QtiValue> responses)
    {
        this.variables = variables;
        foreach (var variable in variables.Values)
        {
            values[variable.Identifier] = responses.TryGetValue(variable.Identifier, out var given) ? given : variable.Initial;
        }
    }

    /// <summary>Places where the processing asked for what its operators do not define.</summary>
    public List<Place> Faults { get; } = [];

    /// <summary>Remarks for the author of the item.</summary>
    public SortedSet<string> Notes { get; } = new(StringComparer.Ordinal);

    /// <summary>The declaration; null, with a note, when there is none.</summary>
    public QtiVariable? Find(string? identifier)
    {
        if (identifier is not null && variables.TryGetValue(identifier, out var variable))
        {
            return variable;
        }

        Notes.Add($"The variable {identifier} is not declared; it reads as NULL.");
        return null;
    }

    public QtiValue Read(string? identifier) => Find(identifier) is { } variable ? values[variable.Identifier] : QtiValue.Null;

    /// <summary>
    /// Sets an outcome. A single value set where a container is declared becomes a container of one, and the other way round;
    /// what fits no better is a fault.
    /// </summary>
    public void Set(QtiElement rule, string? identifier, QtiValue value)
    {
        if (identifier is null || !variables.TryGetValue(identifier, out var variable)
            || variable.Kind is not (QtiVariableKind.Outcome or QtiVariableKind.Session))
        {
            Faults.Add(rule.Fault($"{identifier ?? "No variable"} is not a declared outcome."));
        }
        else if (Fitted(value, variable) is { } fitted)
        {
            values[variable.Identifier] = fitted;
        }
        else
        {
            Faults.Add(rule.Fault($"The value does not fit the outcome {identifier}."));
        }
    }

    private static QtiValue? Fitted(QtiValue value, QtiVariable variable)
    {
        if (value.IsNull && value.Cardinality == QtiCardinality.Single)
        {
            return QtiValue.Null;
        }

        if (!value.Atoms.All(atom => FitsType(atom, variable.BaseType)))
        {
            return null;
        }

        return (value.Cardinality, variable.Cardinality) switch
        {
            var (from, to) when from == to => value,
            (QtiCardinality.Record, _) or (_, QtiCardinality.Record) => null,
            (_, QtiCardinality.Single) => value.Atoms.Count switch { 0 => QtiValue.Null, 1 => QtiValue.Of(value.Atoms[0]), _ => null },
            var (_, to) => QtiValue.Container(to, value.Atoms),
        };
    }

    private static bool FitsType(QtiAtom atom, QtiBaseType? type) => (atom, type) switch
    {
        (QtiAtom.Number, QtiBaseType.Integer or QtiBaseType.Float) => true,
        (QtiAtom.Truth, QtiBaseType.Boolean) => true,
        (QtiAtom.Text, QtiBaseType.Text) => true,
        (QtiAtom.Point, QtiBaseType.Point) => true,
        (QtiAtom.Pair, QtiBaseType.Pair or QtiBaseType.DirectedPair) => true,
        (_, null) => true,
        _ => false,
    };
}
