namespace Assessment.Evaluation.Gains;

/// <summary>What an analysis is told besides the scores. Stored with the findings.</summary>
public sealed record GainOptions
{
    /// <summary>Name of the study or reporting period.</summary>
    public required string Study { get; init; }

    /// <summary>Data as of this date; decides which follow-ups are due.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Version of the program, for the record.</summary>
    public required string ProgramVersion { get; init; }

    /// <summary>Last day of training per delivery number; follow-up windows count from it.</summary>
    public required IReadOnlyDictionary<int, DateOnly> TrainingEnds { get; init; }

    /// <summary>Confidence level in (0, 1).</summary>
    public double Level { get; init; } = 0.95;
}
