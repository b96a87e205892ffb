using Assessment.Statistics.Models.Mixed;
using Assessment.Statistics.Models.Regression;
using Assessment.Statistics.Models.Staggered;
using static Assessment.Statistics.Cases.RegressionCases;

namespace Assessment.Statistics.Cases;

/// <summary>Methods field.randomization, field.event_study and field.group_time.</summary>
internal static class StaggeredCases
{
    public static OrderedDictionary<string, object?> Randomization(CaseInput input)
    {
        var read = Read(input, ResponseKind.Poisson);
        var replicates = input.Has("replicates") ? Whole(input, "replicates", 99, 100_000) : 1999;
        var seed = input.Has("seed") ? Whole(input, "seed", 0, int.MaxValue) : 1;
        var r = CaseDesign.Required(StartRandomization.Of(read.Panel, new(Strata(input, read), replicates, (ulong)seed, input.Level)));
        return new()
        {
            ["n"] = read.Panel.Outcome.Length, ["n_units"] = r.Units, ["n_allocations"] = r.Allocations, ["exact"] = r.IsExact, ["replicates"] = r.Replicates,
            ["statistic"] = r.Statistic, ["p"] = r.P, ["coef"] = r.LogRatio, ["irr"] = r.Ratio.Value(), ["irr_ci"] = r.Ratio.Limits(),
            ["p_model"] = r.ModelP, ["p_cr1"] = r.ClusterP, ["primary"] = r.IsPrimary,
        };
    }

    public static OrderedDictionary<string, object?> Events(CaseInput input)
    {
        var kind = input.Has("family") ? Family(input) : ResponseKind.Poisson;
        if (kind == ResponseKind.Binomial) throw CaseInput.Invalid("family", "is poisson or gaussian");
        var read = Read(input, kind);
        int leads = Whole(input, "leads", 1, 1000), lags = Whole(input, "lags", 0, 1000);
        var e = CaseDesign.Required(EventStudy.Fit(read.Panel, leads, lags, kind));
        var c = e.Coefficients;
        return new()
        {
            ["n"] = e.N, ["n_units_dropped"] = e.DroppedUnits, ["n_clusters"] = c.Count > 0 ? c[0].Clusters : 0, ["event_time"] = e.Times, ["coef"] = Each(c, x => x.Value),
            ["se_model"] = Each(c, x => x.StandardError), ["se_cr1"] = Each(c, x => x.Cr1), ["p_cr1"] = Each(c, x => x.PCr1),
            ["ci_cr1_lower"] = Each(c, x => x.Cr1Interval(input.Level)?.Lower), ["ci_cr1_upper"] = Each(c, x => x.Cr1Interval(input.Level)?.Upper),
            ["leads_f"] = e.LeadsF, ["leads_df"] = e.Leads, ["leads_p"] = e.LeadsP,
        };
    }

    public static OrderedDictionary<string, object?> GroupTime(CaseInput input)
    {
        var read = Read(input, ResponseKind.Gaussian);
        if (input.Has("exposure")) read = read with { Panel = read.Rated(Exposure(input, read.Rows), input.Number("per", 1)) };
        RequireOneRowEach(input, read);
        var g = CaseDesign.Required(GroupTimeEffects.Of(read.Panel, input.Level));
        double?[] Values(IEnumerable<Estimation> of) => [.. of.Select(e => e.Value())];
        double?[] Errors(IEnumerable<Estimation> of) => [.. of.Select(e => (e as Estimate)?.StandardError)];
        var (effects, dynamic, groups) = (g.Effects.Select(e => e.Effect), g.Dynamic.Select(e => e.Effect), g.Groups.Select(e => e.Effect));
        return new()
        {
            ["n_units"] = g.Units, ["n_units_dropped"] = g.DroppedUnits, ["group"] = g.Effects.Select(e => read.Levels[e.Start]).ToArray(),
            ["period"] = g.Effects.Select(e => read.Levels[e.Period]).ToArray(), ["n_treated"] = g.Effects.Select(e => e.Treated).ToArray(),
            ["n_control"] = g.Effects.Select(e => e.Controls).ToArray(), ["att"] = Values(effects), ["att_se"] = Errors(effects),
            ["simple"] = g.Simple.Effect.Value(), ["simple_se"] = (g.Simple.Effect as Estimate)?.StandardError, ["simple_ci"] = g.Simple.Effect.Limits(),
            ["event_time"] = g.Dynamic.Select(e => e.Key).ToArray(), ["dynamic"] = Values(dynamic), ["dynamic_se"] = Errors(dynamic),
            ["dynamic_overall"] = g.DynamicOverall.Effect.Value(), ["dynamic_overall_se"] = (g.DynamicOverall.Effect as Estimate)?.StandardError,
            ["group_start"] = g.Groups.Select(e => read.Levels[e.Key]).ToArray(), ["group_effect"] = Values(groups), ["group_effect_se"] = Errors(groups),
            ["group_overall"] = g.GroupsOverall.Effect.Value(), ["group_overall_se"] = (g.GroupsOverall.Effect as Estimate)?.StandardError,
        };
    }

    private static int Whole(CaseInput input, string name, int least, int most) =>
        input.Integer(name) is var number && number >= least && number <= most ? number : throw CaseInput.Invalid(name, $"is a whole number from {least} to {most}");

    private static ReadPanel Read(CaseInput input, ResponseKind kind)
    {
        PanelColumns columns = new(input.Text("response"), input.Text("unit"), input.Text("period"), input.Text("trained"));
        var (y, trained) = (input.Table.Numbers(columns.Response), input.Table.Numbers(columns.Trained));
        string?[] units = input.Table.Texts(columns.Unit), periods = input.Table.Texts(columns.Period);
        string?[][] more = [.. ((string[])["offset_log", "exposure", "strata"]).Where(input.Has).Select(input.TextColumn)];
        int[] rows = [.. Enumerable.Range(0, y.Length).Where(i => y[i] is not null && trained[i] is not null && units[i] is not null && periods[i] is not null && more.All(column => column[i] is not null))];
        CaseInput.RequireRows(rows.Length, columns.Response);
        foreach (var i in rows)
        {
            if (kind == ResponseKind.Poisson && !CountTails.IsCount(y[i]!.Value)) throw new CaseRefusedException("wrong-type", $"Column '{columns.Response}', row {i + 1}: a count from 0 to {CountTails.Largest} was expected.");
            if (trained[i] is not (0 or 1)) throw new CaseRefusedException("wrong-type", $"Column '{columns.Trained}', row {i + 1}: 0 or 1 was expected.");
        }

        var (levels, codes) = CaseFactor.Of(columns.Period, [.. rows.Select(i => periods[i]!)]);
        int[] of = RandomTerm.Code([.. rows.Select(i => CaseFactor.Key(units[i]!))]);
        bool[] after = [.. rows.Select(i => trained[i] == 1)];
        if (StaggeredPanel.FirstLapse(of, codes, after) is >= 0 and var lapse) throw new CaseRefusedException("out-of-range", $"Column '{columns.Trained}', row {rows[lapse] + 1}: the unit was trained before and is not now; the method needs training that stays.");
        double[]? offset = input.Has("offset_log") ? Array.ConvertAll(Exposure(input, rows, "offset_log"), Math.Log) : null;
        return new(new([.. rows.Select(i => y[i]!.Value)], of, codes, after, offset) { Columns = columns }, rows, levels);
    }

    private static double[] Exposure(CaseInput input, int[] rows, string argument = "exposure")
    {
        var cells = input.Column(argument);
        return [.. rows.Select(i => cells[i] > 0 ? cells[i]!.Value
            : throw new CaseRefusedException("out-of-range", $"Column '{input.Text(argument)}', row {i + 1}: a number above 0 was expected."))];
    }

    private static int[]? Strata(CaseInput input, ReadPanel read)
    {
        if (!input.Has("strata")) return null;
        var texts = input.TextColumn("strata");
        int[] codes = RandomTerm.Code([.. read.Rows.Select(i => CaseFactor.Key(texts[i]!))]), strata = [.. Enumerable.Repeat(-1, read.Panel.UnitCount)];
        for (var r = 0; r < codes.Length; r++)
        {
            var unit = read.Panel.Units[r];
            if (strata[unit] >= 0 && strata[unit] != codes[r]) throw new CaseRefusedException("wrong-type", $"Column '{input.Text("strata")}', row {read.Rows[r] + 1}: the unit has another stratum in an earlier row.");
            strata[unit] = codes[r];
        }

        return strata;
    }

    private static void RequireOneRowEach(CaseInput input, ReadPanel read)
    {
        var seen = new HashSet<(int, int)>();
        for (var r = 0; r < read.Rows.Length; r++)
        {
            if (!seen.Add((read.Panel.Units[r], read.Panel.Periods[r]))) throw new CaseRefusedException("wrong-type", $"Column '{input.Text("period")}', row {read.Rows[r] + 1}: the unit has this period in an earlier row.");
        }
    }

    private sealed record ReadPanel(StaggeredPanel Panel, int[] Rows, string[] Levels)
    {
        public StaggeredPanel Rated(double[] exposure, double per) =>
            new([.. Panel.Outcome.Zip(exposure, (y, e) => per * y / e)], Panel.Units, Panel.Periods, Panel.Trained) { Columns = Panel.Columns };
    }
}
