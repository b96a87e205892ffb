namespace Assessment.Release.Snapshot;

/// <summary>An instrument whose scores are released.</summary>
/// <param name="Identifier">Stable short name, such as "dekt"; becomes the first part of column names.</param>
/// <param name="Label">What the codebook prints, with the unit: "De-escalation knowledge test, percent of points".</param>
public sealed record ReleaseInstrument(string Identifier, string Label);
