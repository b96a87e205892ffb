using Assessment.Domain;

namespace Assessment.Interchange.Qti;

/// <summary>Reads response processing before anything is scored: whatever is not supported is named, whether or not a response would reach it.</summary>
/// <param name="faults">Where what is not supported is noted.</param>
internal sealed class QtiProcessing(List<Place> faults)
{
    private static readonly Dictionary<string, QtiOperator> Operators =
        new[] { QtiLookups.All, QtiLogic.All, QtiContainers.All, QtiNumbers.All }.SelectMany(family => family).ToDictionary();

    /// <summary>The rules of an item: of its template when that is a known one, else its own; none when it has neither.</summary>
    public IReadOnlyList<QtiRule> Read(QtiElement? processing)
    {
        if (processing is null)
        {
            return [];
        }

        var template = processing.Attribute("template");
        if (template is not null && QtiTemplates.Find(template) is { } known)
        {
            return Rules(known.Children);
        }

        if (template is not null && !processing.Children.Any())
        {
            faults.Add(processing.Fault($"The template {template} is not one of {string.Join(", ", QtiTemplates.Names)}."));
        }

        return Rules(processing.Children);
    }

    private List<QtiRule> Rules(IEnumerable<QtiElement> elements) => elements.Select(Rule).OfType<QtiRule>().ToList();

    private QtiRule? Rule(QtiElement element) => element.Name switch
    {
        "setoutcomevalue" => Only(element) is { } value ? new QtiRule.Set(element, value) : null,
        "lookupoutcomevalue" => Only(element) is { } value ? new QtiRule.Lookup(element, value) : null,
        "responsecondition" => new QtiRule.Condition(Branches(element)),
        "responseprocessingfragment" => new QtiRule.Fragment(Rules(element.Children)),
        "exitresponse" => new QtiRule.Exit(),
        _ => Unsupported<QtiRule>(element, "This rule is not supported."),
    };

    private List<QtiBranch> Branches(QtiElement condition)
    {
        var branches = new List<QtiBranch>();
        foreach (var element in condition.Children)
        {
            if (branches.LastOrDefault() is { If: null } || (element.Name == "responseif" && branches.Count > 0))
            {
                faults.Add(element.Fault("A condition has one if, then any else-ifs, then at most one else."));
            }
            else if (element.Name is "responseif" or "responseelseif")
            {
                AddBranch(branches, element);
            }
            else if (element.Name == "responseelse")
            {
                branches.Add(new QtiBranch(null, Rules(element.Children)));
            }
            else
            {
                faults.Add(element.Fault("This part of a condition is not supported."));
            }
        }

        return branches;
    }

    private void AddBranch(List<QtiBranch> branches, QtiElement element)
    {
        if (element.Children.FirstOrDefault() is not { } condition)
        {
            faults.Add(element.Fault("An expression is expected."));
        }
        else if (Expression(condition) is { } expression)
        {
            branches.Add(new QtiBranch(expression, Rules(element.Children.Skip(1))));
        }
    }

    private QtiExpression? Only(QtiElement rule) => rule.Children.ToList() is [var only]
        ? Expression(only)
        : Unsupported<QtiExpression>(rule, "One expression is expected.");

    private QtiExpression? Expression(QtiElement element)
    {
        if (!Operators.TryGetValue(element.Name, out var known))
        {
            return Unsupported<QtiExpression>(element, "This expression is not supported.");
        }

        var parts = element.Children.Select(Expression).ToList();
        if (parts.Count < known.Least || parts.Count > known.Most)
        {
            return Unsupported<QtiExpression>(element, "The number of expressions inside is wrong.");
        }

        return parts.Contains(null) ? null : new QtiExpression(element, known, [.. parts.OfType<QtiExpression>()]);
    }

    private T? Unsupported<T>(QtiElement element, string problem)
        where T : class
    {
        faults.Add(element.Fault(problem));
        return null;
    }
}
