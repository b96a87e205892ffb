using Assessment.Statistics.Streaming;

namespace Assessment.Statistics.TestQuality;

/// <summary>How items tell the upper from the lower group: cut scores, sizes, and difference of means per item (null when not apart).</summary>
internal sealed record GroupDiscrimination(double? CutLower, double? CutUpper, int NLower, int NUpper, double[]? Differences)
{
    public static GroupDiscrimination Of(ScoreMatrix scores, double share)
    {
        var groups = ScoreGroups.Of(scores.Totals(), share);
        return new(groups.CutLower, groups.CutUpper, groups.Lower.Count, groups.Upper.Count, groups.Discrimination(scores));
    }

    public static GroupDiscrimination Of(ItemTotalCounts counts, double share)
    {
        var people = counts.PeopleByTotal();
        var n = people.Sum();
        if (n == 0) return new(null, null, 0, 0, null);
        var size = ScoreGroups.SizeOf(n, share);
        int lower = Array.FindIndex(Cumulative(people), upTo => upTo >= size), upper = people.Length - 1 - Array.FindIndex(Cumulative([.. people.Reverse()]), from => from >= size);
        long weak = people[..(lower + 1)].Sum(), strong = people[upper..].Sum();
        return new(lower, upper, checked((int)weak), checked((int)strong), lower < upper ? Gaps(counts, (lower, weak), (upper, strong)) : null);
    }

    private static double[] Gaps(ItemTotalCounts counts, (int Cut, long People) weak, (int Cut, long People) strong)
    {
        long[] below = counts.RightBetween(0, weak.Cut), above = counts.RightBetween(strong.Cut, counts.Items);
        return [.. above.Zip(below, (u, l) => ((double)u / strong.People) - ((double)l / weak.People))];
    }

    private static long[] Cumulative(long[] counts)
    {
        long sum = 0;
        return [.. counts.Select(count => sum += count)];
    }
}
