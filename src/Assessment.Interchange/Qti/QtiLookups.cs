namespace Assessment.Interchange.Qti;

/// <summary>Expressions that look something up: values of variables, declarations, constants (QTI 2.2 information model, built-in general expressions).</summary>
internal static class QtiLookups
{
    public static IReadOnlyDictionary<string, QtiOperator> All { get; } = new Dictionary<string, QtiOperator>
    {
        ["basevalue"] = QtiOperator.Leaf(BaseValue),
        ["variable"] = QtiOperator.Leaf(call => call.Scope.Read(call.Source.Attribute("identifier"))),
        ["default"] = QtiOperator.Leaf(call => call.Scope.Find(call.Source.Attribute("identifier"))?.Default ?? QtiValue.Null),
        ["correct"] = QtiOperator.Leaf(call => call.Scope.Find(call.Source.Attribute("identifier"))?.Correct ?? QtiValue.Null),
        ["mapresponse"] = QtiOperator.Leaf(MapResponse),
        ["mapresponsepoint"] = QtiOperator.Leaf(MapResponsePoint),
        ["null"] = QtiOperator.Leaf(_ => QtiValue.Null),
        ["mathconstant"] = QtiOperator.Leaf(call => call.Source.Attribute("name") switch
        {
            "pi" => QtiValue.Of(Math.PI),
            "e" => QtiValue.Of(Math.E),
            _ => call.Fault("The constant is pi or e."),
        }),
    };

    private static QtiValue BaseValue(QtiCall call) =>
        QtiTypes.BaseType(call.Source.Attribute("basetype")) is { } type && QtiTypes.Atom(type, call.Source.Text) is { } atom
            ? QtiValue.Of(atom)
            : call.Fault("The value is none of its base type.");

    private static QtiValue MapResponse(QtiCall call) => call.Scope.Find(call.Source.Attribute("identifier")) switch
    {
        null => QtiValue.Null,
        { Mapping: { } mapping } variable => QtiValue.Of(mapping.Worth(call.Scope.Read(variable.Identifier))),
        _ => call.Fault("The variable has no mapping."),
    };

    private static QtiValue MapResponsePoint(QtiCall call) => call.Scope.Find(call.Source.Attribute("identifier")) switch
    {
        null => QtiValue.Null,
        { Areas: { } areas, BaseType: QtiBaseType.Point } variable => QtiValue.Of(areas.Worth(call.Scope.Read(variable.Identifier))),
        _ => call.Fault("The variable has no mapping of areas to points."),
    };
}
