using Assessment.Statistics.Models.Formulas;
using Assessment.Statistics.Models.Mixed;

namespace Assessment.Statistics.Cases;

/// <summary>Method gain.lmm.</summary>
internal static class MixedModelCases
{
    // Above this Kenward–Roger is not computed unless asked for, as in the reference.
    private const int MostRowsForKenwardRoger = 1000;

    public static OrderedDictionary<string, object?> Fit(CaseInput input)
    {
        var formula = Formula(input.Text("formula"));
        var design = Design(input, formula);
        var reml = !input.Has("reml") || input.Flag("reml");
        var ddf = !input.Has("ddf") || input.Flag("ddf");
        var options = new MixedModelOptions(reml, input.Level, ddf, ddf && design.Response.Length <= MostRowsForKenwardRoger);
        return LinearMixedModel.Fit(design, options) switch
        {
            MixedModelFit.Fitted fitted => Results(fitted.Model),
            MixedModelFit.NotEstimable no => throw new CaseRefusedException(no.Code, no.Reason),
            var other => throw new InvalidOperationException($"A fit of type {other.GetType().Name} has no results."),
        };
    }

    private static OrderedDictionary<string, object?> Results(LinearMixedModel m)
    {
        Estimate[] estimates = [.. m.Coefficients.Select(c => c.Estimate)];
        return new()
        {
            ["n"] = m.N, ["coef_names"] = m.Coefficients.Select(c => c.Name).ToArray(), ["coef"] = estimates.Select(e => e.Value).ToArray(),
            ["se"] = estimates.Select(e => e.StandardError).ToArray(), ["wald_ci_lower"] = estimates.Select(e => e.Interval?.Lower).ToArray(),
            ["wald_ci_upper"] = estimates.Select(e => e.Interval?.Upper).ToArray(), ["var_names"] = m.Variances.Select(v => v.Name).ToArray(),
            ["var_cov"] = m.Variances.Select(v => v.Value).ToArray(), ["log_lik"] = m.LogLikelihood, ["singular"] = m.IsSingular,
            ["df_satterthwaite"] = Each(m, c => c.SatterthwaiteDf), ["p_satterthwaite"] = Each(m, c => c.SatterthwaiteP),
            ["se_kenward_roger"] = Each(m, c => c.KenwardRogerError), ["df_kenward_roger"] = Each(m, c => c.KenwardRogerDf),
            ["icc"] = m.IntraclassCorrelation?.Value(), ["design_effect"] = m.DesignEffect,
        };
    }

    private static double?[]? Each(LinearMixedModel model, Func<MixedModelCoefficient, double?> of)
    {
        double?[] values = [.. model.Coefficients.Select(of)];
        return values.Any(value => value is not null) ? values : null;
    }

    private static ModelFormula Formula(string text)
    {
        try
        {
            return FormulaReader.Read(text);
        }
        catch (UnsupportedFormulaException fault)
        {
            throw new CaseRefusedException("formula-not-supported", $"Argument 'formula': {fault.Message}");
        }
    }

    private static MixedModelDesign Design(CaseInput input, ModelFormula formula)
    {
        var texts = formula.Columns.ToDictionary(name => name, input.Table.Texts, StringComparer.Ordinal);
        int[] rows = [.. Enumerable.Range(0, input.Table.Count).Where(i => texts.Values.All(column => column[i] is not null))];
        CaseInput.RequireRows(rows.Length, formula.Response);
        var factors = input.Has("factors") ? input.Texts("factors") : [];
        double[] Numbers(string name)
        {
            var column = input.Table.Numbers(name);
            return [.. rows.Select(i => column[i]!.Value)];
        }

        string[] Cells(string name) => [.. rows.Select(i => texts[name][i]!)];
        var effects = formula.Fixed.Concat(formula.Random.SelectMany(term => term.Effects)).SelectMany(term => term.Variables).Distinct(StringComparer.Ordinal);
        var variables = effects.ToDictionary(
            name => name, name => factors.Contains(name) || !texts[name].All(cell => cell is null || CaseFactor.IsNumber(cell)) ? Factor(name, Cells(name)) : new(name, Numbers(name), [], []), StringComparer.Ordinal);
        var (names, columns) = DesignColumns.Of(formula.Fixed, variables, rows.Length);
        return new(Numbers(formula.Response), names, columns, [.. formula.Random.Select(term => Random(term, variables, Cells, rows.Length))]);
    }

    private static RandomTerm Random(GroupingTerm term, IReadOnlyDictionary<string, DesignVariable> variables, Func<string, string[]> cells, int rows)
    {
        var (names, columns) = DesignColumns.Of(term.Effects, variables, rows);
        string[][] keys = [.. term.Columns.Select(cells)];
        return new(term.Group, RandomTerm.Code([.. Enumerable.Range(0, rows).Select(i => string.Join('\u001f', keys.Select(key => CaseFactor.Key(key[i]))))]), names, columns);
    }

    private static DesignVariable Factor(string name, string[] cells)
    {
        var (levels, codes) = CaseFactor.Of(name, cells);
        return new(name, null, levels, codes);
    }
}
