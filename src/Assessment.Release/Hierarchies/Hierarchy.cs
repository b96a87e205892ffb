using System.Collections.Immutable;
using System.Text;
using Assessment.Domain;

namespace Assessment.Release.Hierarchies;

/// <summary>
/// How the values of one quasi-identifier are made coarser: level 0 is the value itself (a leaf), each level above joins
/// groups of the one below, the highest is the single root <see cref="Root"/>. Cut points are policy, fixed in advance and
/// never fitted to data. A value that is missing or does not apply is a group of its own at every level below the root,
/// so that it is counted for k like any other.
/// </summary>
public sealed class Hierarchy
{
    /// <summary>The root: any value.</summary>
    public const string Root = "*";

    /// <summary>No answer.</summary>
    public const string Missing = "";

    /// <summary>The question does not arise for this person, such as the rank of a mental health professional.</summary>
    public const string DoesNotApply = "not-applicable";

    private readonly Dictionary<string, string[]> paths;
    private readonly Dictionary<string, int>[] leavesUnder;

    /// <param name="column">Name of the column.</param>
    /// <param name="rows">Checked rows: leaf, level 1, …, root.</param>
    internal Hierarchy(string column, IReadOnlyList<string[]> rows)
    {
        Column = column;
        Height = rows[0].Length - 1;
        paths = rows.ToDictionary(row => row[0], StringComparer.Ordinal);
        leavesUnder = [.. Enumerable.Range(0, Height + 1).Select(level => rows.CountBy(row => row[level]).ToDictionary(StringComparer.Ordinal))];
        Rows = [.. rows.Select(row => row.ToImmutableArray())];
    }

    /// <summary>Name of the column it belongs to.</summary>
    public string Column { get; }

    /// <summary>The level of the root; 1 or more.</summary>
    public int Height { get; }

    /// <summary>One row per leaf, in the order of the file: leaf, level 1, …, root.</summary>
    public ImmutableArray<ImmutableArray<string>> Rows { get; }

    /// <summary>
    /// Reads a hierarchy from CSV without a header: leaf, level 1, …, <c>*</c>. Cells are put into Unicode form C and trimmed.
    /// </summary>
    /// <param name="column">Name of the column, used in refusals.</param>
    /// <param name="csv">The text; a byte order mark and any line end are accepted.</param>
    /// <returns>The hierarchy, or a PRV-HIER refusal naming the line.</returns>
    public static Result<Hierarchy> Read(string column, TextReader csv) => HierarchyCsv.Read(column, csv);

    /// <summary>The distinct labels of a level, in the order of the file; <see cref="Missing"/> is not among them.</summary>
    public IReadOnlyList<string> LabelsAt(int level) => [.. leavesUnder[level].Keys];

    /// <summary>True for a leaf, a missing value and one that does not apply.</summary>
    public bool Knows(string value) => IsSpecial(value) || paths.ContainsKey(value);

    /// <summary>The label of a value at a level.</summary>
    /// <exception cref="KeyNotFoundException">The value is not known (see <see cref="Knows"/>).</exception>
    public string Generalize(string value, int level) =>
        level == Height ? Root : IsSpecial(value) ? value : paths[value][level];

    /// <summary>
    /// What is lost by showing a value at a level: (leaves under its node − 1) ÷ (leaves − 1), 0 for the value itself, 1 at
    /// the root; the normalized certainty penalty of Xu et al. (2006), section 3.2.
    /// </summary>
    public double Loss(string value, int level)
    {
        if (level == Height)
        {
            return 1;
        }

        return IsSpecial(value) || paths.Count == 1
            ? 0
            : (leavesUnder[level][paths[value][level]] - 1.0) / (paths.Count - 1);
    }

    /// <summary>Unicode form C, trimmed; null is <see cref="Missing"/>.</summary>
    internal static string Canonical(string? value) => (value ?? Missing).Normalize(NormalizationForm.FormC).Trim();

    private static bool IsSpecial(string value) => value is Missing or DoesNotApply;
}
