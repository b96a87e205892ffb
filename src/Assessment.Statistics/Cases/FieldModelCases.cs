using Assessment.Statistics.Distributions;
using Assessment.Statistics.Models.Regression;
using Assessment.Statistics.Models.Series;
using static Assessment.Statistics.Cases.RegressionCases;

namespace Assessment.Statistics.Cases;

/// <summary>Methods field.gee, field.its and field.modified_poisson.</summary>
internal static class FieldModelCases
{
    public static OrderedDictionary<string, object?> Gee(CaseInput input)
    {
        var kind = Family(input);
        var correlation = input.Text("corstr") switch
        {
            "independence" => WorkingCorrelation.Independence,
            "exchangeable" => WorkingCorrelation.Exchangeable,
            "ar1" => WorkingCorrelation.Autoregressive,
            _ => throw CaseInput.Invalid("corstr", "is independence, exchangeable or ar1"),
        };
        input.Text("cluster");
        var rows = Rows(input, kind);
        var design = rows.Design();
        var m = CaseDesign.Required(EstimatingEquations.Fit(design, kind, correlation, rows.Options(design), correlation == WorkingCorrelation.Autoregressive ? rows.Waves() : null));
        return new()
        {
            ["n"] = m.N, ["n_clusters"] = m.Clusters, ["coef_names"] = Names(m.Coefficients), ["coef"] = Each(m.Coefficients, c => c.Value),
            ["se_robust"] = Each(m.Coefficients, c => c.StandardError), ["scale"] = m.Scale, ["correlation"] = m.Correlation,
        };
    }

    public static OrderedDictionary<string, object?> ModifiedPoisson(CaseInput input)
    {
        var rows = new CaseDesign(input, CaseDesign.IsEvent, "0 or 1");
        var treatment = input.Text("treatment");
        if (!rows.IsNumeric(treatment)) throw CaseInput.Invalid("treatment", "is one of the terms, as it stands");
        rows.Numbers(treatment, CaseDesign.IsEvent, "0 or 1");
        var design = rows.Design();
        var m = CaseDesign.Required(RiskRatioModel.Fit(design, rows.Design((treatment, 1)), rows.Design((treatment, 0)), rows.Options(design), input.Level));
        var z = Normal.Critical(input.Level);
        return new()
        {
            ["n"] = m.N, ["coef_names"] = Names(m.Coefficients), ["risk_ratio"] = Each(m.Coefficients, c => Math.Exp(c.Value)),
            ["rr_ci_lower"] = Each(m.Coefficients, c => Exp(c.Value - (z * c.Hc0))), ["rr_ci_upper"] = Each(m.Coefficients, c => Exp(c.Value + (z * c.Hc0))),
            ["se_log"] = Each(m.Coefficients, c => c.Hc0), ["standardized_risk_treated"] = m.RiskTreated, ["standardized_risk_control"] = m.RiskControl,
            ["standardized_rd"] = m.Difference.Value(), ["standardized_rd_se"] = (m.Difference as Estimate)?.StandardError, ["standardized_rd_ci"] = m.Difference.Limits(),
            ["standardized_rr"] = m.Ratio.Value(), ["standardized_log_rr_se"] = m.LogRatioError, ["standardized_rr_ci"] = m.Ratio.Limits(),
        };
    }

    public static OrderedDictionary<string, object?> Series(CaseInput input)
    {
        var (y, after) = (Months(input), After(input));
        var lag = input.Integer("lag");
        if (lag < 0 || lag >= y.Length) throw CaseInput.Invalid("lag", $"is a whole number from 0 to {y.Length - 1}");
        double? season = input.Has("season") ? input.Number("season") : null;
        var harmonics = season is null ? 0 : input.Integer("harmonics");
        if (season is not null && (harmonics < 1 || 2 * harmonics >= season)) throw CaseInput.Invalid("harmonics", "is at least 1 and below half of the season");
        var m = CaseDesign.Required(InterruptedSeries.Fit(y, after, new(lag, season, harmonics, input.Has("horizon") ? input.Number("horizon") : null, input.Level), input.Text("response")));
        double?[] errors = [.. m.Errors], t = [.. m.Coefficients.Select((c, j) => c.Ratio(errors[j]))];
        double? half = m.Df > 0 ? StudentT.Critical(input.Level, m.Df) : null;
        return new()
        {
            ["n"] = m.N, ["coef_names"] = Names(m.Coefficients), ["coef"] = Each(m.Coefficients, c => c.Value), ["se_ols"] = Each(m.Coefficients, c => c.StandardError),
            ["se_nw_unadjusted"] = m.UnadjustedErrors, ["se_nw"] = errors, ["t_nw"] = t, ["p_nw"] = t.Select(x => x is { } v ? StudentT.TwoSided(v, m.Df) : (double?)null).ToArray(),
            ["ci_nw_lower"] = m.Coefficients.Select((c, j) => c.Value - (half * errors[j])).ToArray(), ["ci_nw_upper"] = m.Coefficients.Select((c, j) => c.Value + (half * errors[j])).ToArray(),
            ["durbin_watson"] = m.DurbinWatson, ["breusch_godfrey"] = m.BreuschGodfrey, ["breusch_godfrey_p"] = m.BreuschGodfreyP,
            ["effect_at_horizon"] = m.EffectValue, ["effect_at_horizon_se"] = (m.Effect as Estimate)?.StandardError, ["effect_at_horizon_ci"] = m.Effect.Limits(),
        };
    }

    private static double[] Months(CaseInput input)
    {
        var (name, log) = (input.Text("response"), input.Flag("log"));
        var cells = input.Table.Numbers(name);
        CaseInput.RequireRows(cells.Length, name);
        double Month(double? cell, int i) => cell switch
        {
            null => throw new CaseRefusedException("wrong-type", $"Column '{name}', row {i + 1}: a number was expected, for a series has no gaps."),
            <= 0 when log => throw new CaseRefusedException("out-of-range", $"Column '{name}', row {i + 1}: a number above 0 was expected, for its logarithm is taken."),
            { } value => log ? Math.Log(value) : value,
        };
        return [.. cells.Select(Month)];
    }

    private static bool[] After(CaseInput input)
    {
        if (!input.Has("intervention_column"))
        {
            var start = input.Integer("start");
            return start > 1 && start <= input.Table.Count ? [.. Enumerable.Range(1, input.Table.Count).Select(t => t >= start)]
                : throw CaseInput.Invalid("start", $"is a month from 2 to {input.Table.Count}");
        }

        var name = input.Text("intervention_column");
        bool[] after = [.. input.Table.Numbers(name).Select((cell, i) => cell is 0 or 1 ? cell == 1
            : throw new CaseRefusedException("wrong-type", $"Column '{name}', row {i + 1}: 0 or 1 was expected."))];
        return after.Distinct().Count() == 2 ? after : throw new CaseRefusedException("ill-conditioned", $"Column '{name}': there are no months before the intervention, or none after its start.");
    }
}
