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

    /// <summary>Whether a count of people is too small to print.</summary>
    public static bool IsSmall(int count) => count is > 0 and < Threshold;

    /// <summary>Keys of the cells that must not be printed.</summary>
    /// <param name="cells">All counts, printed or not; keys are unique.</param>
    /// <param name="sums">Which of them make up which; a key that is no cell is a fault.</param>
    public static IReadOnlySet<string> Hidden(IReadOnlyList<CountCell> cells, IReadOnlyList<CountSum> sums)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(sums);
        return new Search(cells, sums).Hidden();
    }

    private sealed class Search
    {
        private readonly IReadOnlyList<CountCell> cells;
        private readonly CellLimits limits;
        private readonly int[] small;
        private readonly HashSet<int> hidden;
        private readonly int[][] tied;

        public Search(IReadOnlyList<CountCell> cells, IReadOnlyList<CountSum> sums)
        {
            (this.cells, limits) = (cells, new CellLimits(cells, sums));
            var all = Enumerable.Range(0, cells.Count);
            small = [.. all.Where(i => cells[i].Role != CountRole.Public && IsSmall(cells[i].Value))];
            hidden = [.. small, .. all.Where(i => cells[i].Role == CountRole.Unprinted)];
            var members = sums.Select(sum => sum.Parts.Append(sum.Total).Select(key => limits.Places[key]).ToArray()).ToArray();
            tied = [.. all.Select(i => members.Where(sum => sum.Contains(i)).SelectMany(sum => sum).Distinct().ToArray())];
        }

        public HashSet<string> Hidden()
        {
            var complements = new List<int>();
            while (NextComplement() is { } complement)
            {
                hidden.Add(complement);
                complements.Add(complement);
            }

            ShowAgain(complements);
            return [.. hidden.Select(i => cells[i].Key)];
        }

        private int? NextComplement()
        {
            var upper = limits.Upper(hidden);
            foreach (var pinned in small.Where(i => upper[i] < Threshold))
            {
                var candidates = Complements(pinned);
                if (candidates.Count > 0) return candidates.Cast<int?>().FirstOrDefault(candidate => Frees(candidate!.Value, pinned)) ?? candidates[0];
            }

            return null;
        }

        private bool Frees(int candidate, int pinned)
        {
            hidden.Add(candidate);
            var upper = limits.Upper(hidden);
            hidden.Remove(candidate);
            return upper[pinned] >= Threshold;
        }

        // A complement that later ones made needless is shown again, the dearest first: no small count may get a narrower bound by it.
        private void ShowAgain(List<int> complements)
        {
            var reached = limits.Upper(hidden);
            foreach (var complement in complements.OrderByDescending(i => cells[i].Role).ThenByDescending(i => cells[i].Value).ThenBy(i => cells[i].Key, StringComparer.Ordinal))
            {
                hidden.Remove(complement);
                var upper = limits.Upper(hidden);
                if (small.Any(i => upper[i] < Math.Min(reached[i], Threshold))) hidden.Add(complement);
            }
        }

        // Of the shown cells that sums tie to the pinned one, directly or through hidden cells: open before kept, then the nearest,
        // then the smallest; cells of the last role only when there are no others. A zero is never hidden, or a hidden cell would
        // not be known to be at least 1.
        private List<int> Complements(int pinned)
        {
            var distances = new Dictionary<int, int> { [pinned] = 0 };
            var open = new Queue<int>([pinned]);
            while (open.TryDequeue(out var cell))
            {
                foreach (var member in tied[cell])
                {
                    if (distances.TryAdd(member, distances[cell] + 1) && hidden.Contains(member)) open.Enqueue(member);
                }
            }

            var candidates = distances.Keys
                .Where(i => !hidden.Contains(i) && cells[i].Value > 0 && cells[i].Role != CountRole.Public)
                .OrderBy(i => cells[i].Role).ThenBy(i => distances[i]).ThenBy(i => cells[i].Value).ThenBy(i => cells[i].Key, StringComparer.Ordinal).ToList();
            var others = candidates.Where(i => cells[i].Role != CountRole.Last).ToList();
            return others.Count > 0 ? others : candidates;
        }
    }
}
