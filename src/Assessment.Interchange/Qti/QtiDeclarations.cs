using Assessment.Domain;

namespace Assessment.Interchange.Qti;

/// <summary>Reads the declarations of an item; every fault is named with its place.</summary>
/// <param name="faults">Where faults are noted.</param>
internal sealed class QtiDeclarations(List<Place> faults)
{
    public Dictionary<string, QtiVariable> Read(QtiElement item)
    {
        var variables = new Dictionary<string, QtiVariable>(StringComparer.Ordinal);
        foreach (var element in item.Children)
        {
            if (KindOf(element) is { } kind && Variable(element, kind) is { } variable && !variables.TryAdd(variable.Identifier, variable))
            {
                faults.Add(element.Fault($"The variable {variable.Identifier} is declared twice."));
            }
        }

        return variables;
    }

    private static QtiVariableKind? KindOf(QtiElement element) => element.Name switch
    {
        "responsedeclaration" => QtiVariableKind.Response,
        "outcomedeclaration" => QtiVariableKind.Outcome,
        "templatedeclaration" => QtiVariableKind.Template,
        _ => null,
    };

    private QtiVariable? Variable(QtiElement element, QtiVariableKind kind)
    {
        var (identifier, cardinality) = (element.Attribute("identifier"), QtiTypes.Cardinality(element.Attribute("cardinality")));
        var type = QtiTypes.BaseType(element.Attribute("basetype"));
        if (identifier is null || cardinality is null || (type is null && cardinality != QtiCardinality.Record))
        {
            faults.Add(element.Fault("A declaration needs an identifier, a cardinality and a base type."));
            return null;
        }

        return Filled(element, new QtiVariable(identifier, kind, Widened(element, cardinality.Value), type));
    }

    /// <summary>Some authoring tools write "single" for a gap match with several right pairs; it is read as it is meant.</summary>
    private static QtiCardinality Widened(QtiElement element, QtiCardinality cardinality) =>
        cardinality == QtiCardinality.Single && element.Only("correctresponse")?.All("value").Count() > 1 ? QtiCardinality.Multiple : cardinality;

    private QtiVariable Filled(QtiElement element, QtiVariable bare) => bare with
    {
        Default = Values(element.Only("defaultvalue"), bare),
        Correct = Values(element.Only("correctresponse"), bare),
        Mapping = element.Only("mapping") is { } mapping ? new QtiMapping(MapEntries(mapping, bare).ToList(), QtiBounds.Of(mapping)) : null,
        Areas = element.Only("areamapping") is { } areas ? new QtiAreaMapping(AreaEntries(areas).ToList(), QtiBounds.Of(areas)) : null,
        Lookup = (element.Only("matchtable") ?? element.Only("interpolationtable")) is { } table ? Table(table, bare) : null,
    };

    private QtiValue Values(QtiElement? holder, QtiVariable variable)
    {
        var values = holder?.All("value").ToList() ?? [];
        if (variable.Cardinality == QtiCardinality.Record)
        {
            return QtiValue.Record(values.Where(value => value.Attribute("fieldidentifier") is not null)
                .Select(value => (Field: value.Attribute("fieldidentifier")!, Atom: Atom(value, value.Text, QtiTypes.BaseType(value.Attribute("basetype")))))
                .Where(field => field.Atom is not null).DistinctBy(field => field.Field).ToDictionary(field => field.Field, field => field.Atom!));
        }

        var atoms = values.Select(value => Atom(value, value.Text, variable.BaseType)).OfType<QtiAtom>().ToList();
        return atoms.Count == 0 ? QtiValue.Null
            : variable.Cardinality == QtiCardinality.Single ? QtiValue.Of(atoms[0])
            : QtiValue.Container(variable.Cardinality, atoms);
    }

    private IEnumerable<QtiMapEntry> MapEntries(QtiElement mapping, QtiVariable variable)
    {
        foreach (var entry in mapping.All("mapentry"))
        {
            var (key, worth) = (Atom(entry, entry.Attribute("mapkey"), variable.BaseType), entry.Number("mappedvalue"));
            if (key is not null && worth is not null)
            {
                yield return new QtiMapEntry(key, entry.Truth("casesensitive", otherwise: true), worth.Value);
            }
            else if (worth is null)
            {
                faults.Add(entry.Fault("The mapped value is no number."));
            }
        }
    }

    private IEnumerable<(QtiArea Area, double Worth)> AreaEntries(QtiElement mapping)
    {
        foreach (var entry in mapping.All("areamapentry"))
        {
            if (QtiArea.Of(entry) is { } area && entry.Number("mappedvalue") is { } worth)
            {
                yield return (area, worth);
            }
            else
            {
                faults.Add(entry.Fault("An entry needs a shape, its coordinates in pixels and a mapped number."));
            }
        }
    }

    private QtiLookup Table(QtiElement table, QtiVariable variable)
    {
        var entries = new List<(double, bool, QtiAtom)>();
        foreach (var entry in table.Children.Where(child => child.Name is "matchtableentry" or "interpolationtableentry"))
        {
            var (source, target) = (entry.Number("sourcevalue"), Atom(entry, entry.Attribute("targetvalue"), variable.BaseType));
            if (source is not null && target is not null)
            {
                entries.Add((source.Value, entry.Truth("includeboundary", otherwise: true), target));
            }
            else if (source is null)
            {
                faults.Add(entry.Fault("The source value is no number."));
            }
        }

        var otherwise = table.Attribute("defaultvalue") is { } text ? Atom(table, text, variable.BaseType) : null;
        return new QtiLookup(table.Name == "matchtable", entries, otherwise);
    }

    private QtiAtom? Atom(QtiElement element, string? text, QtiBaseType? type)
    {
        var atom = text is not null && type is { } known ? QtiTypes.Atom(known, text) : null;
        if (atom is null)
        {
            faults.Add(element.Fault("The value is none of the declared base type."));
        }

        return atom;
    }
}
