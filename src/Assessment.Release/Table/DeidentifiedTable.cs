using System.Collections.Immutable;
using Assessment.Release.Profiles;

namespace Assessment.Release.Table;

/// <summary>
/// A table that went through <see cref="Deidentifier"/>, which alone can make one. The package writers accept nothing else,
/// so that no other rows can be written by mistake. Holds no identifier, date or key, and cannot be changed.
/// </summary>
public sealed class DeidentifiedTable
{
    internal DeidentifiedTable(string release, ReleaseProfile profile, ImmutableArray<ReleasedColumn> columns, ImmutableArray<ReleasedRow> rows)
    {
        Release = release;
        Profile = profile with { Columns = [.. profile.Columns] };
        Columns = columns;
        Rows = rows;
    }

    /// <summary>Identifier of the release.</summary>
    public string Release { get; }

    /// <summary>The rules it was made by.</summary>
    public ReleaseProfile Profile { get; }

    /// <summary>First the code, then categories, then scores.</summary>
    public ImmutableArray<ReleasedColumn> Columns { get; }

    /// <summary>Sorted by code, which says nothing about any other order.</summary>
    public ImmutableArray<ReleasedRow> Rows { get; }

    /// <summary>Mean gains as computed from <see cref="Rows"/>, one per instrument and later wave.</summary>
    public required ImmutableArray<ReleasedGain> Gains { get; init; }

    /// <summary>People in the smallest combination of released quasi-identifiers; k or more.</summary>
    public required int SmallestClass { get; init; }

    /// <summary>Number of such combinations.</summary>
    public required int Classes { get; init; }

    /// <summary>Quasi-identifiers whose level leaves them out of the file.</summary>
    public required ImmutableArray<string> LeftOut { get; init; }
}
