namespace Assessment.Statistics.Models.Mixed;

/// <summary>
/// Where the entries of a symmetric system over random effects, fixed effects and response stand in one array: the lower triangle
/// column by column, sparse for the head (a column's rows ascending, its diagonal first), then a dense square for the rest, column
/// by column too. In both the rows of one level are side by side, and the fixed effects and the response end every column.
/// </summary>
internal sealed class SystemPattern
{
    private SystemPattern(IReadOnlyList<TermLayout> terms, int fixedCount, int[] columnStart, int[] rows)
    {
        (Terms, FixedCount, ColumnStart, Rows) = (terms, fixedCount, columnStart, rows);
        (Effects, HeadColumns, TailBase) = (terms[^1].End, columnStart.Length - 1, rows.Length);
        Columns = Effects + fixedCount + 1;
        TermOf = new int[Columns];
        for (var k = 0; k < terms.Count; k++) Array.Fill(TermOf, k, terms[k].FirstColumn, terms[k].End - terms[k].FirstColumn);
        Array.Fill(TermOf, terms.Count, Effects, fixedCount + 1);
    }

    public IReadOnlyList<TermLayout> Terms { get; }

    /// <summary>Fixed effects p.</summary>
    public int FixedCount { get; }

    /// <summary>Random effects q; they come first.</summary>
    public int Effects { get; }

    /// <summary>q + p + 1; the response is last.</summary>
    public int Columns { get; }

    /// <summary>Columns kept sparse.</summary>
    public int HeadColumns { get; }

    /// <summary>Position of each head column's diagonal; one more for the end.</summary>
    public int[] ColumnStart { get; }

    /// <summary>Row of every head position.</summary>
    public int[] Rows { get; }

    /// <summary>Position where the dense square begins.</summary>
    public int TailBase { get; }

    /// <summary>Order of the dense square.</summary>
    public int TailSize => Columns - HeadColumns;

    /// <summary>Length of the array.</summary>
    public int Length => checked(TailBase + (TailSize * TailSize));

    /// <summary>Term of every column; the number of terms for fixed effects and response.</summary>
    public int[] TermOf { get; }

    /// <summary>Lays the entries out, or null where the dense rest would have more than <paramref name="largestTail"/> columns.</summary>
    public static SystemPattern? Of(IReadOnlyList<TermLayout> terms, int fixedCount, int largestTail)
    {
        var order = EliminationOrder.Of(terms);
        var head = order.Patterns.Count;
        var columns = terms[^1].End + fixedCount + 1;
        var headColumns = head == order.NodeCount ? terms[^1].End : order.ColumnOf(head);
        if (columns - headColumns > largestTail) return null;
        var starts = new int[headColumns + 1];
        var rows = new List<int>(headColumns * (fixedCount + 4));
        var column = 0;
        for (var node = 0; node < head; node++)
        {
            var size = terms[order.TermOf(node)].Size;
            int[] below = [.. order.Patterns[node].SelectMany(other => Enumerable.Range(order.ColumnOf(other), terms[order.TermOf(other)].Size))];
            for (var effect = 0; effect < size; effect++, column++)
            {
                starts[column] = rows.Count;
                for (var own = effect; own < size; own++) rows.Add(column + own - effect);
                rows.AddRange(below);
                for (var last = terms[^1].End; last < columns; last++) rows.Add(last);
            }
        }

        starts[headColumns] = rows.Count;
        return new(terms, fixedCount, starts, [.. rows]);
    }

    /// <summary>Position of a column's diagonal entry.</summary>
    public int Start(int column) => column < HeadColumns ? ColumnStart[column] : TailBase + ((column - HeadColumns) * (TailSize + 1));

    /// <summary>Entries of a column on and below the diagonal.</summary>
    public int Height(int column) => column < HeadColumns ? ColumnStart[column + 1] - ColumnStart[column] : Columns - column;

    /// <summary>Position of an entry of the pattern.</summary>
    public int Find(int row, int column)
    {
        if (column >= HeadColumns) return Start(column) + row - column;
        int low = ColumnStart[column], high = ColumnStart[column + 1] - 1;
        if (row >= Effects) return high - (Columns - 1 - row);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Rows[middle] < row) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
