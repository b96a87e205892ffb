using Assessment.Statistics.Models.Regression;

namespace Assessment.Statistics.Models.Staggered;

/// <summary>Names of the columns of a panel, for coefficients and messages.</summary>
/// <param name="Response">Counts or outcomes.</param>
/// <param name="Unit">Units, such as agencies.</param>
/// <param name="Period">Periods, such as months.</param>
/// <param name="Trained">Whether the unit is trained.</param>
public sealed record PanelColumns(string Response = "response", string Unit = "unit", string Period = "period", string Trained = "trained");

/// <summary>Units over periods that start the training one after another and stay trained.</summary>
public sealed class StaggeredPanel
{
    /// <summary>A panel.</summary>
    /// <param name="outcome">Outcome, one number a row.</param>
    /// <param name="units">For every row its unit, 0-based without gaps.</param>
    /// <param name="periods">For every row its period in order of time, 0-based without gaps.</param>
    /// <param name="trained">Whether the unit is trained in the period.</param>
    /// <param name="offset">Log of the exposure; 0 when null.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a trained unit is untrained later.</exception>
    public StaggeredPanel(double[] outcome, int[] units, int[] periods, bool[] trained, double[]? offset = null)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(periods);
        ArgumentNullException.ThrowIfNull(trained);
        foreach (var length in (int[])[units.Length, periods.Length, trained.Length]) Require.SameLength(outcome.Length, length);
        (Outcome, Units, Periods, Trained, Offset) = (outcome, units, periods, trained, offset ?? new double[outcome.Length]);
        (UnitCount, PeriodCount) = (units.Max() + 1, periods.Max() + 1);
        Starts = [.. Enumerable.Repeat(PeriodCount, UnitCount)];
        for (var i = 0; i < units.Length; i++) Starts[units[i]] = trained[i] ? Math.Min(Starts[units[i]], periods[i]) : Starts[units[i]];
        if (FirstLapse(units, periods, trained) is >= 0 and var row) throw new ArgumentException($"Row {row + 1}: the unit was trained before.");
    }

    /// <summary>Outcome.</summary>
    public double[] Outcome { get; }

    /// <summary>Unit of each row.</summary>
    public int[] Units { get; }

    /// <summary>Period of each row.</summary>
    public int[] Periods { get; }

    /// <summary>Whether the unit is trained in the period.</summary>
    public bool[] Trained { get; }

    /// <summary>Log of the exposure.</summary>
    public double[] Offset { get; }

    /// <summary>Number of units.</summary>
    public int UnitCount { get; }

    /// <summary>Number of periods.</summary>
    public int PeriodCount { get; }

    /// <summary>Of each unit its first trained period; <see cref="PeriodCount"/> when it is never trained.</summary>
    public int[] Starts { get; }

    /// <summary>Names of the columns.</summary>
    public PanelColumns Columns { get; init; } = new();

    /// <summary>The first row whose unit was trained in an earlier period and is not now; −1 when there is none.</summary>
    /// <param name="units">Unit of each row.</param>
    /// <param name="periods">Period of each row.</param>
    /// <param name="trained">Whether trained.</param>
    public static int FirstLapse(int[] units, int[] periods, bool[] trained)
    {
        ArgumentNullException.ThrowIfNull(trained);
        var starts = units.Zip(periods, trained).Where(row => row.Third).GroupBy(row => row.First, row => row.Second).ToDictionary(unit => unit.Key, unit => unit.Min());
        return Enumerable.Range(0, trained.Length).FirstOrDefault(i => !trained[i] && starts.TryGetValue(units[i], out var start) && periods[i] >= start, -1);
    }

    /// <summary>Rows of units and periods that have events: without, a unit's or period's own rate is 0 and tells nothing of the training.</summary>
    internal int[] RowsWithEvents()
    {
        var (units, periods) = (new double[UnitCount], new double[PeriodCount]);
        for (var i = 0; i < Outcome.Length; i++)
        {
            units[Units[i]] += Outcome[i];
            periods[Periods[i]] += Outcome[i];
        }

        return [.. Enumerable.Range(0, Outcome.Length).Where(i => units[Units[i]] > 0 && periods[Periods[i]] > 0)];
    }

    /// <summary>Some rows as a design: terms of the rows, then unit and period as factors where more than one is left.</summary>
    internal RegressionDesign Design(int[] rows, IEnumerable<(string Name, Func<int, double> Of)> terms, double shift = 0) => new(
        [.. rows.Select(i => Outcome[i])],
        [
            .. terms.Select(term => RegressionTerm.Number(term.Name, [.. rows.Select(term.Of)], Columns.Trained)),
            .. Factor(Columns.Unit, rows, Units), .. Factor(Columns.Period, rows, Periods),
        ],
        [.. rows.Select(i => Offset[i] + (Trained[i] ? shift : 0))], Columns.Response);

    private static IEnumerable<RegressionTerm> Factor(string name, int[] rows, int[] keys)
    {
        int[] levels = [.. rows.Select(i => keys[i]).Distinct().Order()];
        if (levels.Length > 1) yield return RegressionTerm.Factor($"factor({name})", [.. levels.Select(level => $"{level + 1}")], [.. rows.Select(i => Array.BinarySearch(levels, keys[i]))], name);
    }
}
