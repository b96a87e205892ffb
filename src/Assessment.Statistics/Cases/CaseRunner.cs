using System.Text.Json;

namespace Assessment.Statistics.Cases;

/// <summary>
/// Runs an estimator by the name of its method on a table and arguments, the way the reference cases name them
/// (docs/methods/README.md). Same input, same output; nothing is read or written.
/// </summary>
public static class CaseRunner
{
    private static readonly Dictionary<string, Func<CaseInput, OrderedDictionary<string, object?>>> Built = new(StringComparer.Ordinal)
    {
        ["attrition.balance"] = MissingDataCases.Balance,
        ["attrition.delta"] = MissingDataCases.Delta,
        ["attrition.ipw"] = MissingDataCases.Weighted,
        ["attrition.little_mcar"] = MissingDataCases.Little,
        ["attrition.logistic"] = MissingDataCases.Logistic,
        ["dist.hedges_j"] = DistributionCases.HedgesFactor,
        ["dist.noncentral_t"] = DistributionCases.NoncentralTails,
        ["dist.signrank_wilcox"] = NumericsCases.RankDistributions,
        ["dist.tails"] = DistributionCases.Tails,
        ["field.evalue"] = RateCases.Confounding,
        ["field.proportion"] = RateCases.ProportionOf,
        ["field.rate"] = RateCases.Rate,
        ["field.rate_ratio"] = RateCases.Ratio,
        ["field.two_by_two"] = RateCases.FourCells,
        ["gain.ancova"] = ComparisonCases.Adjusted,
        ["gain.bca"] = BootstrapCases.Bca,
        ["gain.clustered_mean"] = GainCases.Clustered,
        ["gain.descriptives"] = GainCases.Descriptives,
        ["gain.did"] = ComparisonCases.Did,
        ["gain.effect_sizes_independent"] = ComparisonCases.Independent,
        ["gain.effect_sizes_paired"] = GainCases.EffectSizesPaired,
        ["gain.hake"] = GainCases.Hake,
        ["gain.lmm"] = MixedModelCases.Fit,
        ["gain.mcnemar"] = GainCases.McNemarChange,
        ["gain.morris_dppc2"] = ComparisonCases.Morris,
        ["gain.paired_t"] = GainCases.PairedT,
        ["gain.rank_sum"] = ComparisonCases.RankSums,
        ["gain.reliable_change"] = ComparisonCases.Reliable,
        ["gain.retention"] = ComparisonCases.Retained,
        ["gain.tost_paired"] = ComparisonCases.Equivalent,
        ["gain.wilcoxon"] = ComparisonCases.SignedRanks,
        ["meta.escalc"] = MetaCases.Effects,
        ["meta.random"] = MetaCases.Pool,
        ["mi.pool"] = MissingDataCases.Pool,
        ["mult.adjust"] = NumericsCases.Adjust,
        ["nist.anova"] = NumericsCases.Anova,
        ["nist.linear"] = NumericsCases.Linear,
        ["nist.univariate"] = DistributionCases.Univariate,
        ["power.paired_t"] = PowerCases.PairedT,
        ["power.rate_ratio"] = PowerCases.RateRatio,
        ["power.stepped_wedge"] = PowerCases.SteppedWedge,
        ["power.two_proportions"] = PowerCases.TwoProportions,
        ["power.two_sample_t_clustered"] = PowerCases.Clustered,
        ["rel.fleiss_kappa"] = AgreementCases.ManyRaters,
        ["rel.icc"] = AgreementCases.Icc,
        ["rel.kappa"] = AgreementCases.TwoRaters,
        ["rel.krippendorff"] = AgreementCases.Krippendorff,
        ["stream.bivariate"] = NumericsCases.PairsInChunks,
        ["stream.moments"] = NumericsCases.MomentsInChunks,
        ["test.dif_logistic"] = ItemCases.Logistic,
        ["test.dif_mh"] = ItemCases.MantelHaenszel,
        ["test.distractors"] = ItemCases.Distractors,
        ["test.equate_random_groups"] = ItemCases.Equate,
        ["test.irt_2pl_mml"] = ModelCases.TwoParameter,
        ["test.item_analysis"] = TestQualityCases.ItemAnalysis,
        ["test.omega_one_factor"] = ModelCases.Omega,
        ["test.rasch_cml"] = ModelCases.Rasch,
        ["test.reliability"] = TestQualityCases.Reliability,
    };

    /// <summary>Names of the methods that are built, in ordinal order.</summary>
    public static IReadOnlyList<string> Methods { get; } = [.. Built.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Runs one method.</summary>
    /// <param name="method">Such as "gain.paired_t".</param>
    /// <param name="tables">Tables by name; the only one of a case is named "data".</param>
    /// <param name="arguments">An object of argument names and values.</param>
    public static CaseAnswer Run(string method, IReadOnlyDictionary<string, CaseTable> tables, JsonElement arguments)
    {
        ArgumentNullException.ThrowIfNull(tables);
        if (!Built.TryGetValue(method, out var run)) return new CaseAnswer.Refused("method-not-built", $"There is no method '{method}'.");
        try
        {
            return new CaseAnswer.Results(run(new(tables, arguments)));
        }
        catch (CaseRefusedException refused)
        {
            return new CaseAnswer.Refused(refused.Code, refused.Message);
        }
    }
}
