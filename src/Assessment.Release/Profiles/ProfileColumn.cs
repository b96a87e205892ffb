namespace Assessment.Release.Profiles;

/// <summary>A quasi-identifier of a release and how coarse it is shown.</summary>
/// <param name="Name">Name of the field, which is the name of the column.</param>
/// <param name="Level">Level of its hierarchy: 0 the value itself, the highest level leaves the column out.</param>
public sealed record ProfileColumn(string Name, int Level);
