using Assessment.Statistics.Rates;

namespace Assessment.Statistics.Cases;

/// <summary>Methods field.* in closed form: proportions, rates, 2 × 2 tables, E-values.</summary>
internal static class RateCases
{
    public static OrderedDictionary<string, object?> ProportionOf(CaseInput input)
    {
        int x = input.Integer("x"), n = input.Integer("n");
        if (n < 0 || x < 0 || x > n) throw CaseInput.Invalid("x", "is a count from 0 to n");
        var p = Proportion.Of(x, n, input.Level);
        return new()
        {
            ["p"] = p.Wilson.Value(), ["wilson_ci"] = p.Wilson.Limits(),
            ["clopper_pearson_ci"] = p.ClopperPearson.Limits(), ["agresti_coull_ci"] = p.AgrestiCoull.Limits(),
        };
    }

    public static OrderedDictionary<string, object?> Rate(CaseInput input)
    {
        var rate = IncidenceRate.Of(input.Count("events"), input.Positive("exposure"), input.Has("per") ? input.Positive("per") : 1, input.Level);
        return new() { ["rate"] = rate.Value, ["ci"] = rate.Limits() };
    }

    public static OrderedDictionary<string, object?> Ratio(CaseInput input)
    {
        var r = RateRatio.Of(input.Count("events1"), input.Positive("exposure1"), input.Count("events0"), input.Positive("exposure0"), input.Level);
        return new()
        {
            ["rate1"] = r.Rate1, ["rate0"] = r.Rate0, ["rate_ratio"] = r.Ratio, ["percent_change"] = 100 * (r.Ratio - 1),
            ["exact_ci"] = r.ExactInterval.Limits(), ["p_exact_minlike"] = r.PMinimumLikelihood, ["p_exact_central"] = r.PCentral,
            ["midp_ci"] = r.MidPInterval.Limits(), ["p_mid"] = r.PMid, ["wald_ci"] = r.WaldInterval.Limits(),
            ["rate_difference"] = r.Difference.Value, ["rate_difference_ci_wald"] = r.Difference.Limits(),
        };
    }

    public static OrderedDictionary<string, object?> FourCells(CaseInput input)
    {
        var t = input.Has("group") ? Counted(input) : Given(input);
        return new()
        {
            ["p1"] = t.Risk1, ["p0"] = t.Risk0, ["risk_difference"] = t.Difference.Value, ["rd_ci_newcombe"] = t.Difference.Limits(),
            ["rd_ci_wald"] = t.WaldInterval.Limits(), ["nnt"] = t.NumberNeeded, ["continuity_added"] = t.HalfAdded, ["risk_ratio"] = t.RiskRatio,
            ["risk_ratio_adj"] = t.AdjustedRiskRatio.Value, ["rr_ci_katz"] = t.AdjustedRiskRatio.Limits(),
            ["odds_ratio_adj"] = t.AdjustedOddsRatio.Value, ["or_ci_woolf"] = t.AdjustedOddsRatio.Limits(), ["fisher_or"] = t.Fisher.OddsRatio,
            ["fisher_ci"] = t.Fisher.Interval.Limits(), ["fisher_p"] = t.Fisher.PMinimumLikelihood, ["fisher_p_central"] = t.Fisher.PCentral,
            ["chi2"] = t.ChiSquare, ["chi2_p"] = t.P, ["chi2_yates"] = t.ChiSquareCorrected, ["chi2_yates_p"] = t.PCorrected,
            ["cohens_h"] = t.CohensH, ["phi"] = t.Phi,
        };
    }

    public static OrderedDictionary<string, object?> Confounding(CaseInput input)
    {
        var scale = (input.Has("type") ? input.Text("type") : "rr") switch
        {
            "rr" => EffectScale.RiskRatio,
            "or_common" => EffectScale.CommonOddsRatio,
            "hr_common" => EffectScale.CommonHazardRatio,
            "smd" => EffectScale.StandardizedDifference,
            _ => throw CaseInput.Invalid("type", "is rr, or_common, hr_common or smd"),
        };
        double Effect(string name) => scale == EffectScale.StandardizedDifference
            ? input.Number(name, x => x is >= -100 and <= 100, "is a standardized difference from -100 to 100")
            : input.Number(name, x => x >= 0, "is a ratio of at least 0");
        (double Lower, double Upper)? limits = input.Has("lower") || input.Has("upper") ? (Effect("lower"), Effect("upper")) : null;
        if (limits is { } l && l.Lower > l.Upper) throw CaseInput.Invalid("lower", "is not above the upper limit");
        var e = EValue.Of(Effect("estimate"), limits, scale);
        return new() { ["rr_used"] = e.RiskRatio, ["evalue_point"] = e.Point, ["evalue_ci"] = e.Limit };
    }

    private static TwoByTwo Given(CaseInput input)
    {
        int n1 = input.Count("n1", 1), n0 = input.Count("n0", 1), x1 = input.Count("x1"), x0 = input.Count("x0");
        if (x1 > n1) throw CaseInput.Invalid("x1", "is a count from 0 to n1");
        if (x0 > n0) throw CaseInput.Invalid("x0", "is a count from 0 to n0");
        return TwoByTwo.Of(x1, n1, x0, n0, input.Level);
    }

    private static TwoByTwo Counted(CaseInput input)
    {
        var groups = input.TextColumn("group");
        var events = input.Column("event", x => x is 0 or 1, "0 or 1");
        (int Events, int Members) Of(string argument)
        {
            var name = input.Text(argument);
            double[] members = [.. events.Where((e, i) => e is not null && groups[i] is { } g && CaseTable.Same(g, name)).Select(e => e!.Value)];
            CaseInput.RequireRows(members.Length, input.Text("group"), name);
            return ((int)members.Sum(), members.Length);
        }

        var (exposed, unexposed) = (Of("exposed"), Of("unexposed"));
        return TwoByTwo.Of(exposed.Events, exposed.Members, unexposed.Events, unexposed.Members, input.Level);
    }
}
