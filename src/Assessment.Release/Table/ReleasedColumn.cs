using System.Collections.Immutable;

namespace Assessment.Release.Table;

/// <summary>What the cells of a column are.</summary>
public enum ReleasedColumnType
{
    /// <summary>The pseudonym of the row.</summary>
    Code,

    /// <summary>An integer that stands for a category.</summary>
    Category,

    /// <summary>An integer that stands for a band of months since training.</summary>
    MonthBand,

    /// <summary>A measured number; blank when absent.</summary>
    Score,
}

/// <summary>A code of a category column.</summary>
/// <param name="Code">1, 2, … in the order of the hierarchy, or one of <see cref="ReleasedCode"/>.</param>
/// <param name="Label">What it means.</param>
/// <param name="N">Rows that have it.</param>
public sealed record ReleasedCategory(int Code, string Label, int N);

/// <summary>A column of the released file, as the codebook describes it.</summary>
/// <param name="Name">At most 32 characters of lower snake case.</param>
/// <param name="Label">What a table prints.</param>
/// <param name="Type">What the cells are.</param>
/// <param name="Categories">The codes that occur; empty unless the cells are integers.</param>
public sealed record ReleasedColumn(string Name, string Label, ReleasedColumnType Type, ImmutableArray<ReleasedCategory> Categories)
{
    /// <summary>Where the column comes from.</summary>
    public required string Source { get; init; }

    /// <summary>How it was made coarser, or "as is".</summary>
    public required string RecodeLevel { get; init; }

    /// <summary>Rows with a valid value: not masked, not missing.</summary>
    public required int N { get; init; }

    /// <summary>Cells hidden for privacy.</summary>
    public required int Masked { get; init; }
}
