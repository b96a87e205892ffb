namespace Assessment.Statistics.Models.Formulas;

/// <summary>A variable of a design: numbers, or a factor with its levels in order.</summary>
/// <param name="Name">Column name.</param>
/// <param name="Numbers">Values; null for a factor.</param>
/// <param name="Levels">Names of a factor's levels.</param>
/// <param name="Codes">For every row its level.</param>
internal sealed record DesignVariable(string Name, double[]? Numbers, IReadOnlyList<string> Levels, int[] Codes);

/// <summary>
/// Columns of a design as R's <c>model.matrix</c> makes them with treatment contrasts: in a product a factor is coded by contrasts when an
/// earlier term holds the rest of the product, else by an indicator of every level (Chambers and Hastie 1992, section 2.4.1); alone it is coded
/// by contrasts, but the first factor of a formula without intercept by an indicator of every level.
/// </summary>
internal static class DesignColumns
{
    /// <summary>Names and values of all columns of the terms, in order.</summary>
    /// <param name="terms">Terms of the formula.</param>
    /// <param name="variables">Variables by name.</param>
    /// <param name="rows">Number of rows.</param>
    public static (List<string> Names, List<double[]> Columns) Of(
        IReadOnlyList<ModelTerm> terms, IReadOnlyDictionary<string, DesignVariable> variables, int rows)
    {
        var (names, columns) = (new List<string>(), new List<double[]>());
        foreach (var term in terms)
        {
            var part = Term(term, terms, variables, rows);
            names.AddRange(part.Select(column => column.Name));
            columns.AddRange(part.Select(column => column.Values));
        }

        return (names, columns);
    }

    private static List<(string Name, double[] Values)> Term(
        ModelTerm term, IReadOnlyList<ModelTerm> terms, IReadOnlyDictionary<string, DesignVariable> variables, int rows)
    {
        var ones = new double[rows];
        Array.Fill(ones, 1);
        List<(string Name, double[] Values)> product = [(string.Empty, ones)];
        foreach (var name in term.Variables)
        {
            var contrasts = HasContrasts(term, name, terms, variables);
            var coded = Coded(variables[name], contrasts);
            // The first variable's columns run fastest.
            product = [.. coded.SelectMany(right => product.Select(left => (Join(left.Name, right.Name), Times(left.Values, right.Values))))];
        }

        return term.Variables.Count == 0 ? [("(Intercept)", ones)] : product;
    }

    private static bool HasContrasts(
        ModelTerm term, string name, IReadOnlyList<ModelTerm> terms, IReadOnlyDictionary<string, DesignVariable> variables)
    {
        bool IsFactor(string variable) => variables[variable].Numbers is null;
        if (!IsFactor(name)) return false;
        var withoutIntercept = terms[0].Variables.Count > 0;
        if (withoutIntercept && term.Variables.First(IsFactor) == name && terms.First(other => other.Variables.Any(IsFactor)) == term) return false;
        string[] rest = [.. term.Variables.Where(variable => variable != name)];
        return rest.Length == 0 || terms.TakeWhile(other => other != term).Any(earlier => rest.All(earlier.Variables.Contains));
    }

    private static IEnumerable<(string Name, double[] Values)> Coded(DesignVariable variable, bool contrasts)
    {
        if (variable.Numbers is { } numbers) return [(variable.Name, numbers)];
        return Enumerable.Range(0, variable.Levels.Count).Skip(contrasts ? 1 : 0)
            .Select(level => (variable.Name + variable.Levels[level], variable.Codes.Select(code => code == level ? 1.0 : 0).ToArray()));
    }

    private static string Join(string left, string right) => left.Length == 0 ? right : $"{left}:{right}";

    private static double[] Times(double[] a, double[] b) => [.. a.Select((value, i) => value * b[i])];
}
