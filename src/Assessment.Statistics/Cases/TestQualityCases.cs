using Assessment.Statistics.TestQuality;

namespace Assessment.Statistics.Cases;

/// <summary>Methods test.*: arguments to estimators, estimators to keys.</summary>
internal static class TestQualityCases
{
    public static OrderedDictionary<string, object?> Reliability(CaseInput input)
    {
        var scores = input.Scores();
        var r = TestQuality.Reliability.Of(scores, input.Has("cut") ? input.Number("cut") : null, input.Level);
        var results = new OrderedDictionary<string, object?>
        {
            ["n"] = r.N, ["k"] = r.Items, ["alpha"] = r.Alpha.Value(), ["alpha_ci"] = r.Alpha.Limits(),
            ["alpha_standardized"] = r.AlphaStandardized, ["sd_total"] = r.SdTotal, ["sem"] = r.StandardErrorOfMeasurement,
            ["split_half_r"] = r.SplitHalf, ["spearman_brown"] = r.SpearmanBrown, ["guttman_split_half"] = r.GuttmanSplitHalf,
            ["guttman_lambda2"] = r.GuttmanLambda2,
        };
        if (scores.IsDichotomous) (results["kr20"], results["kr21"]) = (r.KuderRichardson20, r.KuderRichardson21);
        if (input.Has("cut")) results["livingston_k2"] = r.LivingstonK2;
        return results;
    }

    public static OrderedDictionary<string, object?> ItemAnalysis(CaseInput input)
    {
        var a = TestQuality.ItemAnalysis.Of(input.Scores());
        double?[] Each(Func<ItemStatistics, double?> of) => [.. a.Items.Select(of)];
        return new()
        {
            ["n"] = a.N, ["k"] = a.Items.Count, ["mean_total"] = a.MeanTotal, ["sd_total"] = a.SdTotal,
            ["difficulty"] = Each(i => i.Difficulty), ["r_item_total"] = Each(i => i.ItemTotal), ["r_item_rest"] = Each(i => i.ItemRest),
            ["alpha_if_deleted"] = Each(i => i.AlphaIfDeleted), ["cut_upper"] = a.CutUpper, ["cut_lower"] = a.CutLower,
            ["n_upper"] = a.NUpper, ["n_lower"] = a.NLower, ["d_index"] = Each(i => i.Discrimination),
        };
    }
}
