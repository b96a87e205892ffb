namespace Assessment.Reporting.Reports.Grant;

/// <summary>The award and the report that is due on it.</summary>
/// <param name="Number">Award number.</param>
/// <param name="Stream">Funding stream, such as "JAG-TP".</param>
/// <param name="FiscalYear">Federal fiscal year reported.</param>
/// <param name="ReportYear">1, 2 or 3.</param>
/// <param name="ReportYears">How many annual reports are owed; 3 under the Act.</param>
public sealed record Award(string Number, string Stream, int FiscalYear, int ReportYear, int ReportYears = 3)
{
    /// <summary>First day of the fiscal year.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day of the fiscal year.</summary>
    public required DateOnly To { get; init; }

    /// <summary>When the report is due.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>When it was submitted; null before.</summary>
    public DateOnly? SubmittedOn { get; init; }

    /// <summary>Who answers questions, as a role.</summary>
    public required string ContactRole { get; init; }

    /// <summary>Role that signs for the data; null leaves lines to sign.</summary>
    public string? SignedByRole { get; init; }
}
