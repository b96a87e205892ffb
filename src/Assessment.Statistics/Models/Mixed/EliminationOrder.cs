using System.Runtime.CompilerServices;

namespace Assessment.Statistics.Models.Mixed;

/// <summary>
/// Which levels of random terms meet, found before any number is known. Levels ("nodes") are eliminated in the order of terms,
/// largest factor first; a node's pattern is the later nodes it meets, by a row or through an eliminated node (George and Liu 1981,
/// chapter 5). Patterns are kept while they are sparse: nested factors stay so to the end; crossed ones leave a dense rest.
/// </summary>
internal sealed class EliminationOrder
{
    // A node that meets more than this share of the nodes behind it opens the dense rest.
    private const int DenseShare = 3;

    private readonly IReadOnlyList<TermLayout> terms;
    private readonly int[] firstNode;
    private readonly int[] firstChild;
    private readonly int[] nextSibling;
    private readonly int[] mark;

    private EliminationOrder(IReadOnlyList<TermLayout> terms)
    {
        this.terms = terms;
        firstNode = new int[terms.Count + 1];
        for (var k = 0; k < terms.Count; k++) firstNode[k + 1] = firstNode[k] + terms[k].Count;
        NodeCount = firstNode[^1];
        (firstChild, nextSibling, mark) = (new int[NodeCount], new int[NodeCount], new int[NodeCount]);
        Array.Fill(firstChild, -1);
        Array.Fill(mark, -1);
    }

    /// <summary>Levels of all terms.</summary>
    public int NodeCount { get; }

    /// <summary>Patterns of the nodes before the dense rest, each ascending.</summary>
    public List<int[]> Patterns { get; } = [];

    /// <summary>Finds the patterns.</summary>
    /// <param name="terms">Terms in the order of elimination.</param>
    public static EliminationOrder Of(IReadOnlyList<TermLayout> terms)
    {
        var order = new EliminationOrder(terms);
        for (var k = 0; k < terms.Count; k++)
        {
            if (!order.Eliminate(k)) break;
        }

        return order;
    }

    /// <summary>The term a node belongs to.</summary>
    public int TermOf(int node)
    {
        var k = 0;
        while (node >= firstNode[k + 1]) k++;
        return k;
    }

    /// <summary>First column of a node.</summary>
    public int ColumnOf(int node)
    {
        var k = TermOf(node);
        return terms[k].FirstColumn + ((node - firstNode[k]) * terms[k].Size);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Eliminate(int term)
    {
        var (starts, rows) = RowsByLevel(terms[term]);
        var found = new List<int>();
        for (var level = 0; level < terms[term].Count; level++)
        {
            var node = firstNode[term] + level;
            found.Clear();
            mark[node] = node;
            for (var i = starts[level]; i < starts[level + 1]; i++) Meet(rows[i], term, node, found);
            for (var child = firstChild[node]; child >= 0; child = nextSibling[child]) Inherit(Patterns[child], node, found);
            if (found.Count > 0 && DenseShare * found.Count > NodeCount - node - 1) return false;
            Keep(node, found);
        }

        return true;
    }

    private void Meet(int row, int term, int node, List<int> found)
    {
        for (var k = term + 1; k < terms.Count; k++)
        {
            var other = firstNode[k] + terms[k].LevelOfRow[row];
            if (mark[other] == node) continue;
            mark[other] = node;
            found.Add(other);
        }
    }

    private void Inherit(int[] pattern, int node, List<int> found)
    {
        foreach (var other in pattern)
        {
            if (mark[other] == node) continue;
            mark[other] = node;
            found.Add(other);
        }
    }

    private void Keep(int node, List<int> found)
    {
        int[] pattern = [.. found];
        if (pattern.Length > 1) Array.Sort(pattern);
        Patterns.Add(pattern);
        if (pattern.Length == 0) return;
        nextSibling[node] = firstChild[pattern[0]];
        firstChild[pattern[0]] = node;
    }

    private static (int[] Starts, int[] Rows) RowsByLevel(TermLayout term)
    {
        int[] starts = new int[term.Count + 1], rows = new int[term.LevelOfRow.Length];
        foreach (var level in term.LevelOfRow) starts[level + 1]++;
        for (var level = 0; level < term.Count; level++) starts[level + 1] += starts[level];
        var next = starts.AsSpan(0, term.Count).ToArray();
        for (var row = 0; row < rows.Length; row++) rows[next[term.LevelOfRow[row]]++] = row;
        return (starts, rows);
    }
}
