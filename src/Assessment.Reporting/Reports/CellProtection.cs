namespace Assessment.Reporting.Reports;

/// <summary>
/// Cell suppression at threshold 11: a count of 1 to 10 people is not printed, and further counts are hidden until no such
/// count can be pinned below 11 from the totals and counts that are shown. Zero is shown.
/// Bounds are found by passing limits along the sums until nothing moves. They are exact where sums form no circle; in a circle
/// the true bounds can be narrower. The order of hiding is fixed, so the same counts always hide the same cells.
/// </summary>
public static class CellProtection
{
    /// <summary>Fewest people a printed count may have, zero apart.</summary>
    public const int Threshold = 11;

    private const double Unbounded = double.PositiveInfinity;

    /// <summary>Whether a count of people is too small to print.</summary>
    public static bool IsSmall(int count) => count is > 0 and < Threshold;

    /// <summary>Keys of the cells that must not be printed.</summary>
    /// <param name="cells">All counts, printed or not; keys are unique.</param>
    /// <param name="sums">Which of them make up which; a key that is no cell is a fault.</param>
    public static IReadOnlySet<string> Hidden(IReadOnlyList<CountCell> cells, IReadOnlyList<CountSum> sums)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(sums);
        var byKey = cells.ToDictionary(cell => cell.Key);
        var small = cells.Where(cell => cell.Role != CountRole.Public && IsSmall(cell.Value)).Select(cell => cell.Key).ToArray();
        HashSet<string> hidden = [.. small, .. cells.Where(cell => cell.Role == CountRole.Unprinted).Select(cell => cell.Key)];
        var complements = new List<CountCell>();
        while (NextComplement(small, byKey, hidden, sums) is { } complement)
        {
            hidden.Add(complement.Key);
            complements.Add(complement);
        }

        ShowAgain(complements, small, byKey, hidden, sums);
        return hidden;
    }

    private static CountCell? NextComplement(string[] small, Dictionary<string, CountCell> cells, HashSet<string> hidden, IReadOnlyList<CountSum> sums)
    {
        foreach (var pinned in Pinned(small, cells, hidden, sums))
        {
            var candidates = Complements(pinned, cells, hidden, sums);
            if (candidates.Count == 0) continue;
            return candidates.FirstOrDefault(candidate => Limits(cells, [.. hidden, candidate.Key], sums)[pinned].Upper >= Threshold) ?? candidates[0];
        }

        return null;
    }

    // A complement that later ones made needless is shown again, the dearest first: no small count may get a narrower bound by it.
    private static void ShowAgain(List<CountCell> complements, string[] small, Dictionary<string, CountCell> cells, HashSet<string> hidden, IReadOnlyList<CountSum> sums)
    {
        var reached = Limits(cells, hidden, sums);
        foreach (var complement in complements.OrderByDescending(cell => cell.Role).ThenByDescending(cell => cell.Value).ThenBy(cell => cell.Key, StringComparer.Ordinal))
        {
            hidden.Remove(complement.Key);
            var limits = Limits(cells, hidden, sums);
            if (small.Any(key => limits[key].Upper < Math.Min(reached[key].Upper, Threshold))) hidden.Add(complement.Key);
        }
    }

    private static IEnumerable<string> Pinned(string[] small, Dictionary<string, CountCell> cells, HashSet<string> hidden, IReadOnlyList<CountSum> sums)
    {
        var limits = Limits(cells, hidden, sums);
        return small.Where(key => limits[key].Upper < Threshold);
    }

    // What a reader knows of each cell: shown cells exactly; a hidden printed cell is at least 1, for zero is shown.
    private static Dictionary<string, (double Lower, double Upper)> Limits(Dictionary<string, CountCell> cells, HashSet<string> hidden, IReadOnlyList<CountSum> sums)
    {
        var limits = cells.Values.ToDictionary(cell => cell.Key, cell => hidden.Contains(cell.Key)
            ? (Lower: cell.Role == CountRole.Unprinted ? 0 : 1, Upper: Unbounded)
            : (Lower: (double)cell.Value, Upper: (double)cell.Value));
        var moved = true;
        for (var round = 0; moved && round < cells.Count; round++)
        {
            moved = false;
            foreach (var sum in sums)
            {
                moved |= Narrow(limits, sum.Total, sum.Parts.Sum(part => limits[part].Lower), sum.Parts.Sum(part => limits[part].Upper));
                foreach (var part in sum.Parts)
                {
                    var others = sum.Parts.Where(other => other != part).ToArray();
                    var lower = limits[sum.Total].Lower - others.Sum(other => limits[other].Upper);
                    moved |= Narrow(limits, part, lower, limits[sum.Total].Upper - others.Sum(other => limits[other].Lower));
                }
            }
        }

        return limits;
    }

    // Counts that do not quite add up (a person in two classes) must not let limits cross.
    private static bool Narrow(Dictionary<string, (double Lower, double Upper)> limits, string key, double lower, double upper)
    {
        var (low, high) = limits[key];
        var newLow = Math.Min(Math.Max(low, lower), high);
        var newHigh = Math.Max(Math.Min(high, upper), newLow);
        if (newLow == low && newHigh == high) return false;
        limits[key] = (newLow, newHigh);
        return true;
    }

    // Of the shown cells that sums tie to the pinned one, directly or through hidden cells: open before kept, then the nearest,
    // then the smallest; cells of the last role only when there are no others. A zero is never hidden, or a hidden cell would
    // not be known to be at least 1.
    private static List<CountCell> Complements(string pinned, Dictionary<string, CountCell> cells, HashSet<string> hidden, IReadOnlyList<CountSum> sums)
    {
        var distances = new Dictionary<string, int> { [pinned] = 0 };
        var open = new Queue<string>([pinned]);
        while (open.TryDequeue(out var key))
        {
            foreach (var member in sums.Where(sum => Members(sum).Contains(key)).SelectMany(Members))
            {
                if (distances.TryAdd(member, distances[key] + 1) && hidden.Contains(member)) open.Enqueue(member);
            }
        }

        CountCell[] tied =
        [
            .. distances.Keys.Where(key => !hidden.Contains(key)).Select(key => cells[key])
                .Where(cell => cell.Value > 0 && (cell.Role is CountRole.Open or CountRole.Kept or CountRole.Last))
                .OrderBy(cell => cell.Role).ThenBy(cell => distances[cell.Key]).ThenBy(cell => cell.Value).ThenBy(cell => cell.Key, StringComparer.Ordinal),
        ];
        var others = tied.Where(cell => cell.Role != CountRole.Last).ToList();
        return others.Count > 0 ? others : [.. tied];
    }

    private static IEnumerable<string> Members(CountSum sum) => [sum.Total, .. sum.Parts];
}
