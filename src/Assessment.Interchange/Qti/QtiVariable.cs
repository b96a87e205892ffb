namespace Assessment.Interchange.Qti;

/// <summary>Who sets a variable: the candidate, response processing, the item's template, or the session of its own accord.</summary>
internal enum QtiVariableKind
{
    Response,
    Outcome,
    Template,
    Session,
}

/// <summary>A declared variable (QTI 2.2 information model, variableDeclaration).</summary>
/// <param name="Identifier">Unique in the item.</param>
/// <param name="Kind">Who sets it.</param>
/// <param name="Cardinality">How many values.</param>
/// <param name="BaseType">Type of the values; null for records, whose fields have their own.</param>
internal sealed record QtiVariable(string Identifier, QtiVariableKind Kind, QtiCardinality Cardinality, QtiBaseType? BaseType)
{
    public QtiValue Default { get; init; } = QtiValue.Null;

    public QtiValue Correct { get; init; } = QtiValue.Null;

    public QtiMapping? Mapping { get; init; }

    public QtiAreaMapping? Areas { get; init; }

    public QtiLookup? Lookup { get; init; }

    /// <summary>The value before processing: the default; for a numeric outcome without one 0, otherwise NULL.</summary>
    public QtiValue Initial => Default.IsNull && Kind == QtiVariableKind.Outcome && Cardinality == QtiCardinality.Single
        && BaseType is QtiBaseType.Integer or QtiBaseType.Float ? QtiValue.Of(0) : Default;

    /// <summary>
    /// The variables that every session has undeclared (QTI 2.2 information model, item sessions), as they stand in a first attempt of
    /// unknown length. They are not printed.
    /// </summary>
    public static IReadOnlyList<QtiVariable> OfSession { get; } =
    [
        new("completionStatus", QtiVariableKind.Session, QtiCardinality.Single, QtiBaseType.Text) { Default = QtiValue.Of(new QtiAtom.Text("unknown")) },
        new("numAttempts", QtiVariableKind.Session, QtiCardinality.Single, QtiBaseType.Integer) { Default = QtiValue.Of(1) },
        new("duration", QtiVariableKind.Session, QtiCardinality.Single, QtiBaseType.Float),
    ];

    public static QtiVariable Number(string identifier, QtiVariableKind kind) => new(identifier, kind, QtiCardinality.Single, QtiBaseType.Float);
}
