namespace Assessment.Evaluation.Findings;

/// <summary>The findings document of an analysis run: what was found, from what, how and with which version.</summary>
public sealed record StudyFindings
{
    /// <summary>Name of this format.</summary>
    public const string CurrentSchema = "study-findings/1";

    /// <summary>Format of the stored document.</summary>
    public string Schema { get; init; } = CurrentSchema;

    /// <summary>Name of the study or reporting period.</summary>
    public required string Study { get; init; }

    /// <summary>Data as of this date.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Version of the program that computed it.</summary>
    public required string ProgramVersion { get; init; }

    /// <summary>SHA-256 of the canonical input.</summary>
    public required string InputSha256 { get; init; }

    /// <summary>Confidence level of every interval.</summary>
    public required double Level { get; init; }

    /// <summary>Name of the rule by which waves are matched.</summary>
    public required string MatchingRule { get; init; }

    /// <summary>Number of agencies.</summary>
    public required int Agencies { get; init; }

    /// <summary>Number of deliveries (classes).</summary>
    public required int Deliveries { get; init; }

    /// <summary>Number of enrollments.</summary>
    public required int Enrolled { get; init; }

    /// <summary>Per instrument and source.</summary>
    public required IReadOnlyList<InstrumentFindings> Instruments { get; init; }
}
