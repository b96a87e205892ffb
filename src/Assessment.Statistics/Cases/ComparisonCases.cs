using Assessment.Statistics.Gains;

namespace Assessment.Statistics.Cases;

/// <summary>Methods gain.* that compare groups, go by ranks, or look at follow-up.</summary>
internal static class ComparisonCases
{
    public static OrderedDictionary<string, object?> SignedRanks(CaseInput input)
    {
        var pairs = input.SomePairs();
        var w = SignedRankGain.Of(pairs.Pre, pairs.Post, input.Level);
        return new()
        {
            ["n_pairs"] = w.NPairs, ["n_zero"] = w.NUnchanged, ["n_used"] = w.NPairs - w.NUnchanged, ["v"] = w.V, ["z"] = w.Z,
            ["p_normal_cc"] = w.PCorrected, ["p_normal"] = w.P, ["p_exact"] = w.PExact,
            ["hl_estimate"] = w.NPairs == w.NUnchanged ? 0.0 : w.HodgesLehmann.Value(), ["hl_ci"] = w.HodgesLehmann.Limits(),
            ["hl_ci_achieved"] = w.AchievedLevel, ["rank_biserial"] = w.RankBiserial, ["z_pratt"] = w.ZPratt, ["p_pratt"] = w.PPratt,
        };
    }

    public static OrderedDictionary<string, object?> RankSums(CaseInput input)
    {
        var (treated, control) = TwoGroups(input);
        var r = RankSumShift.Of(treated, control, input.Level);
        return new()
        {
            ["n_treated"] = r.NTreated, ["n_control"] = r.NControl, ["u"] = r.U, ["z"] = r.Z, ["p_normal_cc"] = r.PCorrected, ["p_normal"] = r.P,
            ["p_exact"] = r.PExact, ["hl_shift"] = r.Shift.Value(), ["hl_ci"] = r.Shift.Limits(), ["cliffs_delta"] = r.CliffsDelta.Value(),
            ["cliffs_delta_ci"] = r.CliffsDelta.Limits(), ["vargha_delaney_a"] = r.VarghaDelaney,
        };
    }

    public static OrderedDictionary<string, object?> Independent(CaseInput input)
    {
        var (treated, control) = TwoGroups(input);
        var e = IndependentEffectSizes.Of(treated, control, input.Level);
        var welch = e.Welch.Difference as Estimate;
        return new()
        {
            ["n_treated"] = treated.Length, ["n_control"] = control.Length, ["mean_difference"] = treated.Average() - control.Average(),
            ["sd_pooled"] = e.SdPooled, ["t_pooled"] = e.TPooled, ["p_pooled"] = e.PPooled, ["t_welch"] = e.Welch.T, ["df_welch"] = welch?.Df,
            ["p_welch"] = e.Welch.P, ["ci_welch"] = e.Welch.Difference.Limits(), ["d"] = e.CohensD.Value(), ["d_ci"] = e.CohensD.Limits(),
            ["hedges_j"] = e.HedgesFactor, ["g"] = e.HedgesG.Value(), ["g_ci"] = e.HedgesG.Limits(), ["glass_delta"] = e.GlassDelta.Value(),
            ["glass_delta_unbiased"] = e.GlassDeltaUnbiased.Value(), ["cles_normal"] = e.CommonLanguage.Value(),
        };
    }

    public static OrderedDictionary<string, object?> Reliable(CaseInput input)
    {
        var (pairs, reliability) = (input.SomePairs(), input.Number("reliability"));
        if (reliability is < 0 or > 1) throw CaseInput.Invalid("reliability", "lies between 0 and 1");
        var c = ReliableChange.Of(pairs.Pre, pairs.Post, reliability, input.Has("sd_pre") ? input.Number("sd_pre") : null, input.Level);
        return new()
        {
            ["n"] = c.N, ["sd_pre"] = c.SdPre, ["sem"] = c.StandardErrorOfMeasurement, ["s_diff"] = c.StandardErrorOfDifference,
            ["minimum_reliable_change"] = c.MinimumChange, ["n_improved"] = c.NImproved, ["n_unchanged"] = c.NUnchanged,
            ["n_deteriorated"] = c.NDeteriorated, ["prop_improved"] = c.Improved.Value(), ["prop_improved_ci"] = c.Improved.Limits(),
            ["first_rci"] = c.Indices.Take(10).ToArray(),
        };
    }

    public static OrderedDictionary<string, object?> Retained(CaseInput input)
    {
        double?[] pre = input.Column("pre"), post = input.Column("post"), later = input.Column("followup");
        var rows = Enumerable.Range(0, pre.Length).Where(i => pre[i] is not null && post[i] is not null).ToArray();
        var complete = rows.Where(i => later[i] is not null).ToArray();
        CaseInput.RequireRows(complete.Length, input.Text("followup"));
        double[] Of(double?[] column) => [.. complete.Select(i => column[i]!.Value)];
        var r = Retention.Of(Of(pre), Of(post), Of(later), input.Level);
        var retained = r.Retained as Estimate;
        var decay = r.Decay;
        return new()
        {
            ["n_complete"] = r.N, ["n_pre_post"] = rows.Length, ["gain"] = r.Gain, ["sustained_gain"] = r.SustainedGain,
            ["decay"] = decay.MeanGain, ["decay_se"] = decay.StandardError, ["decay_t"] = decay.T, ["decay_p"] = decay.P,
            ["decay_ci"] = decay.StandardError == 0 ? [decay.MeanGain, decay.MeanGain] : decay.Gain.Limits(),
            ["retained"] = retained?.Value, ["retained_se_delta"] = retained?.StandardError, ["retained_ci_fieller"] = r.Retained.Limits(),
        };
    }

    public static OrderedDictionary<string, object?> Equivalent(CaseInput input)
    {
        var (pairs, alpha) = (input.SomePairs(), input.Number("alpha", 0.05));
        if (alpha is <= 0 or >= 0.5) throw CaseInput.Invalid("alpha", "lies between 0 and 0.5");
        var e = Equivalence.Of(pairs.Pre, pairs.Post, input.Number("low"), input.Number("high"), alpha);
        return new()
        {
            ["n"] = e.Difference.N, ["mean_difference"] = e.MeanDifference, ["se"] = e.StandardError, ["t_lower"] = e.TLower, ["p_lower"] = e.PLower,
            ["t_upper"] = e.TUpper, ["p_upper"] = e.PUpper, ["p_tost"] = e.P, ["ci_90"] = e.Difference.Limits(), ["equivalent"] = e.IsEquivalent,
        };
    }

    public static OrderedDictionary<string, object?> Morris(CaseInput input)
    {
        var panel = Panel(input);
        (double[], double[]) Arm(bool treated) => ([.. panel.Pre.Where((_, i) => panel.Treated[i] == treated)], [.. panel.Post.Where((_, i) => panel.Treated[i] == treated)]);
        var m = PretestPosttestControl.Of(Arm(true), Arm(false), input.Has("rho") ? input.Number("rho") : null, input.Level);
        return new()
        {
            ["n_treated"] = m.NTreated, ["n_control"] = m.NControl, ["raw_difference_in_gains"] = m.DifferenceInGains, ["sd_pre_pooled"] = m.SdPrePooled,
            ["rho"] = m.Correlation, ["d_ppc2"] = m.Size.Value(), ["d_ppc2_morris_cp"] = m.SizeApproximate, ["variance"] = m.Variance,
            ["se"] = (m.Size as Estimate)?.StandardError, ["ci"] = m.Size.Limits(),
        };
    }

    public static OrderedDictionary<string, object?> Adjusted(CaseInput input)
    {
        var panel = Panel(input);
        var a = Ancova.Of(panel.Pre, panel.Post, panel.Treated, input.Level) ?? throw Dependent(input);
        return new()
        {
            ["n"] = panel.Pre.Length, ["coef_names"] = (string[])["(Intercept)", "pre", "treated"], ["coef"] = a.Coefficients, ["se"] = a.StandardErrors,
            ["t"] = a.T, ["p"] = a.P, ["ci_treated"] = a.Difference.Limits(), ["se_hc3"] = a.RobustErrors, ["df"] = a.Df, ["sigma"] = a.Sigma,
            ["r2"] = a.RSquared, ["adjusted_mean_control"] = a.AdjustedControl, ["adjusted_mean_treated"] = a.AdjustedTreated,
            ["partial_eta2"] = a.PartialEtaSquared, ["standardized_by_pre_sd"] = a.StandardizedByPre, ["interaction_f"] = a.InteractionF,
            ["interaction_p"] = a.InteractionP,
        };
    }

    public static OrderedDictionary<string, object?> Did(CaseInput input)
    {
        var panel = Panel(input);
        var d = DifferenceInDifferences.Of(panel.Pre, panel.Post, panel.Treated, panel.Clusters, input.Level) ?? throw Dependent(input);
        Estimate? cr1 = d.Cr1 as Estimate, cr2 = d.Cr2 as Estimate;
        return new()
        {
            ["n"] = d.N, ["n_clusters"] = d.Clusters, ["did"] = d.Difference, ["se_cr1"] = cr1?.StandardError, ["ci_cr1"] = d.Cr1.Limits(), ["p_cr1"] = d.PCr1,
            ["se_cr2"] = cr2?.StandardError, ["df_satt_cr2"] = cr2?.Df, ["p_cr2"] = d.PCr2, ["welch_t_gain"] = d.Welch.T,
            ["welch_df"] = (d.Welch.Difference as Estimate)?.Df, ["welch_p"] = d.Welch.P,
        };
    }

    private static CaseRefusedException Dependent(CaseInput input) =>
        new("ill-conditioned", $"Column '{input.Text("pre")}' or '{input.Text("group")}' does not vary, or there are too few rows.");

    private static (double[] Treated, double[] Control) TwoGroups(CaseInput input)
    {
        var (values, groups) = (input.Column("value"), input.TextColumn("group"));
        double[] Of(string argument)
        {
            var names = input.Texts(argument);
            double[] members = [.. values.Where((v, i) => v is not null && groups[i] is { } g && names.Any(n => CaseTable.Same(g, n))).Select(v => v!.Value)];
            CaseInput.RequireRows(members.Length, input.Text("group"), string.Join(", ", names));
            return members;
        }

        return (Of("treated"), Of("control"));
    }

    private static (double[] Pre, double[] Post, bool[] Treated, int[] Clusters) Panel(CaseInput input)
    {
        double?[] pre = input.Column("pre"), post = input.Column("post");
        string?[] groups = input.TextColumn("group"), clusters = input.Has("cluster") ? input.TextColumn("cluster") : [.. pre.Select((_, i) => $"{i}")];
        string treated = input.Text("treated"), control = input.Text("control");
        var rows = Enumerable.Range(0, pre.Length).Where(i => pre[i] is not null && post[i] is not null && clusters[i] is not null
            && groups[i] is { } g && (CaseTable.Same(g, treated) || CaseTable.Same(g, control))).ToArray();
        var arms = rows.Select(i => CaseTable.Same(groups[i]!, treated)).ToArray();
        CaseInput.RequireRows(arms.Count(t => t), input.Text("group"), treated);
        CaseInput.RequireRows(arms.Count(t => !t), input.Text("group"), control);
        var codes = rows.Select(i => clusters[i]!).Distinct().Select((name, code) => (name, code)).ToDictionary(c => c.name, c => c.code);
        return ([.. rows.Select(i => pre[i]!.Value)], [.. rows.Select(i => post[i]!.Value)], arms, [.. rows.Select(i => codes[clusters[i]!])]);
    }
}
