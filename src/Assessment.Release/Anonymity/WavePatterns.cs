using System.Numerics;

namespace Assessment.Release.Anonymity;

/// <summary>
/// Second stage for scores. Colleagues know who missed which test; inside a class, a rare pattern of answered cells would
/// single a person out. Rare patterns are made common by hiding further cells; a hidden cell is blank, exactly like one
/// that was never answered, since telling the two apart would undo it.
/// </summary>
internal static class WavePatterns
{
    private sealed record Group(ulong Pattern, List<int> Members);

    /// <summary>
    /// The patterns to show. While a pattern has fewer than g people and another pattern exists, the smallest either
    /// borrows: the largest group that answered the same cells and more, and can spare as many, shows its first people with
    /// the smaller pattern; or, when nobody can spare them, merges with the group that shares most cells (then the largest),
    /// both keeping the cells they have in common.
    /// </summary>
    /// <param name="patterns">One per person of the class, in file order; bit i is set when column i is answered.</param>
    /// <param name="g">Least number of people of a pattern.</param>
    public static ulong[] Shown(IReadOnlyList<ulong> patterns, int g)
    {
        var shown = patterns.ToArray();
        while (true)
        {
            var groups = Groups(shown);
            var rarest = groups.MinBy(group => group.Members.Count)!;
            if (groups.Count == 1 || rarest.Members.Count >= g)
            {
                return shown;
            }

            groups.Remove(rarest);
            Join(shown, rarest, groups, g);
        }
    }

    private static void Join(ulong[] shown, Group rarest, List<Group> others, int g)
    {
        var wanted = g - rarest.Members.Count;
        var lender = others
            .Where(group => (group.Pattern & rarest.Pattern) == rarest.Pattern && group.Members.Count - wanted >= g)
            .MaxBy(group => group.Members.Count);
        if (lender is not null)
        {
            Show(shown, lender.Members.Take(wanted), rarest.Pattern);
            return;
        }

        var partner = others.MaxBy(group => (BitOperations.PopCount(group.Pattern & rarest.Pattern), group.Members.Count))!;
        Show(shown, rarest.Members.Concat(partner.Members), rarest.Pattern & partner.Pattern);
    }

    private static void Show(ulong[] shown, IEnumerable<int> members, ulong pattern)
    {
        foreach (var member in members)
        {
            shown[member] = pattern;
        }
    }

    /// <summary>In the order of the columns, so that ties are settled alike every time.</summary>
    private static List<Group> Groups(ulong[] shown) =>
    [
        .. shown.Index().GroupBy(person => person.Item, person => person.Index)
            .Select(group => new Group(group.Key, [.. group]))
            .OrderBy(group => ColumnOrder(group.Pattern)),
    ];

    private static ulong ColumnOrder(ulong pattern)
    {
        var reversed = 0UL;
        for (var bit = 0; bit < 64; bit++)
        {
            reversed |= ((pattern >> bit) & 1) << (63 - bit);
        }

        return reversed;
    }
}
