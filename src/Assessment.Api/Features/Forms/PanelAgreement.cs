using Assessment.Domain.Instruments;
using Assessment.Statistics;
using Assessment.Statistics.Agreement;
using Assessment.Statistics.TestQuality;

namespace Assessment.Api.Features.Forms;

/// <summary>How far the experts of a panel agree on the options of an item.</summary>
internal static class PanelAgreement
{
    /// <summary>ICC(2,k) of the mean that mean-weight keys rest on, and Krippendorff's alpha of ordered steps.</summary>
    /// <param name="panel">The ratings; null when nobody has rated.</param>
    /// <param name="options">Identifiers of the options, the targets.</param>
    public static IReadOnlyList<Estimation> Of(ExpertPanel? panel, IReadOnlyList<string> options)
    {
        if (panel is null || panel.Ratings.Count < 2)
        {
            var reason = panel is null ? "nobody has rated" : "one rater alone";
            return [.. new[] { EstimatorCatalog.Icc2K, EstimatorCatalog.KrippendorffAlpha }.Select(one => new NotEstimable(one.Id, reason, options.Count))];
        }

        var rows = panel.Matrix(options);
        var cells = rows.SelectMany(row => row.Select(step => (double)step)).ToArray();
        return
        [
            IntraclassCorrelation.Of(new ScoreMatrix(options.Count, panel.Ratings.Count, cells)).Icc2K,
            KrippendorffAlpha.Of([.. rows.Select(row => row.Select(step => (double?)step).ToList())]).Alpha(CodeMetric.Ordinal),
        ];
    }
}
