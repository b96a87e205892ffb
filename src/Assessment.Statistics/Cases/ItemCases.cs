using Assessment.Statistics.TestQuality;

namespace Assessment.Statistics.Cases;

/// <summary>Methods test.* on options, groups and forms.</summary>
internal static class ItemCases
{
    public static OrderedDictionary<string, object?> Distractors(CaseInput input)
    {
        var (items, keys, options) = (input.Texts("items"), input.Texts("key"), input.Texts("options"));
        if (keys.Count != items.Count) throw CaseInput.Invalid("key", $"has {items.Count} values");
        var studied = items.ToList().IndexOf(input.Text("item"));
        if (studied < 0) throw CaseInput.Invalid("item", "is one of the items");
        var columns = items.Select(input.Table.Texts).ToArray();
        CaseInput.RequireRows(input.Table.Count, items[0]);
        double[] Right(int item) => [.. columns[item].Select(c => c is not null && CaseTable.Same(c, keys[item]) ? 1.0 : 0)];
        var right = Enumerable.Range(0, items.Count).Select(Right).ToArray();
        double[] totals = [.. Enumerable.Range(0, input.Table.Count).Select(i => right.Sum(r => r[i]))];
        int[] chosen = [.. columns[studied].Select(c => c is null ? options.Count : options.ToList().FindIndex(o => CaseTable.Same(c, o)))];
        var lines = DistractorAnalysis.Of(chosen, options.Count + 1, totals, right[studied]);
        return new()
        {
            ["n"] = totals.Length, ["options"] = (string[])[.. options, "omitted"], ["count"] = lines.Select(l => l.Count).ToArray(),
            ["proportion"] = lines.Select(l => (double)l.Count / totals.Length).ToArray(), ["upper"] = lines.Select(l => l.Upper).ToArray(),
            ["middle"] = lines.Select(l => l.Middle).ToArray(), ["lower"] = lines.Select(l => l.Lower).ToArray(),
            ["mean_rest"] = lines.Select(l => l.MeanRest).ToArray(), ["r_option_rest"] = lines.Select(l => l.OptionRest).ToArray(),
        };
    }

    public static OrderedDictionary<string, object?> MantelHaenszel(CaseInput input)
    {
        var (scores, groups) = (input.Scores(), Groups(input));
        string reference = input.Text("reference"), focal = input.Text("focal");
        int[] kept = [.. Enumerable.Range(0, groups.Length).Where(i => groups[i] is { } g && (CaseTable.Same(g, reference) || CaseTable.Same(g, focal)))];
        bool[] isFocal = [.. kept.Select(i => CaseTable.Same(groups[i]!, focal))];
        CaseInput.RequireRows(isFocal.Count(f => f), input.Text("group"), focal);
        CaseInput.RequireRows(isFocal.Count(f => !f), input.Text("group"), reference);
        var lines = MantelHaenszelDif.Of(new(kept.Length, scores.Items, [.. kept.SelectMany(i => scores.Row(i).ToArray())]), isFocal);
        return new()
        {
            ["n_reference"] = isFocal.Count(f => !f), ["n_focal"] = isFocal.Count(f => f), ["alpha_mh"] = lines.Select(l => l.OddsRatio).ToArray(),
            ["se_ln_alpha"] = lines.Select(l => l.StandardErrorLog).ToArray(), ["chi2"] = lines.Select(l => l.ChiSquare).ToArray(),
            ["p"] = lines.Select(l => l.P).ToArray(), ["mh_d_dif"] = lines.Select(l => l.Delta).ToArray(),
            ["se_d_dif"] = lines.Select(l => l.StandardErrorDelta).ToArray(), ["std_p_dif"] = lines.Select(l => l.StandardizedDifference).ToArray(),
            ["ets_class"] = lines.Select(l => l.EtsClass).ToArray(),
        };
    }

    public static OrderedDictionary<string, object?> Logistic(CaseInput input)
    {
        var (scores, groups, focal) = (input.Scores(), Groups(input), input.Text("focal"));
        var item = input.Texts("items").ToList().IndexOf(input.Text("item"));
        if (item < 0) throw CaseInput.Invalid("item", "is one of the items");
        int[] kept = [.. Enumerable.Range(0, groups.Length).Where(i => groups[i] is not null)];
        var (column, totals) = (scores.Column(item), scores.Totals());
        CaseInput.RequireRows(kept.Count(i => CaseTable.Same(groups[i]!, focal)), input.Text("group"), focal);
        if (Array.FindIndex(column, x => x is not (0 or 1)) is >= 0 and var row) throw new CaseRefusedException("wrong-type", $"Column '{input.Text("item")}', row {row + 1} of those analysed: a score of 0 or 1 was expected.");
        var d = LogisticDif.Of([.. kept.Select(i => column[i])], [.. kept.Select(i => totals[i])], [.. kept.Select(i => CaseTable.Same(groups[i]!, focal))])
            ?? throw new CaseRefusedException("ill-conditioned", "The groups or scores separate right from wrong answers, so that the model has no maximum.");
        return new()
        {
            ["coef_uniform"] = d.Coefficients, ["se_uniform"] = d.StandardErrors, ["lr_uniform"] = d.Uniform, ["lr_nonuniform"] = d.NonUniform,
            ["lr_total"] = d.Total, ["p_total"] = d.P, ["delta_r2_nagelkerke"] = d.RSquaredChange,
        };
    }

    public static OrderedDictionary<string, object?> Equate(CaseInput input)
    {
        var (scores, forms, max) = (input.Column("score"), input.TextColumn("form"), input.Integer("max"));
        if (max is < 0 or > 100_000) throw CaseInput.Invalid("max", "is a score from 0 to 100000");
        double[] Of(string argument)
        {
            var name = input.Text(argument);
            int[] rows = [.. Enumerable.Range(0, scores.Length).Where(i => scores[i] is not null && forms[i] is { } f && CaseTable.Same(f, name))];
            double[] values = [.. rows.Select(i => scores[i]!.Value)];
            CaseInput.RequireRows(values.Length, input.Text("form"), name);
            if (Array.FindIndex(values, v => v != Math.Floor(v) || v < 0 || v > max) is >= 0 and var at) throw new CaseRefusedException("wrong-type", $"Column '{input.Text("score")}', row {rows[at] + 1}: a whole score from 0 to {max} was expected.");
            return values;
        }

        double[] from = Of("from"), to = Of("to");
        var e = RandomGroupsEquating.Of(from, to, max);
        return new()
        {
            ["n_from"] = from.Length, ["n_to"] = to.Length, ["mean_equating_shift"] = e.MeanShift, ["linear_slope"] = e.Slope,
            ["linear_intercept"] = e.Intercept, ["linear"] = e.Linear, ["percentile_rank_from"] = e.PercentileRanks, ["equipercentile"] = e.Equipercentile,
        };
    }

    // Groups of the rows that the scores kept.
    private static string?[] Groups(CaseInput input)
    {
        var groups = input.TextColumn("group");
        if (!input.Has("missing") || input.Text("missing") != "listwise") return groups;
        var columns = input.Texts("items").Select(input.Table.Numbers).ToArray();
        return [.. groups.Where((_, i) => columns.All(c => c[i] is not null))];
    }
}
