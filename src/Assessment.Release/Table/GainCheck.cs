using System.Collections.Immutable;

namespace Assessment.Release.Table;

/// <summary>Compares each mean gain of the released file with the confidential one.</summary>
internal static class GainCheck
{
    /// <summary>Gains of every instrument from its first wave to each later one.</summary>
    /// <param name="columns">Score columns.</param>
    /// <param name="released">Released scores by row and column.</param>
    /// <param name="confidential">All scores, in the same order.</param>
    /// <param name="k">Least number of people behind a printed number.</param>
    public static ImmutableArray<ReleasedGain> Of(
        IReadOnlyList<ScoreColumn> columns, IReadOnlyList<ImmutableArray<double?>> released, IReadOnlyList<ImmutableArray<double?>> confidential, int k) =>
    [
        .. from instrument in columns.Index().GroupBy(column => column.Item.Instrument)
           let baseline = instrument.First()
           from later in instrument.Skip(1)
           let shown = Differences(released, baseline.Index, later.Index)
           let all = Differences(confidential, baseline.Index, later.Index)
           select new ReleasedGain(
               baseline.Item.Name,
               later.Item.Name,
               shown.Count,
               shown.Count >= k ? shown.Average() : null,
               Compare(shown, all, k)),
    ];

    private static List<double> Differences(IReadOnlyList<ImmutableArray<double?>> rows, int from, int to) =>
        [.. rows.Select(row => row[to] - row[from]).OfType<double>()];

    private static GainDifference Compare(List<double> shown, List<double> all, int k)
    {
        var hidden = all.Count - shown.Count;
        if (hidden == 0)
        {
            return GainDifference.None;
        }

        if (hidden < k || shown.Count < k)
        {
            return GainDifference.NotStated;
        }

        return (Math.Abs(shown.Average() - all.Average()) / Math.Abs(all.Average())) switch
        {
            < 0.01 => GainDifference.BelowOnePercent,
            < 0.05 => GainDifference.OneToFivePercent,
            <= 0.10 => GainDifference.FiveToTenPercent,
            _ => GainDifference.AboveTenPercent,
        };
    }
}
