namespace Assessment.Release.Anonymity;

/// <summary>Hides values that colleagues may know when too few people of a group share them.</summary>
internal static class RareValues
{
    /// <summary>
    /// The people whose value must be hidden: those whose value fewer than g people of the group have, and then, while the
    /// hidden are some but fewer than g, those of the smallest other value (ties: the lesser value).
    /// </summary>
    public static IReadOnlySet<int> Hidden(IEnumerable<(int Person, string Value)> group, int g)
    {
        var values = group.GroupBy(one => one.Value, one => one.Person, StringComparer.Ordinal)
            .OrderBy(value => value.Count()).ThenBy(value => value.Key, StringComparer.Ordinal)
            .Select(value => value.ToList());
        var hidden = new HashSet<int>();
        foreach (var people in values)
        {
            if (people.Count >= g && (hidden.Count == 0 || hidden.Count >= g))
            {
                break;
            }

            hidden.UnionWith(people);
        }

        return hidden;
    }
}
