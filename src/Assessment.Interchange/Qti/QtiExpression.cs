namespace Assessment.Interchange.Qti;

/// <summary>What an element computes from the values of its children.</summary>
/// <param name="Least">Fewest children.</param>
/// <param name="Most">Most children.</param>
/// <param name="Apply">Pure but for the faults and notes it leaves in the scope.</param>
internal sealed record QtiOperator(int Least, int Most, Func<QtiCall, QtiValue> Apply)
{
    public static QtiOperator Leaf(Func<QtiCall, QtiValue> apply) => new(0, 0, apply);

    public static QtiOperator One(Func<QtiCall, QtiValue> apply) => new(1, 1, apply);

    public static QtiOperator Two(Func<QtiCall, QtiValue> apply) => new(2, 2, apply);

    public static QtiOperator Many(Func<QtiCall, QtiValue> apply) => new(1, int.MaxValue, apply);
}

/// <summary>An expression: an operator over expressions. All parts are evaluated; none has an effect.</summary>
internal sealed record QtiExpression(QtiElement Source, QtiOperator Operator, IReadOnlyList<QtiExpression> Parts)
{
    public QtiValue Evaluate(QtiScope scope) => Operator.Apply(new QtiCall(Source, scope, Parts.Select(part => part.Evaluate(scope)).ToList()));
}

/// <summary>An operator at work: its attributes, the variables, the values of its children.</summary>
internal sealed record QtiCall(QtiElement Source, QtiScope Scope, IReadOnlyList<QtiValue> Values)
{
    /// <summary>Notes that the operator does not define this and gives NULL; the run is refused.</summary>
    public QtiValue Fault(string problem)
    {
        Scope.Faults.Add(Source.Fault(problem));
        return QtiValue.Null;
    }

    /// <summary>The single number of a child; null for NULL, and with a fault for anything else.</summary>
    public double? Number(int child) => Expect<QtiAtom.Number>(child, "A single number is expected.")?.Value;

    /// <summary>The single boolean of a child; null for NULL, and with a fault for anything else.</summary>
    public bool? Truth(int child) => Expect<QtiAtom.Truth>(child, "A single boolean is expected.")?.Value;

    /// <summary>The single text of a child; null for NULL, and with a fault for anything else.</summary>
    public string? Text(int child) => Expect<QtiAtom.Text>(child, "A single text is expected.")?.Value;

    /// <summary>All numbers of all children, containers included; null when a child is NULL.</summary>
    public IReadOnlyList<double>? Numbers()
    {
        if (Values.Any(value => value.IsNull))
        {
            return null;
        }

        var numbers = Values.SelectMany(value => value.Atoms).OfType<QtiAtom.Number>().Select(number => number.Value).ToList();
        if (numbers.Count > 0 && numbers.Count == Values.Sum(value => value.Atoms.Count))
        {
            return numbers;
        }

        Fault("Numbers are expected.");
        return null;
    }

    /// <summary>An attribute that is a number, or the name of a variable that holds one (with or without braces); null when absent.</summary>
    public double? NumberAttribute(string name) => Source.Attribute(name) is { } text ? NumberOf(text) : null;

    /// <summary>A number, or the number that the named variable holds.</summary>
    public double? NumberOf(string text) => QtiTypes.Number(text) ?? (Scope.Read(text.Trim('{', '}')) is { Atoms: [QtiAtom.Number number] } ? number.Value : null);

    private TAtom? Expect<TAtom>(int child, string problem)
        where TAtom : QtiAtom
    {
        if (Values[child] is { Cardinality: QtiCardinality.Single, Atoms: [TAtom atom] } value && !value.IsNull)
        {
            return atom;
        }

        if (!Values[child].IsNull)
        {
            Fault(problem);
        }

        return null;
    }
}
