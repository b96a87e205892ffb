using Assessment.Statistics.Gains;
using Assessment.Statistics.Streaming;

namespace Assessment.Statistics.Cases;

/// <summary>Methods gain.*: arguments to estimators, estimators to keys.</summary>
internal static class GainCases
{
    public static OrderedDictionary<string, object?> Descriptives(CaseInput input)
    {
        var column = input.Column("column");
        var values = column.Where(x => x is not null).Select(x => x!.Value).ToArray();
        var d = Descriptive.Descriptives.Of(values, input.Level);
        return new()
        {
            ["n"] = d.N, ["n_missing"] = column.Length - d.N, ["mean"] = d.Average, ["sd"] = d.Sd, ["variance"] = d.Variance,
            ["se"] = d.StandardError, ["min"] = d.Min, ["q1"] = d.FirstQuartile, ["median"] = d.Median, ["q3"] = d.ThirdQuartile,
            ["max"] = d.Max, ["skewness"] = d.Skewness, ["kurtosis"] = d.Kurtosis, ["mean_ci"] = d.Mean.Limits(),
        };
    }

    public static OrderedDictionary<string, object?> PairedT(CaseInput input)
    {
        var pairs = input.Pairs();
        var g = PairedGain.Of(pairs.Pre, pairs.Post, input.Level);
        return new()
        {
            ["n_pairs"] = g.NPairs, ["n_pre_only"] = pairs.PreOnly, ["n_post_only"] = pairs.PostOnly,
            ["mean_pre"] = g.MeanPre, ["mean_post"] = g.MeanPost, ["mean_gain"] = g.MeanGain, ["sd_gain"] = g.SdGain,
            ["se"] = g.StandardError, ["t"] = g.T, ["df"] = g.NPairs > 1 ? g.NPairs - 1 : null, ["p"] = g.P,
            ["ci"] = g.Gain.Limits(), ["r"] = g.R,
        };
    }

    public static OrderedDictionary<string, object?> Clustered(CaseInput input)
    {
        double?[] values = input.Column("value");
        string?[] clusters = input.TextColumn("cluster");
        var rows = Enumerable.Range(0, values.Length).Where(i => values[i] is not null && clusters[i] is not null).ToArray();
        var codes = rows.Select(i => clusters[i]!).Distinct().Select((name, code) => (name, code)).ToDictionary(c => c.name, c => c.code);
        var kept = rows.Select(i => values[i]!.Value).ToArray();
        var c = ClusteredMean.Of(kept, [.. rows.Select(i => codes[clusters[i]!])], input.Level);
        var mean = c.Mean as Estimate;
        return new()
        {
            ["n"] = kept.Length, ["n_clusters"] = c.Clusters, ["mean"] = Descriptive.Descriptives.Of(kept).Average,
            ["se"] = mean?.StandardError, ["df"] = mean?.Df, ["ci"] = c.Mean.Limits(), ["icc"] = c.Icc, ["design_effect"] = c.DesignEffect,
        };
    }

    public static OrderedDictionary<string, object?> EffectSizesPaired(CaseInput input)
    {
        var pairs = input.SomePairs();
        var moments = PairedMoments.Of(pairs.Pre, pairs.Post);
        var gain = PairedGain.Of(moments, input.Level);
        var e = PairedEffectSizes.Of(moments, input.Level);
        return new()
        {
            ["n"] = e.N, ["mean_gain"] = gain.MeanGain, ["sd_pre"] = gain.SdPre, ["sd_post"] = gain.SdPost,
            ["sd_gain"] = gain.SdGain, ["r"] = gain.R, ["hedges_j"] = e.HedgesFactor,
            ["d_z"] = e.CohensDz.Value(), ["d_z_ci"] = e.CohensDz.Limits(), ["g_z"] = e.HedgesGz.Value(), ["g_z_ci"] = e.HedgesGz.Limits(),
            ["d_av"] = e.CohensDav.Value(), ["d_av_ci"] = e.CohensDav.Limits(), ["g_av"] = e.HedgesGav.Value(), ["g_av_ci"] = e.HedgesGav.Limits(),
            ["d_rm"] = e.CohensDrm.Value(), ["g_rm"] = e.HedgesGrm.Value(),
            ["glass_delta_pre"] = e.GlassDelta.Value(), ["glass_delta_pre_unbiased"] = e.GlassDeltaUnbiased.Value(),
            ["cles_normal"] = e.CommonLanguage.Value(), ["prob_improved"] = e.ProbabilityImproved.Value(),
        };
    }

    public static OrderedDictionary<string, object?> Hake(CaseInput input)
    {
        var pairs = input.SomePairs();
        var h = HakeGain.Of(pairs.Pre, pairs.Post, input.Number("max"), input.Level);
        return new()
        {
            ["n"] = h.N, ["n_perfect_pre"] = h.PerfectPre, ["class_gain"] = h.ClassGain.Value(),
            ["class_gain_se"] = (h.ClassGain as Estimate)?.StandardError, ["class_gain_ci"] = h.ClassGain.Limits(),
            ["mean_individual_gain"] = h.MeanIndividualGain.Value(), ["sd_individual_gain"] = h.SdIndividualGain,
            ["n_low"] = h.Low, ["n_medium"] = h.Medium, ["n_high"] = h.High, ["n_negative"] = h.Negative,
            ["mean_normalized_change"] = h.NormalizedChange.Value(), ["n_normalized_change"] = h.NormalizedChange.N,
        };
    }

    public static OrderedDictionary<string, object?> McNemarChange(CaseInput input)
    {
        var m = Table(input);
        return new()
        {
            ["pass_pass"] = m.PassPass, ["pass_fail"] = m.PassFail, ["fail_pass"] = m.FailPass, ["fail_fail"] = m.FailFail, ["n"] = m.N,
            ["chi2"] = m.ChiSquare, ["p_chi2"] = m.P, ["chi2_cc"] = m.ChiSquareCorrected, ["p_chi2_cc"] = m.PCorrected,
            ["p_exact"] = m.PExact, ["p_mid"] = m.PMid, ["odds_ratio"] = m.OddsRatio, ["odds_ratio_ci"] = m.OddsRatioInterval.Limits(),
            ["pass_rate_pre"] = m.PassRatePre.Value(), ["pass_rate_pre_ci"] = RateLimits(m.PassRatePre),
            ["pass_rate_post"] = m.PassRatePost.Value(), ["pass_rate_post_ci"] = RateLimits(m.PassRatePost),
            ["difference"] = m.Difference.Value(), ["difference_ci_newcombe"] = m.Difference.Limits(),
            ["difference_ci_wald"] = m.WaldInterval.Limits(), ["cohens_h"] = m.CohensH,
        };
    }

    // Of nobody the reference keeps Wilson's limit, the whole range.
    private static double?[] RateLimits(Estimation rate) => rate.N == 0 ? [0, 1] : rate.Limits();

    private static McNemar Table(CaseInput input)
    {
        if (input.Has("table"))
        {
            // Four of the largest still add up to a count.
            var counts = input.Integers("table", 0, 500_000_000);
            if (counts.Length != 4) throw CaseInput.Invalid("table", "holds four counts");
            return McNemar.Of(counts[0], counts[1], counts[2], counts[3], input.Level);
        }

        var (pairs, cut) = (input.Pairs(), input.Number("cut"));
        int Count(bool before, bool after) => pairs.Pre.Zip(pairs.Post).Count(p => (p.First >= cut) == before && (p.Second >= cut) == after);
        return McNemar.Of(Count(true, true), Count(true, false), Count(false, true), Count(false, false), input.Level);
    }
}
