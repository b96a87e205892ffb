namespace Assessment.Interchange.Qti;

/// <summary>A step of response processing (QTI 2.2 information model, responseRule).</summary>
internal abstract record QtiRule
{
    /// <summary>Sets an outcome to the value of an expression.</summary>
    public sealed record Set(QtiElement Source, QtiExpression Value) : QtiRule;

    /// <summary>Sets an outcome to what its table has for a number.</summary>
    public sealed record Lookup(QtiElement Source, QtiExpression Value) : QtiRule;

    /// <summary>The first branch that holds; a branch without a condition always does.</summary>
    public sealed record Condition(IReadOnlyList<QtiBranch> Branches) : QtiRule;

    /// <summary>Rules kept together.</summary>
    public sealed record Fragment(IReadOnlyList<QtiRule> Rules) : QtiRule;

    /// <summary>Ends the processing.</summary>
    public sealed record Exit : QtiRule;

    /// <summary>Runs rules in order.</summary>
    /// <returns>False when an exit was met.</returns>
    public static bool Run(IReadOnlyList<QtiRule> rules, QtiScope scope) => rules.All(rule => rule.Run(scope));

    private bool Run(QtiScope scope)
    {
        switch (this)
        {
            case Set set:
                scope.Set(set.Source, set.Source.Attribute("identifier"), set.Value.Evaluate(scope));
                return true;
            case Lookup lookup:
                LookUp(lookup, scope);
                return true;
            case Condition condition:
                return condition.Branches.FirstOrDefault(branch => branch.Holds(scope)) is not { } taken || Run(taken.Rules, scope);
            case Fragment fragment:
                return Run(fragment.Rules, scope);
            default:
                return false;
        }
    }

    private static void LookUp(Lookup rule, QtiScope scope)
    {
        var identifier = rule.Source.Attribute("identifier");
        var number = new QtiCall(rule.Source, scope, [rule.Value.Evaluate(scope)]).Number(0);
        if (scope.Find(identifier)?.Lookup is { } table)
        {
            scope.Set(rule.Source, identifier, table.Of(number));
        }
        else
        {
            scope.Faults.Add(rule.Source.Fault($"The outcome {identifier} has no table."));
        }
    }
}

/// <summary>Rules that are run when a condition is true; not when it is false or NULL.</summary>
/// <param name="If">The condition; null for "else".</param>
/// <param name="Rules">What is done.</param>
internal sealed record QtiBranch(QtiExpression? If, IReadOnlyList<QtiRule> Rules)
{
    public bool Holds(QtiScope scope) => If is null || new QtiCall(If.Source, scope, [If.Evaluate(scope)]).Truth(0) == true;
}
