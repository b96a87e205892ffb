using Assessment.Evaluation.Findings;

namespace Assessment.Reporting.Reports.Grant;

/// <summary>Everything the agency grant performance report says. The report words it and protects it; it asks nobody else.</summary>
public sealed record GrantReportFacts
{
    /// <summary>Report id printed in the footer.</summary>
    public required string ReportId { get; init; }

    /// <summary>Version of the program.</summary>
    public required string ProgramVersion { get; init; }

    /// <summary>Data as of this date.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Date of the report.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Who reports.</summary>
    public required Grantee Grantee { get; init; }

    /// <summary>On which award.</summary>
    public required Award Award { get; init; }

    /// <summary>Who was trained.</summary>
    public required TrainingCounts Training { get; init; }

    /// <summary>Classes delivered, in order of date.</summary>
    public required IReadOnlyList<CourseDelivered> Courses { get; init; }

    /// <summary>Stored findings of the agency's tests and follow-ups; null when there was no analysis.</summary>
    public StudyFindings? Findings { get; init; }

    /// <summary>Targets.</summary>
    public IReadOnlyList<MeasureTarget> Targets { get; init; } = [];

    /// <summary>Last year's printed values; empty in the first year.</summary>
    public IReadOnlyList<LastYearValue> LastYear { get; init; } = [];

    /// <summary>How many interaction records were entered for the period.</summary>
    public int InteractionRecords { get; init; }

    /// <summary>Barriers.</summary>
    public IReadOnlyList<Barrier> Barriers { get; init; } = [];

    /// <summary>Money; null when none was entered.</summary>
    public Money? Money { get; init; }

    /// <summary>Plan to train all officers.</summary>
    public IReadOnlyList<PlanQuarter> Plan { get; init; } = [];

    /// <summary>Narrative answers.</summary>
    public IReadOnlyList<NarrativeAnswer> Narrative { get; init; } = [];

    /// <summary>Data checks.</summary>
    public IReadOnlyList<DataCheck> Checks { get; init; } = [];

    /// <summary>Statements that the award asks for (acknowledgment, disclaimer), from the settings of the award.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];
}
