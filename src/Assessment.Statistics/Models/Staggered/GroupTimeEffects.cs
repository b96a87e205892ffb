using Assessment.Statistics.Distributions;

namespace Assessment.Statistics.Models.Staggered;

/// <summary>The effect on units that started in a period, in one period.</summary>
/// <param name="Start">Starting period of the group, 0-based.</param>
/// <param name="Period">Period of the outcome, 0-based.</param>
/// <param name="Treated">Units of the group.</param>
/// <param name="Controls">Units not yet trained by then.</param>
/// <param name="Effect">Difference of the mean changes, with its influence-function normal interval.</param>
public sealed record GroupTimeEffect(int Start, int Period, int Treated, int Controls, Estimation Effect);

/// <summary>A weighted mean of group-time effects.</summary>
/// <param name="Key">Periods since the start, or the starting period; 0 for an overall mean.</param>
/// <param name="Effect">The mean with its influence-function normal interval.</param>
public sealed record AveragedEffect(int Key, Estimation Effect);

/// <summary>
/// What did the training do to each group of starters in each period? Two-by-two differences against units not yet trained, free of the
/// comparisons with units already trained that a regression with unit and period effects makes (Callaway and Sant'Anna 2021).
/// </summary>
public sealed record GroupTimeEffects
{
    /// <summary>Units of the analysis.</summary>
    public required int Units { get; init; }

    /// <summary>Units left out: without a row in every period, or trained from the first period on.</summary>
    public required int DroppedUnits { get; init; }

    /// <summary>ATT(g, t) by group and period; before the start the change since the period before, which should be 0.</summary>
    public required IReadOnlyList<GroupTimeEffect> Effects { get; init; }

    /// <summary>Mean over all groups and their trained periods, by the size of the groups.</summary>
    public required AveragedEffect Simple { get; init; }

    /// <summary>Mean over groups by periods since the start.</summary>
    public required IReadOnlyList<AveragedEffect> Dynamic { get; init; }

    /// <summary>Mean of the dynamic effects from the start on.</summary>
    public required AveragedEffect DynamicOverall { get; init; }

    /// <summary>Mean over a group's trained periods, by starting period.</summary>
    public required IReadOnlyList<AveragedEffect> Groups { get; init; }

    /// <summary>Mean of the groups' effects by their size.</summary>
    public required AveragedEffect GroupsOverall { get; init; }

    /// <summary>
    /// Unconditional parallel trends, not-yet-trained controls, outcome regression without covariates, varying base period; standard errors from
    /// the influence functions with the weights' own share (section 4). Equals R's <c>did::att_gt(control_group = "notyettreated", bstrap =
    /// FALSE, cband = FALSE)</c> and <c>did::aggte</c> with types simple, dynamic and group.
    /// </summary>
    /// <param name="panel">One row a unit and period.</param>
    /// <param name="level">Confidence level in (0, 1), for each effect alone.</param>
    /// <returns>The effects, or the reason why there are none.</returns>
    public static ModelFit<GroupTimeEffects> Of(StaggeredPanel panel, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(panel);
        Require.Level(level);
        var cells = new double?[panel.UnitCount][];
        for (var u = 0; u < cells.Length; u++) cells[u] = new double?[panel.PeriodCount];
        for (var i = 0; i < panel.Outcome.Length; i++) cells[panel.Units[i]][panel.Periods[i]] = panel.Outcome[i];
        int[] kept = [.. Enumerable.Range(0, cells.Length).Where(u => panel.Starts[u] > 0 && cells[u].All(cell => cell is not null))];
        int[] starts = [.. kept.Select(u => panel.Starts[u])];
        double[][] outcomes = [.. kept.Select(u => cells[u].Select(cell => cell!.Value).ToArray())];
        var found = new Differences(outcomes, starts, panel.PeriodCount).Effects();
        return found.Any(e => e.Period >= e.Start)
            ? new ModelFit<GroupTimeEffects>.Fitted(Averaged(found, starts, cells.Length - kept.Length, level))
            : new ModelFit<GroupTimeEffects>.NotEstimable("empty-group", $"Column '{panel.Columns.Trained}': no group of starters has units not yet trained to be compared with.");
    }

    private static GroupTimeEffects Averaged(List<Cell> cells, int[] starts, int dropped, double level)
    {
        var mean = new WeightedMeans(starts, level);
        Cell[] after = [.. cells.Where(e => e.Period >= e.Start)];
        var byTime = cells.GroupBy(e => e.Period - e.Start).OrderBy(g => g.Key).Select(g => (g.Key, Of: mean.BySize([.. g]))).ToArray();
        var byGroup = after.GroupBy(e => e.Start).OrderBy(g => g.Key).Select(g => (g.Key, Of: mean.Plain([.. g.Select(e => e.Of)]))).ToArray();
        AveragedEffect Told(int key, Influenced of) => new(key, mean.Told(EstimatorCatalog.AverageGroupTimeEffect, of));
        return new()
        {
            Units = starts.Length,
            DroppedUnits = dropped,
            Effects = [.. cells.Select(e => new GroupTimeEffect(e.Start, e.Period, e.Treated, e.Controls, mean.Told(EstimatorCatalog.GroupTimeEffect, e.Of)))],
            Simple = Told(0, mean.BySize(after)),
            Dynamic = [.. byTime.Select(g => Told(g.Key, g.Of))],
            DynamicOverall = Told(0, mean.Plain([.. byTime.Where(g => g.Key >= 0).Select(g => g.Of)])),
            Groups = [.. byGroup.Select(g => Told(g.Key, g.Of))],
            GroupsOverall = Told(0, mean.BySize([.. byGroup.Select(g => new Cell(g.Key, g.Key, 0, 0, g.Of))])),
        };
    }

    /// <summary>An estimate with the influence of each unit; their mean square over n is its variance.</summary>
    private sealed record Influenced(double Value, double[] Influence);

    private sealed record Cell(int Start, int Period, int Treated, int Controls, Influenced Of);

    private sealed class Differences(double[][] outcomes, int[] starts, int periods)
    {
        public List<Cell> Effects()
        {
            var cells = new List<Cell>();
            foreach (var g in starts.Where(s => s < periods).Distinct().Order())
            {
                for (var t = 1; t < periods; t++)
                {
                    var from = t >= g ? g - 1 : t - 1;
                    int[] treated = [.. Units(s => s == g)], controls = [.. Units(s => s > t && s != g)];
                    if (controls.Length > 0) cells.Add(new(g, t, treated.Length, controls.Length, Difference(treated, controls, from, t)));
                }
            }

            return cells;
        }

        private IEnumerable<int> Units(Func<int, bool> of) => Enumerable.Range(0, starts.Length).Where(u => of(starts[u]));

        private Influenced Difference(int[] treated, int[] controls, int from, int to)
        {
            double Change(int u) => outcomes[u][to] - outcomes[u][from];
            double gain = treated.Average(Change), trend = controls.Average(Change);
            var influence = new double[starts.Length];
            foreach (var u in treated) influence[u] = (double)starts.Length / treated.Length * (Change(u) - gain);
            foreach (var u in controls) influence[u] = -(double)starts.Length / controls.Length * (Change(u) - trend);
            return new(gain - trend, influence);
        }
    }

    private sealed class WeightedMeans(int[] starts, double level)
    {
        // Weighted by the share of units in the group; the shares are estimates too.
        public Influenced BySize(Cell[] cells)
        {
            double[] shares = [.. cells.Select(e => starts.Count(s => s == e.Start) / (double)starts.Length)];
            double total = shares.Sum(), value = cells.Select((e, i) => e.Of.Value * shares[i]).Sum() / total;
            var influence = new double[starts.Length];
            for (var u = 0; u < influence.Length; u++)
            {
                for (var i = 0; i < cells.Length; i++)
                {
                    var surplus = (starts[u] == cells[i].Start ? 1 : 0) - shares[i];
                    influence[u] += ((shares[i] * cells[i].Of.Influence[u]) + (surplus * (cells[i].Of.Value - value))) / total;
                }
            }

            return new(value, influence);
        }

        public Influenced Plain(Influenced[] of) =>
            new(of.Average(e => e.Value), [.. Enumerable.Range(0, starts.Length).Select(u => of.Average(e => e.Influence[u]))]);

        public Estimate Told(Estimator estimator, Influenced of)
        {
            double n = starts.Length, error = Math.Sqrt(of.Influence.Sum(x => x * x)) / n, half = Normal.Critical(level) * error;
            return estimator.Of(of.Value, starts.Length, "units", error > 0 ? new(of.Value - half, of.Value + half, level, "influence function, z") : null, error > 0 ? error : null);
        }
    }
}
