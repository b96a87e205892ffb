using Assessment.Statistics.Cases;
using Assessment.Statistics.Resampling;

namespace Assessment.Api.Features.Estimates.Speed;

/// <summary>BCa interval with jackknife.</summary>
internal static class BootstrapWork
{
    private const ulong Seed = 1;

    public static SpeedWork OfMean(CaseTable table, SpeedOptions options) => Of(table, options, PairedStatistic.MeanGain);

    public static SpeedWork OfDz(CaseTable table, SpeedOptions options) => Of(table, options, PairedStatistic.CohensDz);

    private static SpeedWork Of(CaseTable table, SpeedOptions options, PairedStatistic statistic)
    {
        double[] pre = table.Complete("pre"), post = table.Complete("post");
        if (pre.Length < 2) throw new FormatException("A bootstrap needs at least two rows.");
        return new(pre.Length, 2, () =>
        {
            var interval = new PairedBootstrap(pre, post, statistic).Interval(options.Replicates, Seed);
            return () => new()
            {
                ["replicates"] = interval.Replicates, ["statistic"] = GainWork.Value(interval.Estimate), ["bca_ci"] = GainWork.Limits(interval.Estimate),
                ["percentile_ci"] = (double?[])[interval.Percentile?.Lower, interval.Percentile?.Upper], ["acceleration"] = interval.Acceleration,
                ["bias_correction"] = interval.BiasCorrection, ["boot_se"] = interval.StandardError,
            };
        });
    }
}
