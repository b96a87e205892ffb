using Assessment.Statistics.MissingData;
using Assessment.Statistics.Models;

namespace Assessment.Statistics.Cases;

/// <summary>Methods attrition.* and mi.pool.</summary>
internal static class MissingDataCases
{
    public static OrderedDictionary<string, object?> Balance(CaseInput input)
    {
        var seen = input.TextColumn("observed").Select(cell => cell is not null).ToArray();
        CaseInput.RequireRows(seen.Length, input.Text("observed"));
        var names = input.Texts("covariates");
        double[] Side(double?[] column, bool side) => [.. column.Where((x, i) => x is not null && seen[i] == side).Select(x => x!.Value)];
        AttritionBalance[] lines = [.. names.Select(input.Table.Numbers).Select(column => AttritionBalance.Of(Side(column, true), Side(column, false)))];
        var missing = seen.Count(s => !s);
        return new()
        {
            ["n_observed"] = seen.Length - missing, ["n_missing"] = missing, ["attrition_rate"] = (double)missing / seen.Length, ["covariates"] = names,
            ["mean_observed"] = lines.Select(l => l.MeanObserved).ToArray(), ["mean_missing"] = lines.Select(l => l.MeanMissing).ToArray(),
            ["smd"] = lines.Select(l => l.Difference.Value()).ToArray(),
        };
    }

    public static OrderedDictionary<string, object?> Logistic(CaseInput input)
    {
        var (names, wave) = (input.Texts("covariates"), input.TextColumn("observed"));
        var (rows, covariates) = Covariates(input, names, _ => true);
        bool[] missing = [.. rows.Select(i => wave[i] is null)];
        var model = Fit(names, covariates, missing, input.Text("observed"));
        return new()
        {
            ["n"] = missing.Length, ["n_missing"] = missing.Count(m => m), ["coef_names"] = (string[])["(Intercept)", .. names], ["coef"] = model.Coefficients,
            ["se"] = model.StandardErrors, ["odds_ratio"] = model.Coefficients.Select(Math.Exp).ToArray(), ["lr_chi2"] = model.LikelihoodRatio,
            ["lr_df"] = model.Df, ["lr_p"] = model.P, ["c_statistic"] = model.Concordance,
        };
    }

    public static OrderedDictionary<string, object?> Little(CaseInput input)
    {
        var names = input.Texts("columns");
        if (names.Count == 0) throw CaseInput.Invalid("columns", "names at least one column");
        var columns = names.Select(input.Table.Numbers).ToArray();
        foreach (var (column, name) in columns.Zip(names))
        {
            double?[] present = [.. column.Where(x => x is not null)];
            CaseInput.RequireRows(present.Length, name);
            if (present.Distinct().Count() == 1) throw new CaseRefusedException("ill-conditioned", $"Column '{name}' does not vary.");
        }

        var test = LittleTest.Of([.. Enumerable.Range(0, input.Table.Count).Select(i => columns.Select(c => c[i]).ToArray())])
            ?? throw new CaseRefusedException("ill-conditioned", $"Columns '{string.Join("', '", names)}' depend on each other, or hold too few rows for their covariance.");
        return new() { ["n"] = test.N, ["patterns"] = test.Patterns, ["d2"] = test.D2, ["df"] = test.Df, ["p"] = test.P, ["em_means"] = test.Means };
    }

    public static OrderedDictionary<string, object?> Weighted(CaseInput input)
    {
        double?[] pre = input.Column("pre"), post = input.Column("post"), later = input.Column("followup");
        var (rows, covariates) = Covariates(input, input.Texts("covariates"), i => pre[i] is not null && post[i] is not null);
        bool[] missing = [.. rows.Select(i => later[i] is null)];
        CaseInput.RequireRows(missing.Count(m => !m), input.Text("followup"));
        // Nobody lost: everybody stands for himself.
        var model = missing.Contains(true) ? Fit(input.Texts("covariates"), covariates, missing, input.Text("followup")) : null;
        int[] kept = [.. Enumerable.Range(0, rows.Length).Where(k => !missing[k])];
        var w = ResponseWeighting.Of(
            [.. kept.Select(k => later[rows[k]]!.Value - pre[rows[k]]!.Value)], [.. kept.Select(k => 1 - (model?.Fitted[k] ?? 0))], input.Level);
        return new()
        {
            ["n"] = rows.Length, ["n_observed"] = kept.Length, ["coef"] = model?.Coefficients.Select(b => -b).ToArray(), ["weight_min"] = w.Smallest,
            ["weight_max"] = w.Largest, ["ess"] = w.EffectiveSize, ["unweighted_mean"] = w.Unweighted, ["ipw_mean"] = w.Mean.Value(),
            ["ipw_se"] = (w.Mean as Estimate)?.StandardError, ["ci"] = w.Mean.Limits(),
        };
    }

    public static OrderedDictionary<string, object?> Delta(CaseInput input)
    {
        double?[] before = input.Column("pre"), later = input.Column("followup");
        var deltas = input.Has("deltas") ? input.Numbers("deltas") : [0];
        int[] rows = [.. Enumerable.Range(0, before.Length).Where(i => before[i] is not null)];
        double[] gains = [.. rows.Where(i => later[i] is not null).Select(i => later[i]!.Value - before[i]!.Value)];
        if (gains.Length < 2) throw new CaseRefusedException("empty-group", $"Columns '{input.Text("pre")}' and '{input.Text("followup")}': fewer than two rows have both.");
        var d = DeltaAdjustment.Of(gains, rows.Length - gains.Length, input.Level)!;
        Estimate[] lines = [.. deltas.Select(d.At)];
        return new()
        {
            ["n"] = rows.Length, ["n_observed"] = d.Observed, ["share_missing"] = d.MissingShare, ["mean_observed"] = d.At(0).Value, ["sd_gain"] = d.Sd,
            ["delta"] = deltas, ["mean"] = lines.Select(l => l.Value).ToArray(), ["se"] = lines.Select(l => l.StandardError).ToArray(),
            ["ci_lower"] = lines.Select(l => l.Interval!.Lower).ToArray(), ["ci_upper"] = lines.Select(l => l.Interval!.Upper).ToArray(),
            ["tipping_delta"] = d.TippingAt, ["tipping_delta_sd"] = d.Sd > 0 ? d.TippingAt / d.Sd : null, ["zero_delta"] = d.ZeroAt,
        };
    }

    public static OrderedDictionary<string, object?> Pool(CaseInput input)
    {
        double[] estimates = input.Numbers("estimates"), errors = input.Numbers("ses", x => x is >= 1e-50 and <= 1e50, "holds standard errors above 0 (1E-50 to 1E+50)");
        if (estimates.Length < 2) throw CaseInput.Invalid("estimates", "holds at least two estimates");
        if (errors.Length != estimates.Length) throw CaseInput.Invalid("ses", $"has {estimates.Length} values");
        var df = input.Has("df_complete") ? input.Number("df_complete", x => x is >= 0.01 and <= 1e7, "is from 0.01 to 10000000") : double.PositiveInfinity;
        var p = RubinPooling.Of(estimates, errors, df, input.Level);
        return new()
        {
            ["m"] = estimates.Length, ["estimate"] = p.Pooled.Value, ["within"] = p.Within, ["between"] = p.Between, ["total"] = p.Total,
            ["se"] = p.Pooled.StandardError, ["riv"] = p.RelativeIncrease, ["lambda"] = p.Lambda, ["df_old"] = p.DfOld, ["df"] = p.Df,
            ["fmi"] = p.MissingInformation, ["t"] = p.T, ["p"] = p.P, ["ci"] = p.Pooled.Limits(),
        };
    }

    private static (int[] Rows, double[][] Covariates) Covariates(CaseInput input, IReadOnlyList<string> names, Func<int, bool> counts)
    {
        if (names.Count == 0) throw CaseInput.Invalid("covariates", "names at least one column");
        var columns = names.Select(input.Table.Numbers).ToArray();
        int[] rows = [.. Enumerable.Range(0, input.Table.Count).Where(i => counts(i) && columns.All(c => c[i] is not null))];
        CaseInput.RequireRows(rows.Length, names[0]);
        return (rows, [.. rows.Select(i => columns.Select(c => c[i]!.Value).ToArray())]);
    }

    private static AttritionModel Fit(IReadOnlyList<string> names, double[][] covariates, bool[] missing, string wave)
    {
        if (missing.Distinct().Count() < 2) throw new CaseRefusedException("empty-group", $"Column '{wave}': {(missing[0] ? "nobody is observed" : "nobody is missing")}.");
        for (var k = 1; k <= names.Count; k++)
        {
            double[][] rows = [.. covariates.Select(row => (double[])[1, .. row[..k]])];
            if (LeastSquares.Fit(rows, new double[rows.Length]) is null)
            {
                throw new CaseRefusedException("ill-conditioned", $"Column '{names[k - 1]}' does not vary beyond the columns before it, or there are too few rows.");
            }
        }

        return AttritionModel.Of(covariates, missing)
            ?? throw new CaseRefusedException("ill-conditioned", $"Columns '{string.Join("', '", names)}' separate those missing in '{wave}' from the others, so that the model has no maximum.");
    }
}
