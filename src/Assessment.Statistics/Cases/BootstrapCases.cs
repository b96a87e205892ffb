using Assessment.Statistics.Resampling;

namespace Assessment.Statistics.Cases;

/// <summary>Method gain.bca: resampling indices come with the case, 1-based rows of the complete pairs.</summary>
internal static class BootstrapCases
{
    public static OrderedDictionary<string, object?> Bca(CaseInput input)
    {
        var pairs = input.SomePairs();
        var n = pairs.Pre.Length;
        if (n < 2) throw new CaseRefusedException("empty-group", $"Column '{input.Text("post")}': a bootstrap needs at least two complete pairs.");
        var statistic = input.Text("statistic") switch
        {
            "mean_gain" => PairedStatistic.MeanGain,
            "d_z" => PairedStatistic.CohensDz,
            "class_gain" => PairedStatistic.ClassGain,
            "median_gain" => PairedStatistic.MedianGain,
            _ => throw CaseInput.Invalid("statistic", "is mean_gain, d_z, class_gain or median_gain"),
        };
        var bootstrap = new PairedBootstrap(pairs.Pre, pairs.Post, statistic, statistic == PairedStatistic.ClassGain ? input.Number("max") : double.NaN);
        var b = bootstrap.Interval(Resamples(input, n), input.Level);
        return new()
        {
            ["n"] = n, ["replicates"] = b.Replicates, ["t0"] = b.Estimate.Value(), ["boot_mean"] = b.Mean, ["boot_se"] = b.StandardError,
            ["z0"] = b.BiasCorrection, ["acceleration"] = b.Acceleration,
            ["alpha_adjusted"] = (double?[])[b.AdjustedTails.Lower, b.AdjustedTails.Upper], ["bca_ci"] = b.Estimate.Limits(),
            ["percentile_ci"] = b.Percentile.Limits(),
        };
    }

    private static int[][] Resamples(CaseInput input, int n)
    {
        var table = input.TableNamed("index");
        var columns = table.Names.Select(table.Numbers).ToArray();
        CaseInput.RequireRows(table.Count, "index");
        return [.. Enumerable.Range(0, table.Count).Select(r => columns.Select((c, j) => Row(c[r], table.Names[j], r, n)).ToArray())];
    }

    private static int Row(double? value, string column, int row, int n) => value is { } v && v == Math.Floor(v) && v >= 1 && v <= n
        ? (int)v - 1
        : throw new CaseRefusedException("wrong-type", $"Column '{column}', row {row + 1}: a row number from 1 to {n} was expected.");
}
