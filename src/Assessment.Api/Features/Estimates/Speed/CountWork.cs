using Assessment.Statistics.Cases;
using Assessment.Statistics.Models;
using Assessment.Statistics.Models.Regression;

namespace Assessment.Api.Features.Estimates.Speed;

/// <summary>NB2 fit of counts on training with an effect of every agency and month, cluster-robust by agency.</summary>
internal static class CountWork
{
    public static SpeedWork Of(CaseTable table, SpeedOptions options)
    {
        double[] counts = table.Complete("count"), exposure = table.Complete("exposure"), trained = table.Complete("trained");
        if (counts.Any(y => y < 0 || y != Math.Floor(y) || y > 1e6)) throw new FormatException("Column 'count': counts from 0 to 1000000 were expected.");
        if (exposure.Any(e => !(e > 0))) throw new FormatException("Column 'exposure': numbers above 0 were expected.");
        int[] agencies = GainWork.Codes(table.Labels("agency")), months = GainWork.Codes(table.Labels("month"));
        var design = RegressionDesign.Panel(counts, trained, agencies, months, exposure);
        return new(counts.Length, table.Names.Count, () =>
        {
            var fit = NegativeBinomialModel.Fit(design, new(["trained"], agencies));
            return () => Results(fit);
        });
    }

    private static OrderedDictionary<string, object?> Results(ModelFit<NegativeBinomialModel> fit)
    {
        if (fit is not ModelFit<NegativeBinomialModel>.Fitted { Model: var model }) return new() { ["not_estimable"] = ((ModelFit<NegativeBinomialModel>.NotEstimable)fit).Reason };
        var trained = model.Coefficients[0];
        return new()
        {
            ["n"] = model.N, ["k"] = model.Width, ["coef"] = trained.Value, ["se"] = trained.StandardError, ["se_cr1"] = trained.Cr1, ["theta"] = model.Theta,
            ["log_likelihood"] = model.LogLikelihood,
        };
    }
}
