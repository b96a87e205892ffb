namespace Assessment.Reporting.Reports;

/// <summary>What a reader can work out about each cell from those that are shown, by passing limits along the sums.</summary>
internal sealed class CellLimits
{
    private readonly IReadOnlyList<CountCell> cells;
    private readonly (int Total, int[] Parts)[] sums;
    private readonly double[] low, high;

    public CellLimits(IReadOnlyList<CountCell> cells, IReadOnlyList<CountSum> sums)
    {
        Places = cells.Select((cell, i) => (cell.Key, i)).ToDictionary(pair => pair.Key, pair => pair.i);
        (this.cells, low, high) = (cells, new double[cells.Count], new double[cells.Count]);
        this.sums = [.. sums.Select(sum => (Places[sum.Total], sum.Parts.Select(part => Places[part]).ToArray()))];
    }

    /// <summary>Place of each key among the cells.</summary>
    public IReadOnlyDictionary<string, int> Places { get; }

    /// <summary>
    /// Upper limit of each cell: shown cells are known; a hidden printed cell is at least 1, for zero is shown. As many rounds
    /// as there are cells reach every end of sums without a circle.
    /// </summary>
    public double[] Upper(IReadOnlySet<int> hidden)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            (low[i], high[i]) = !hidden.Contains(i) ? (cells[i].Value, cells[i].Value)
                : (cells[i].Role == CountRole.Unprinted ? 0 : 1, double.PositiveInfinity);
        }

        var moved = true;
        for (var round = 0; moved && round < cells.Count; round++)
        {
            moved = false;
            foreach (var (total, parts) in sums) moved |= Pass(total, parts);
        }

        return [.. high];
    }

    private bool Pass(int total, int[] parts)
    {
        var moved = Narrow(total, Sum(low, parts, -1), Sum(high, parts, -1));
        foreach (var part in parts) moved |= Narrow(part, low[total] - Sum(high, parts, part), high[total] - Sum(low, parts, part));
        return moved;
    }

    private static double Sum(double[] values, int[] parts, int without)
    {
        double sum = 0;
        foreach (var part in parts) sum += part == without ? 0 : values[part];
        return sum;
    }

    // Counts that do not quite add up (a person in two classes) must not let limits cross.
    private bool Narrow(int cell, double lower, double upper)
    {
        var newLow = Math.Min(Math.Max(low[cell], lower), high[cell]);
        var newHigh = Math.Max(Math.Min(high[cell], upper), newLow);
        if (newLow == low[cell] && newHigh == high[cell]) return false;
        (low[cell], high[cell]) = (newLow, newHigh);
        return true;
    }
}
