using System.Collections.Immutable;

namespace Assessment.Release.Table;

/// <summary>One person of the released file.</summary>
/// <param name="Code">Their pseudonym in this file.</param>
/// <param name="Categories">Codes in the order of the table's category columns.</param>
/// <param name="Scores">In the order of the table's score columns; null when hidden or never answered, which look alike.</param>
public sealed record ReleasedRow(string Code, ImmutableArray<int> Categories, ImmutableArray<double?> Scores);
