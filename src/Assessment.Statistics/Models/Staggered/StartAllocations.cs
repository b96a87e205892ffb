using Assessment.Statistics.Resampling;

namespace Assessment.Statistics.Models.Staggered;

/// <summary>
/// The ways in which a stepped wedge could have dealt its starting periods to its units, within strata: all of them when they are few, else a
/// seeded random sample.
/// </summary>
internal sealed class StartAllocations
{
    private StartAllocations(int[][] drawn, double count, bool exact) => (Drawn, Count, IsExact) = (drawn, count, exact);

    /// <summary>For each allocation the start of every unit.</summary>
    public int[][] Drawn { get; }

    /// <summary>How many different allocations there are.</summary>
    public double Count { get; }

    /// <summary>Whether <see cref="Drawn"/> holds each of them once.</summary>
    public bool IsExact { get; }

    /// <param name="starts">Start of every unit as it was.</param>
    /// <param name="strata">Stratum of every unit; starts change places within.</param>
    /// <param name="most">Up to so many allocations are all made.</param>
    /// <param name="replicates">Size of the sample otherwise.</param>
    /// <param name="seed">Seed of the sample.</param>
    public static StartAllocations Of(int[] starts, int[] strata, int most, int replicates, ulong seed)
    {
        int[][] members = [.. strata.Select((s, u) => (s, u)).GroupBy(p => p.s, p => p.u).Select(g => g.ToArray())];
        var count = members.Aggregate(1.0, (product, units) => product * Arrangements([.. units.Select(u => starts[u])]));
        return count <= most ? new(All(starts, members), count, true) : new(Sample(starts, members, replicates, seed), count, false);
    }

    // n!/Πn_s! without overflow: a product of binomial coefficients.
    private static double Arrangements(int[] starts)
    {
        double count = 1;
        var placed = 0;
        foreach (var group in starts.GroupBy(start => start))
        {
            for (var i = 1; i <= group.Count(); i++) count *= (double)++placed / i;
        }

        return Math.Round(count);
    }

    private static int[][] All(int[] starts, int[][] members)
    {
        var all = new List<int[]> { (int[])starts.Clone() };
        foreach (var units in members)
        {
            var (kinds, counts) = Kinds([.. units.Select(u => starts[u])]);
            all = [.. all.SelectMany(allocation => Placed(allocation, units, 0, kinds, counts))];
        }

        return [.. all];
    }

    private static IEnumerable<int[]> Placed(int[] allocation, int[] units, int at, int[] kinds, int[] counts)
    {
        if (at == units.Length)
        {
            yield return (int[])allocation.Clone();
            yield break;
        }

        for (var k = 0; k < kinds.Length; k++)
        {
            if (counts[k] == 0) continue;
            counts[k]--;
            allocation[units[at]] = kinds[k];
            foreach (var rest in Placed(allocation, units, at + 1, kinds, counts)) yield return rest;
            counts[k]++;
        }
    }

    private static (int[] Kinds, int[] Counts) Kinds(int[] starts)
    {
        var groups = starts.GroupBy(start => start).OrderBy(g => g.Key).ToArray();
        return ([.. groups.Select(g => g.Key)], [.. groups.Select(g => g.Count())]);
    }

    private static int[][] Sample(int[] starts, int[][] members, int replicates, ulong seed)
    {
        var drawn = new int[replicates][];
        for (var r = 0; r < replicates; r++)
        {
            var random = new SplitMix64(seed, (ulong)r);
            var allocation = drawn[r] = (int[])starts.Clone();
            foreach (var units in members)
            {
                for (var last = units.Length - 1; last > 0; last--)
                {
                    var other = random.Below(last + 1).First;
                    (allocation[units[last]], allocation[units[other]]) = (allocation[units[other]], allocation[units[last]]);
                }
            }
        }

        return drawn;
    }
}
