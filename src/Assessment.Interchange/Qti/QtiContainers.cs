namespace Assessment.Interchange.Qti;

/// <summary>Expressions that make and take apart containers (QTI 2.2 information model, operators).</summary>
internal static class QtiContainers
{
    private const int MostValues = 10_000;

    public static IReadOnlyDictionary<string, QtiOperator> All { get; } = new Dictionary<string, QtiOperator>
    {
        ["multiple"] = new(0, int.MaxValue, call => Gather(call, QtiCardinality.Multiple, times: 1)),
        ["ordered"] = new(0, int.MaxValue, call => Gather(call, QtiCardinality.Ordered, times: 1)),
        ["repeat"] = QtiOperator.Many(call => Gather(call, QtiCardinality.Ordered, call.NumberAttribute("numberrepeats") ?? 0)),
        ["containersize"] = QtiOperator.One(call => QtiValue.Of(call.Values[0].IsNull ? 0 : call.Values[0].Atoms.Count)),
        ["index"] = QtiOperator.One(Index),
        ["delete"] = QtiOperator.Two(Delete),
        ["fieldvalue"] = QtiOperator.One(call =>
            QtiValue.Of(call.Values[0].Fields.GetValueOrDefault(call.Source.Attribute("fieldidentifier") ?? ""))),
    };

    /// <summary>All values in one container; NULLs are left out, and nothing but NULLs is NULL.</summary>
    private static QtiValue Gather(QtiCall call, QtiCardinality cardinality, double times)
    {
        var atoms = call.Values.Where(value => !value.IsNull).SelectMany(value => value.Atoms).ToList();
        if (call.Values.Any(value => value.Cardinality == QtiCardinality.Record) || times * atoms.Count > MostValues)
        {
            return call.Fault($"A container holds at most {MostValues} values, and no records.");
        }

        return atoms.Count == 0 || times < 1
            ? QtiValue.Null
            : QtiValue.Container(cardinality, [.. Enumerable.Repeat(atoms, (int)times).SelectMany(all => all)]);
    }

    private static QtiValue Index(QtiCall call)
    {
        var n = call.NumberAttribute("n");
        return n is >= 1 ? QtiValue.Of(n <= call.Values[0].Atoms.Count ? call.Values[0].Atoms[(int)n - 1] : null) : call.Fault("n counts from 1.");
    }

    private static QtiValue Delete(QtiCall call) => call.Values.Any(value => value.IsNull)
        ? QtiValue.Null
        : QtiValue.Container(call.Values[1].Cardinality, [.. call.Values[1].Atoms.Where(atom => !call.Values[0].Atoms.Contains(atom))]);
}
