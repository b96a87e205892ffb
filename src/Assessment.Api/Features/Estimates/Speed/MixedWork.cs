using Assessment.Statistics.Cases;
using Assessment.Statistics.Models.Mixed;

namespace Assessment.Api.Features.Estimates.Speed;

/// <summary>REML fit of score on wave, the wave a factor, with a random intercept for each further column.</summary>
internal static class MixedWork
{
    private const string Score = "score", Wave = "wave";

    public static SpeedWork Of(CaseTable table, SpeedOptions options)
    {
        var response = table.Complete(Score);
        var waves = table.Labels(Wave);
        string[] levels = [.. waves.Distinct().Order(StringComparer.Ordinal)];
        string[] groups = [.. table.Names.Where(name => name is not (Score or Wave))];
        if (response.Length == 0 || groups.Length == 0) throw new FormatException("There are no rows or no grouping columns.");
        var design = MixedModelDesign.OfFactor(
            response, Wave, Array.ConvertAll(waves, wave => Array.IndexOf(levels, wave)), levels,
            [.. groups.Select(group => RandomTerm.Intercept(group, GainWork.Codes(table.Labels(group))))]);
        return new(response.Length, table.Names.Count, () =>
        {
            var fit = LinearMixedModel.Fit(design);
            return () => Results(fit);
        });
    }

    private static OrderedDictionary<string, object?> Results(MixedModelFit fit)
    {
        if (fit is not MixedModelFit.Fitted { Model: var model }) return new() { ["not_estimable"] = ((MixedModelFit.NotEstimable)fit).Reason };
        return new()
        {
            ["n"] = model.N, ["coef_names"] = model.Coefficients.Select(c => c.Name).ToArray(),
            ["coef"] = model.Coefficients.Select(c => c.Estimate.Value).ToArray(), ["se"] = model.Coefficients.Select(c => c.Estimate.StandardError).ToArray(),
            ["var_names"] = model.Variances.Select(v => v.Name).ToArray(), ["var_cov"] = model.Variances.Select(v => v.Value).ToArray(),
            ["log_likelihood"] = model.LogLikelihood, ["singular"] = model.IsSingular,
        };
    }
}
