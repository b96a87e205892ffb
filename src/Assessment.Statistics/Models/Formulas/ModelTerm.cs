namespace Assessment.Statistics.Models.Formulas;

/// <summary>A term of a formula: the variables whose product it is. No variable is the intercept.</summary>
/// <param name="Variables">Names in the order of their first appearance in the formula.</param>
internal sealed record ModelTerm(IReadOnlyList<string> Variables)
{
    public string Label => string.Join(':', Variables);

    public bool Is(IEnumerable<string> variables) => Variables.ToHashSet(StringComparer.Ordinal).SetEquals(variables);
}

/// <summary>A random term: effects for every level of the product of grouping columns.</summary>
/// <param name="Effects">Terms of the effects, the intercept as the term without variables.</param>
/// <param name="Columns">Columns whose combination is the grouping factor.</param>
/// <param name="Group">Its name as lme4 prints it, such as "class:agency".</param>
internal sealed record GroupingTerm(IReadOnlyList<ModelTerm> Effects, IReadOnlyList<string> Columns, string Group);

/// <summary>A mixed-model formula in parts.</summary>
/// <param name="Response">Column of y.</param>
/// <param name="Fixed">Fixed terms by order of interaction.</param>
/// <param name="Random">Random terms in the order in which they are written.</param>
internal sealed record ModelFormula(string Response, IReadOnlyList<ModelTerm> Fixed, IReadOnlyList<GroupingTerm> Random)
{
    /// <summary>Every column that the formula names, once.</summary>
    public IReadOnlyList<string> Columns =>
    [
        .. Fixed.SelectMany(term => term.Variables)
            .Concat(Random.SelectMany(term => term.Effects.SelectMany(effect => effect.Variables).Concat(term.Columns)))
            .Prepend(Response).Distinct(StringComparer.Ordinal),
    ];
}
