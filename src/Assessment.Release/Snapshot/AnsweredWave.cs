namespace Assessment.Release.Snapshot;

/// <summary>One person's scores at one wave.</summary>
/// <param name="Wave">Identifier of the wave.</param>
/// <param name="MonthsSinceTraining">floor(days since the end of training ÷ 30.4375); negative before it.</param>
/// <param name="Scores">Score by instrument identifier; instruments without an answer are absent.</param>
public sealed record AnsweredWave(string Wave, int MonthsSinceTraining, IReadOnlyDictionary<string, double> Scores);
