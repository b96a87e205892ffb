using Assessment.Statistics.Models;
using Assessment.Statistics.Models.Mixed;
using Assessment.Statistics.Models.Regression;

namespace Assessment.Statistics.Cases;

/// <summary>
/// The arguments <c>response</c>, <c>terms</c>, <c>offset_log</c>, <c>cluster</c>, <c>wave</c> and <c>drop_zero_units</c> on the complete rows. A term is a
/// column, <c>factor:x</c>, <c>log:x</c> or a product <c>x:z</c>; products come after single columns, as in R.
/// </summary>
internal sealed class CaseDesign
{
    private readonly CaseInput input;
    private readonly string[] terms;
    private readonly int[] rows;

    public CaseDesign(CaseInput input, Func<double, bool>? fits = null, string expected = "a number")
    {
        this.input = input;
        Response = input.Text("response");
        terms = [.. input.Texts("terms").Distinct(StringComparer.Ordinal).OrderBy(IsProduct)];
        if (terms.SelectMany(Columns).Contains(Response)) throw CaseInput.Invalid("terms", "names the response");
        string?[][] needed = [.. terms.SelectMany(Columns).Prepend(Response).Concat(Named("offset_log")).Concat(Named("cluster")).Concat(Named("wave")).Concat(Named("drop_zero_units"))
            .Distinct(StringComparer.Ordinal).Select(input.Table.Texts)];
        rows = [.. Enumerable.Range(0, input.Table.Count).Where(i => needed.All(column => column[i] is not null))];
        var y = Numbers(Response, fits ?? (_ => true), expected);
        if (input.Has("drop_zero_units")) (rows, DroppedUnits) = WithEvents(y);
        CaseInput.RequireRows(rows.Length, Response);
    }

    /// <summary>Column of the response.</summary>
    public string Response { get; }

    /// <summary>Units left out for having no event; 0 unless asked for.</summary>
    public int DroppedUnits { get; }

    /// <summary>The cluster of each row; null without the argument.</summary>
    public int[]? Clusters => input.Has("cluster") ? Codes(input.Text("cluster")) : null;

    public static bool IsCount(double y) => y >= 0 && y == Math.Floor(y);

    public static bool IsEvent(double y) => y is 0 or 1;

    /// <summary>The design; a column may be set to one value throughout.</summary>
    public RegressionDesign Design((string Column, double Value)? set = null)
    {
        double[] Values(string column) => set is { } s && s.Column == column ? [.. rows.Select(_ => s.Value)] : Numbers(column, _ => true, "a number");
        RegressionTerm Term(string term)
        {
            string[] parts = term.Split(':', 2);
            if (parts.Length == 1) return RegressionTerm.Number(term, Values(term));
            var column = parts[1];
            if (parts[0] == "log") return RegressionTerm.Number($"log({column})", Logs(column), column);
            if (parts[0] != "factor") return RegressionTerm.Number(term, [.. Values(parts[0]).Zip(Values(column), (a, b) => a * b)], column);
            var texts = input.Table.Texts(column);
            var (levels, codes) = CaseFactor.Of(column, [.. rows.Select(i => texts[i]!)]);
            return RegressionTerm.Factor($"factor({column})", levels, codes, column);
        }

        return new(Numbers(Response, _ => true, "a number"), [.. terms.Select(Term)], input.Has("offset_log") ? Logs(input.Text("offset_log")) : null, Response);
    }

    /// <summary>The reported coefficients and errors that the arguments <c>report</c>, <c>cluster</c> and <c>cr2</c> ask for.</summary>
    public RegressionOptions Options(RegressionDesign design)
    {
        var report = input.Has("report") ? input.Texts("report") : null;
        if (report?.FirstOrDefault(name => !design.Names.Contains(name)) is { } unknown) throw CaseInput.Invalid("report", $"names '{unknown}', which is no coefficient");
        return new(report, Clusters, input.Flag("cr2"));
    }

    /// <summary>Whether a column enters as numbers and not as factor or logarithm.</summary>
    public bool IsNumeric(string column) => terms.Where(term => Columns(term).Contains(column)).All(term => !term.StartsWith("factor:", StringComparison.Ordinal) && !term.StartsWith("log:", StringComparison.Ordinal)) && terms.Contains(column);

    public double[] Numbers(string column, Func<double, bool> fits, string expected)
    {
        var cells = input.Table.Numbers(column);
        foreach (var i in rows)
        {
            if (!fits(cells[i]!.Value)) throw new CaseRefusedException("wrong-type", $"Column '{column}', row {i + 1}: {expected} was expected.");
        }

        return [.. rows.Select(i => cells[i]!.Value)];
    }

    /// <summary>The wave of each row, different within a cluster; arguments <c>wave</c> and <c>cluster</c>.</summary>
    public int[] Waves()
    {
        var column = input.Text("wave");
        int[] clusters = Codes(input.Text("cluster")), waves = [.. Numbers(column, wave => wave == Math.Floor(wave) && Math.Abs(wave) <= 1e9, "a whole number").Select(wave => (int)wave)];
        var seen = new HashSet<(int, int)>();
        var again = Array.FindIndex([.. clusters.Zip(waves)], row => !seen.Add(row));
        return again < 0 ? waves : throw new CaseRefusedException("wrong-type", $"Column '{column}', row {rows[again] + 1}: the cluster has this wave in an earlier row.");
    }

    /// <summary>The model, or a refusal with its reason.</summary>
    public static T Required<T>(ModelFit<T> fit) => fit switch
    {
        ModelFit<T>.Fitted fitted => fitted.Model,
        ModelFit<T>.NotEstimable no => throw new CaseRefusedException(no.Code, no.Reason),
        _ => throw new InvalidOperationException($"A fit of type {fit.GetType().Name} has no model."),
    };

    private static int IsProduct(string term) => term.Contains(':', StringComparison.Ordinal) && !term.StartsWith("factor:", StringComparison.Ordinal) && !term.StartsWith("log:", StringComparison.Ordinal) ? 1 : 0;

    private static string[] Columns(string term) => IsProduct(term) == 1 ? term.Split(':', 2) : [term[(term.IndexOf(':', StringComparison.Ordinal) + 1)..]];

    private IEnumerable<string> Named(string argument) => input.Has(argument) ? [input.Text(argument)] : [];

    private int[] Codes(string column)
    {
        var texts = input.Table.Texts(column);
        return RandomTerm.Code([.. rows.Select(i => CaseFactor.Key(texts[i]!))]);
    }

    private double[] Logs(string column)
    {
        var cells = input.Table.Numbers(column);
        foreach (var i in rows)
        {
            if (!(cells[i] > 0)) throw new CaseRefusedException("out-of-range", $"Column '{column}', row {i + 1}: a number above 0 was expected, for its logarithm is taken.");
        }

        return [.. rows.Select(i => Math.Log(cells[i]!.Value))];
    }

    private (int[] Rows, int Dropped) WithEvents(double[] y)
    {
        var units = Codes(input.Text("drop_zero_units"));
        var sums = units.Zip(y).GroupBy(row => row.First, row => row.Second).ToDictionary(unit => unit.Key, unit => unit.Sum());
        return ([.. rows.Where((_, i) => sums[units[i]] > 0)], sums.Values.Count(sum => !(sum > 0)));
    }
}
