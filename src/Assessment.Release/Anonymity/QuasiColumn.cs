using Assessment.Release.Hierarchies;

namespace Assessment.Release.Anonymity;

/// <summary>A quasi-identifier of the release: its hierarchy, the level asked for, and the value of every person.</summary>
internal sealed record QuasiColumn(Hierarchy Hierarchy, int Level, IReadOnlyList<string> Values)
{
    public string Name => Hierarchy.Column;

    /// <summary>True when the level shows nothing, so that the column is left out of the file.</summary>
    public bool IsLeftOut => Level == Hierarchy.Height || Hierarchy.LabelsAt(Level) is [Hierarchy.Root];

    public string Shown(int person) => Hierarchy.Generalize(Values[person], Level);
}
