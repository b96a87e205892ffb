namespace Assessment.Interchange.Qti;

/// <summary>
/// Expressions that are true, false or NULL (QTI 2.2 information model, operators). NULL is "not known": it makes a comparison
/// NULL, and "and" and "or" only when the other parts do not settle them.
/// </summary>
internal static class QtiLogic
{
    public static IReadOnlyDictionary<string, QtiOperator> All { get; } = new Dictionary<string, QtiOperator>
    {
        ["isnull"] = QtiOperator.One(call => QtiValue.Of(call.Values[0].IsNull)),
        ["not"] = QtiOperator.One(call => QtiValue.Of(!call.Truth(0))),
        ["and"] = QtiOperator.Many(call => Settle(call, by: false)),
        ["or"] = QtiOperator.Many(call => Settle(call, by: true)),
        ["anyn"] = QtiOperator.Many(AnyN),
        ["match"] = QtiOperator.Two(call => WhenKnown(call, (a, b) => a.Matches(b))),
        ["member"] = QtiOperator.Two(Member),
        ["contains"] = QtiOperator.Two(Contains),
        ["inside"] = QtiOperator.One(Inside),
        ["equal"] = QtiOperator.Two(QtiTolerance.Equal),
        ["equalrounded"] = QtiOperator.Two(QtiTolerance.EqualRounded),
        ["lt"] = Comparison((a, b) => a < b),
        ["lte"] = Comparison((a, b) => a <= b),
        ["gt"] = Comparison((a, b) => a > b),
        ["gte"] = Comparison((a, b) => a >= b),
        ["durationlt"] = Comparison((a, b) => a < b),
        ["durationgte"] = Comparison((a, b) => a >= b),
        ["stringmatch"] = QtiOperator.Two(StringMatch),
        ["substring"] = QtiOperator.Two(call => OfTexts(call, (part, whole) => whole.Contains(part, Case(call)))),
        ["patternmatch"] = QtiOperator.One(QtiPattern.Match),
    };

    private static QtiOperator Comparison(Func<double, double, bool> holds) => QtiOperator.Two(call =>
        call.Number(0) is { } a && call.Number(1) is { } b ? QtiValue.Of(holds(a, b)) : QtiValue.Null);

    private static QtiValue WhenKnown(QtiCall call, Func<QtiValue, QtiValue, bool> holds) =>
        call.Values.Any(value => value.IsNull) ? QtiValue.Null : QtiValue.Of(holds(call.Values[0], call.Values[1]));

    /// <summary>One part with the settling value settles all; else any NULL leaves it open.</summary>
    private static QtiValue Settle(QtiCall call, bool by)
    {
        var parts = call.Values.Select((_, i) => call.Truth(i)).ToList();
        return parts.Contains(by) ? QtiValue.Of(by) : parts.Contains(null) ? QtiValue.Null : QtiValue.Of(!by);
    }

    /// <summary>Between min and max of the parts are true; NULL while the unknown parts could decide it.</summary>
    private static QtiValue AnyN(QtiCall call)
    {
        var parts = call.Values.Select((_, i) => call.Truth(i)).ToList();
        var (yes, open) = (parts.Count(part => part == true), parts.Count(part => part is null));
        if (call.NumberAttribute("min") is not { } min || call.NumberAttribute("max") is not { } max)
        {
            return call.Fault("min and max are expected.");
        }

        return yes > max || yes + open < min ? QtiValue.Of(false) : yes >= min && yes + open <= max ? QtiValue.Of(true) : QtiValue.Null;
    }

    private static QtiValue Member(QtiCall call) => WhenKnown(call, (one, all) => one.Atoms.Count == 1 && all.Atoms.Contains(one.Atoms[0]));

    /// <summary>Multiple: every value, at least as often. Ordered: as an unbroken run.</summary>
    private static QtiValue Contains(QtiCall call) => WhenKnown(call, (all, part) => all.Cardinality == QtiCardinality.Ordered
        ? Enumerable.Range(0, Math.Max(0, all.Atoms.Count - part.Atoms.Count + 1)).Any(i => all.Atoms.Skip(i).Take(part.Atoms.Count).SequenceEqual(part.Atoms))
        : all.Holds(part));

    private static QtiValue Inside(QtiCall call)
    {
        if (call.Values[0].IsNull)
        {
            return QtiValue.Null;
        }

        return QtiArea.Of(call.Source) is { } area && call.Values[0].Atoms.All(atom => atom is QtiAtom.Point)
            ? QtiValue.Of(call.Values[0].Atoms.OfType<QtiAtom.Point>().Any(area.Contains))
            : call.Fault("A shape with its coordinates in pixels, and points, are expected.");
    }

    private static QtiValue StringMatch(QtiCall call) => OfTexts(call, (one, other) => call.Source.Truth("substring", otherwise: false)
        ? one.Contains(other, Case(call))
        : string.Equals(one, other, Case(call)));

    private static QtiValue OfTexts(QtiCall call, Func<string, string, bool> holds) =>
        call.Text(0) is { } one && call.Text(1) is { } other ? QtiValue.Of(holds(one, other)) : QtiValue.Null;

    private static StringComparison Case(QtiCall call) =>
        call.Source.Truth("casesensitive", otherwise: true) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
}
