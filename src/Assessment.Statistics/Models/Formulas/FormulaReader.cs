namespace Assessment.Statistics.Models.Formulas;

/// <summary>
/// Reads mixed-model formulas in the notation of R and lme4: <c>y ~ a * b + x + (1 | g)</c> with + − * : / and parentheses among columns,
/// 0 or 1 for the intercept, and random terms <c>(1 | g)</c>, <c>(x | g)</c>, <c>(0 + x | g)</c>, <c>(1 | g/h)</c>, <c>(1 | g:h)</c>.
/// </summary>
internal sealed class FormulaReader
{
    private const int MostVariables = 6;
    private readonly FormulaTokens tokens;
    private readonly List<string> variables = [];
    private readonly List<GroupingTerm> random = [];

    private FormulaReader(string text) => tokens = new(text);

    /// <summary>Reads a formula.</summary>
    /// <exception cref="UnsupportedFormulaException">A piece is not of the grammar above.</exception>
    public static ModelFormula Read(string text)
    {
        var reader = new FormulaReader(text);
        var response = reader.tokens.Name();
        reader.tokens.Require("~");
        var terms = reader.Sum(outermost: true);
        if (!reader.tokens.AtEnd) throw reader.tokens.Unsupported("is not supported here");
        if (reader.random.Count == 0) throw new UnsupportedFormulaException(reader.tokens.Text, "has no random term such as (1 | class)");
        if (terms.Count == 0) throw new UnsupportedFormulaException(reader.tokens.Text, "has no fixed effects");
        if (terms.Any(term => term.Variables.Contains(response))) throw new UnsupportedFormulaException(response, "stands on both sides");
        return new(response, terms, reader.random);
    }

    // sum := ['-'] product (('+' | '-') product)*, with the intercept unless 0 or −1 takes it away.
    private List<ModelTerm> Sum(bool outermost)
    {
        var terms = outermost ? new List<ModelTerm> { new([]) } : [];
        var minus = tokens.Take("-");
        do
        {
            if (tokens.Next is "0" or "1") Constant(terms, minus);
            else if (IsRandom()) Random(minus);
            else if (minus) Remove(terms, Product());
            else Add(terms, Product());
            minus = false;
        }
        while (tokens.Take("+") || (minus = tokens.Take("-")));
        return Ordered(terms);
    }

    private void Constant(List<ModelTerm> terms, bool minus)
    {
        var intercept = (tokens.Next == "1") != minus;
        tokens.Take(tokens.Next);
        Remove(terms, [new([])]);
        if (intercept) terms.Insert(0, new([]));
    }

    private bool IsRandom() => tokens.Next == "(" && tokens.ParenthesisHasBar;

    // product := interaction (('*' | '/') interaction)*
    private List<ModelTerm> Product()
    {
        var terms = Interaction();
        while (tokens.Next is "*" or "/")
        {
            var nested = tokens.Take("/");
            if (!nested) tokens.Require("*");
            var right = Interaction();
            List<ModelTerm> crossed = nested ? Cross([new([.. terms.SelectMany(term => term.Variables)])], right) : [.. right, .. Cross(terms, right)];
            Add(terms, crossed);
        }

        return terms;
    }

    // interaction := atom (':' atom)*
    private List<ModelTerm> Interaction()
    {
        var terms = Atom();
        while (tokens.Take(":")) terms = Cross(terms, Atom());
        return terms;
    }

    private List<ModelTerm> Atom()
    {
        if (!tokens.Take("(")) return [new([Variable()])];
        var terms = Sum(outermost: false);
        tokens.Require(")");
        return terms;
    }

    private string Variable()
    {
        var name = tokens.Name();
        if (tokens.Next is "^" or "%in%") throw tokens.Unsupported("is not supported");
        if (!variables.Contains(name)) variables.Add(name);
        return name;
    }

    private void Random(bool minus)
    {
        if (minus) throw new UnsupportedFormulaException("-(… | …)", "is not supported: a random term cannot be taken away");
        tokens.Require("(");
        var known = variables.ToArray();
        variables.Clear();
        var effects = Sum(outermost: true);
        variables.Clear();
        variables.AddRange(known);
        if (tokens.Next == "||") throw tokens.Unsupported("is not supported: write (1 | g) + (0 + x | g)");
        tokens.Require("|");
        if (effects.Count == 0) throw new UnsupportedFormulaException($"(0 | {tokens.Next})", "has no effects");
        random.AddRange(Groups().Select(group => new GroupingTerm(effects, group.Columns, group.Name)));
        tokens.Require(")");
    }

    // a/b/c groups by c within b within a, by b within a, and by a; names as lme4 writes them.
    private List<(List<string> Columns, string Name)> Groups()
    {
        List<(List<string> Columns, string Name)> groups = [Group()];
        while (tokens.Take("/"))
        {
            var (columns, name) = Group();
            var outer = groups[0];
            var outerName = outer.Columns.Count > 1 ? $"({outer.Name})" : outer.Name;
            groups.Insert(0, ([.. outer.Columns, .. columns], $"{name}:{outerName}"));
        }

        return groups;
    }

    private (List<string> Columns, string Name) Group()
    {
        List<string> columns = [tokens.Name()];
        while (tokens.Take(":")) columns.Add(tokens.Name());
        if (tokens.Next is not (")" or "/")) throw tokens.Unsupported("is not supported in a grouping factor");
        return (columns, string.Join(':', columns));
    }

    private List<ModelTerm> Cross(List<ModelTerm> left, List<ModelTerm> right)
    {
        var crossed = new List<ModelTerm>();
        foreach (var a in left) Add(crossed, [.. right.Select(b => Term(a.Variables.Concat(b.Variables)))]);
        return crossed;
    }

    private ModelTerm Term(IEnumerable<string> names)
    {
        string[] distinct = [.. names.Distinct(StringComparer.Ordinal).OrderBy(variables.IndexOf)];
        return distinct.Length <= MostVariables ? new(distinct)
            : throw new UnsupportedFormulaException(string.Join(':', distinct), $"is a product of more than {MostVariables} columns");
    }

    private static void Add(List<ModelTerm> terms, List<ModelTerm> more)
    {
        foreach (var term in more)
        {
            if (!terms.Any(known => known.Is(term.Variables))) terms.Add(term);
        }
    }

    private static void Remove(List<ModelTerm> terms, List<ModelTerm> less) => terms.RemoveAll(term => less.Any(other => other.Is(term.Variables)));

    private static List<ModelTerm> Ordered(List<ModelTerm> terms) => [.. terms.OrderBy(term => term.Variables.Count)];
}
