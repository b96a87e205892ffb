namespace Assessment.Release.Anonymity;

/// <summary>A level per column, and what is lost by it: the mean loss over columns and persons, 0 nothing to 1 everything.</summary>
internal sealed record Recode(IReadOnlyList<int> Levels, double Loss)
{
    public bool IsAtLeast(Recode other) => Levels.Zip(other.Levels).All(pair => pair.First >= pair.Second);
}

/// <summary>
/// Which coarser levels would make every class as large as k. Visits the levels at or above the ones asked for, least loss
/// first, without masking anybody; because classes only grow when a level rises, a recode above one that works is not
/// looked at.
/// </summary>
internal sealed class RecodeSearch
{
    /// <summary>More combinations of levels than this are not tried.</summary>
    public const int MostRecodes = 200_000;

    private readonly IReadOnlyList<QuasiColumn> columns;
    private readonly (int[] Tuple, int Persons)[] tuples;
    private readonly int[][][] labels;
    private readonly double[][] losses;

    public RecodeSearch(Population population)
    {
        columns = population.Columns;
        var leaves = columns.Select(column => column.Values.Distinct(StringComparer.Ordinal).ToList()).ToList();
        labels = [.. columns.Select((column, index) => Labels(column, leaves[index]))];
        losses = [.. columns.Select(column => Levels(column).Select(level => column.Values.Average(value => column.Hierarchy.Loss(value, level))).ToArray())];

        var codes = columns.Select((column, index) => Codes(column, leaves[index])).ToList();
        tuples =
        [
            .. Enumerable.Range(0, population.Persons.Count)
                .Select(person => codes.Select(column => column[person]).ToArray())
                .CountBy(tuple => tuple, TupleComparer.Instance)
                .Select(pair => (pair.Key, pair.Value)),
        ];
    }

    /// <summary>The first recodes that reach k, none of them coarser in every column than another.</summary>
    public IReadOnlyList<Recode> LeastLoss(int k, int most)
    {
        var found = new List<Recode>();
        foreach (var recode in Coarser())
        {
            if (!found.Exists(recode.IsAtLeast) && Reaches(recode.Levels, k))
            {
                found.Add(recode);
            }

            if (found.Count == most)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>The lowest level of one column that reaches k when the others stay as asked, or null.</summary>
    public int? AloneEnough(int column, int k)
    {
        var asked = columns.Select(one => one.Level).ToArray();
        for (asked[column]++; asked[column] <= columns[column].Hierarchy.Height; asked[column]++)
        {
            if (Reaches(asked, k))
            {
                return asked[column];
            }
        }

        return null;
    }

    private IEnumerable<Recode> Coarser()
    {
        var count = columns.Aggregate(1L, (product, column) => product * (column.Hierarchy.Height - column.Level + 1));
        if (count > MostRecodes)
        {
            return [];
        }

        IEnumerable<int[]> recodes = [[]];
        foreach (var column in columns)
        {
            recodes = recodes.SelectMany(_ => Levels(column).Skip(column.Level), (levels, level) => (int[])[.. levels, level]);
        }

        return recodes
            .Select(levels => new Recode(levels, levels.Select((level, column) => losses[column][level]).Average()))
            .OrderBy(recode => recode.Loss)
            .ThenBy(recode => recode.Levels.Sum());
    }

    private bool Reaches(IReadOnlyList<int> levels, int k)
    {
        var sizes = new Dictionary<int[], int>(TupleComparer.Instance);
        foreach (var (tuple, persons) in tuples)
        {
            var shown = new int[tuple.Length];
            for (var column = 0; column < shown.Length; column++)
            {
                shown[column] = labels[column][levels[column]][tuple[column]];
            }

            sizes[shown] = sizes.GetValueOrDefault(shown) + persons;
        }

        return sizes.Values.All(size => size >= k);
    }

    private static IEnumerable<int> Levels(QuasiColumn column) => Enumerable.Range(0, column.Hierarchy.Height + 1);

    /// <summary>By level and leaf, a number that equal labels share.</summary>
    private static int[][] Labels(QuasiColumn column, List<string> leaves) =>
    [
        .. Levels(column).Select(level =>
        {
            var shown = leaves.Select(leaf => column.Hierarchy.Generalize(leaf, level)).ToList();
            return shown.Select(label => shown.IndexOf(label)).ToArray();
        }),
    ];

    private static int[] Codes(QuasiColumn column, List<string> leaves)
    {
        var codes = leaves.Index().ToDictionary(leaf => leaf.Item, leaf => leaf.Index, StringComparer.Ordinal);
        return [.. column.Values.Select(value => codes[value])];
    }

    private sealed class TupleComparer : IEqualityComparer<int[]>
    {
        public static readonly TupleComparer Instance = new();

        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] obj)
        {
            var hash = default(HashCode);
            hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(obj.AsSpan()));
            return hash.ToHashCode();
        }
    }
}
