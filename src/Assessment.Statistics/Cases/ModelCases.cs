using Assessment.Statistics.TestQuality;

namespace Assessment.Statistics.Cases;

/// <summary>Methods test.* that fit a model to the items.</summary>
internal static class ModelCases
{
    public static OrderedDictionary<string, object?> Omega(CaseInput input)
    {
        var m = OneFactorModel.Of(input.Scores());
        return new()
        {
            ["n"] = m.Omega.N, ["k"] = m.Items, ["omega_total"] = m.Omega.Value(), ["std_loadings"] = m.StandardizedLoadings ?? (object?)new double?[m.Items],
        };
    }

    public static OrderedDictionary<string, object?> Rasch(CaseInput input)
    {
        var scores = input.Scores();
        RequireBinary(input);
        var m = RaschModel.Of(scores) ?? throw new CaseRefusedException("ill-conditioned", "An item was answered alike by everybody who informs, so that it has no difficulty.");
        var abilities = RaschAbility.Of(m.Difficulties);
        return new()
        {
            ["n_used"] = m.N, ["k"] = scores.Items, ["difficulty"] = m.Difficulties, ["se"] = m.StandardErrors, ["cond_loglik"] = m.LogLikelihood,
            ["theta_mle"] = abilities.Select(a => a.MaximumLikelihood).ToArray(), ["theta_mle_se"] = abilities.Select(a => a.MaximumLikelihoodError).ToArray(),
            ["theta_wle"] = abilities.Select(a => a.Weighted).ToArray(), ["theta_wle_se"] = abilities.Select(a => a.WeightedError).ToArray(),
        };
    }

    public static OrderedDictionary<string, object?> TwoParameter(CaseInput input)
    {
        var items = input.Texts("items");
        if (items.Count == 0) throw CaseInput.Invalid("items", "names at least one column");
        var columns = items.Select(input.Table.Numbers).ToArray();
        CaseInput.RequireRows(input.Table.Count, items[0]);
        RequireBinary(input);
        var m = TwoParameterModel.Of([.. Enumerable.Range(0, input.Table.Count).Select(i => columns.Select(c => c[i]).ToArray())])
            ?? throw new CaseRefusedException("ill-conditioned", "An item was answered alike by everybody, or the likelihood has no maximum.");
        return new()
        {
            ["n"] = m.N, ["k"] = items.Count, ["a"] = m.Discriminations, ["d"] = m.Intercepts, ["b"] = m.Difficulties,
            ["se_a"] = m.DiscriminationErrors, ["se_b"] = m.DifficultyErrors, ["loglik"] = m.LogLikelihood,
        };
    }

    private static void RequireBinary(CaseInput input)
    {
        foreach (var item in input.Texts("items"))
        {
            var row = Array.FindIndex(input.Table.Numbers(item), x => x is not (null or 0 or 1));
            if (row >= 0) throw new CaseRefusedException("wrong-type", $"Column '{item}', row {row + 1}: a score of 0 or 1 was expected.");
        }
    }
}
