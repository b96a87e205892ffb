using Assessment.Statistics;
using Assessment.Statistics.Cases;
using Assessment.Statistics.Descriptive;
using Assessment.Statistics.Gains;
using Assessment.Statistics.Streaming;

namespace Assessment.Api.Features.Estimates.Speed;

/// <summary>
/// Everything that is said of one group at three waves: each wave described, gain, effect sizes with intervals, gain by cluster, signed
/// ranks with Hodges–Lehmann interval, normalized gains, change of the pass rate, retention. Whole scores up to a maximum go through a table of
/// counts, others through the columns.
/// </summary>
internal static class GainWork
{
    private const double MostCounted = 1000;

    public static SpeedWork Of(CaseTable table, SpeedOptions options)
    {
        var clusters = Codes(table.Labels("cluster"));
        double?[] before = table.Optional("pre"), after = table.Optional("post"), later = table.Optional("followup");
        var pairs = Places(clusters.Length, i => before[i] is not null && after[i] is not null);
        var three = Places(clusters.Length, i => before[i] is not null && after[i] is not null && later[i] is not null);
        var input = new Input(
            At(before, pairs), At(after, pairs), [.. pairs.Select(i => clusters[i])], At(before, three), At(after, three), At(later, three), options);
        return new(clusters.Length, table.Names.Count, () => Run(input));
    }

    private static Func<OrderedDictionary<string, object?>> Run(Input input)
    {
        var described = new[] { input.Pre, input.Post, input.FollowUp }.Select(wave => Descriptives.Of(wave)).ToArray();
        var table = input.Options.Max is >= 1 and <= MostCounted && double.IsInteger(input.Options.Max)
            ? PrePostCounts.Of(input.Pre, input.Post, (int)input.Options.Max)
            : null;
        var moments = table?.Moments() ?? PairedMoments.Of(input.Pre, input.Post);
        var (gain, sizes) = (PairedGain.Of(moments), PairedEffectSizes.Of(moments));
        var clustered = ClusteredMean.Of(Gains(input), input.Clusters);
        var ranks = table is null ? SignedRankGain.Of(input.Pre, input.Post) : SignedRankGain.Of(table);
        var hake = table is null ? HakeGain.Of(input.Pre, input.Post, input.Options.Max) : HakeGain.Of(table);
        var passed = table?.At((int)Math.Ceiling(input.Options.Cut)) ?? Passed(input);
        var retention = Retention.Of(ThreeWaveMoments.Of(input.PreOfThree, input.PostOfThree, input.FollowUp));
        return () => new()
        {
            ["n_pairs"] = gain.NPairs, ["n_three_waves"] = retention.N, ["medians"] = described.Select(d => d.Median).ToArray(),
            ["mean_gain"] = gain.MeanGain, ["mean_gain_ci"] = Limits(gain.Gain), ["t"] = gain.T,
            ["d_z"] = Value(sizes.CohensDz), ["d_z_ci"] = Limits(sizes.CohensDz), ["d_av"] = Value(sizes.CohensDav), ["g_av"] = Value(sizes.HedgesGav),
            ["clusters"] = clustered.Clusters, ["clustered_se"] = (clustered.Mean as Estimate)?.StandardError, ["icc"] = clustered.Icc,
            ["wilcoxon_v"] = ranks.V, ["wilcoxon_z"] = ranks.Z, ["hodges_lehmann"] = Value(ranks.HodgesLehmann), ["hodges_lehmann_ci"] = Limits(ranks.HodgesLehmann),
            ["hake_class_gain"] = Value(hake.ClassGain), ["hake_individual_gain"] = Value(hake.MeanIndividualGain),
            ["pass_rate_change"] = Value(passed.Difference), ["mcnemar_chi2"] = passed.ChiSquare,
            ["decay"] = retention.Decay.MeanGain, ["retained"] = Value(retention.Retained), ["retained_ci"] = Limits(retention.Retained),
        };
    }

    private static double[] Gains(Input input)
    {
        var gains = new double[input.Pre.Length];
        for (var i = 0; i < gains.Length; i++) gains[i] = input.Post[i] - input.Pre[i];
        return gains;
    }

    private static McNemar Passed(Input input)
    {
        // Failed or passed before, failed or passed after.
        Span<int> counts = stackalloc int[4];
        for (var i = 0; i < input.Pre.Length; i++) counts[(input.Pre[i] >= input.Options.Cut ? 2 : 0) + (input.Post[i] >= input.Options.Cut ? 1 : 0)]++;
        return McNemar.Of(counts[3], counts[2], counts[1], counts[0]);
    }

    internal static double? Value(Estimation estimation) => (estimation as Estimate)?.Value;

    internal static double[]? Limits(Estimation estimation) => estimation is Estimate { Interval: { } interval } ? [interval.Lower, interval.Upper] : null;

    /// <summary>A number for each different label, by first appearance.</summary>
    internal static int[] Codes(string[] labels)
    {
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        return Array.ConvertAll(labels, label => codes.TryGetValue(label, out var code) ? code : codes[label] = codes.Count);
    }

    private static int[] Places(int rows, Func<int, bool> kept) => [.. Enumerable.Range(0, rows).Where(kept)];

    private static double[] At(double?[] values, int[] places) => Array.ConvertAll(places, place => values[place]!.Value);

    // Each array is a column; those of people with all three waves apart.
    private sealed record Input(
        double[] Pre, double[] Post, int[] Clusters, double[] PreOfThree, double[] PostOfThree, double[] FollowUp, SpeedOptions Options);
}
