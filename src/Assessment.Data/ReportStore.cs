namespace Assessment.Data;

/// <summary>A report as it was composed.</summary>
public sealed record ReportRow
{
    /// <summary>The agency it is about or that asked for it.</summary>
    public int AgencyId { get; init; }

    /// <summary>Number inside; given by the store.</summary>
    public int ReportNo { get; init; }

    /// <summary>Random id at the border.</summary>
    public Guid ReportId { get; init; }

    /// <summary>grant-performance, nij, gao, state or fact-sheet.</summary>
    public string Kind { get; init; } = "";

    /// <summary>What was asked for, canonical JSON.</summary>
    public string Parameters { get; init; } = "";

    /// <summary>Everything printed, JSON.</summary>
    public string Facts { get; init; } = "";

    /// <summary>Analysis it prints; null when none.</summary>
    public int? AnalysisNo { get; init; }

    /// <summary>Version that composed it.</summary>
    public string ProgramVersion { get; init; } = "";

    /// <summary>Day the facts hold for.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>When it was composed.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>Reports; never changed once composed.</summary>
public sealed class ReportStore(Session session)
{
    private const string Reports =
        """
        SELECT agency_id, report_no, report_id, kind, parameters, facts, analysis_no, program_version, as_of, created_at
        FROM report

        """;

    /// <summary>Keeps a report and answers its number.</summary>
    public async Task<int> Add(ReportRow report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var reportNo = await session.NextNumber(report.AgencyId, "report");
        await session.Execute(
            """
            INSERT INTO report (agency_id, report_no, report_id, kind, parameters, facts, analysis_no, program_version, as_of, created_at)
            VALUES (@AgencyId, @ReportNo, @ReportId, @Kind, @Parameters, @Facts, @AnalysisNo, @ProgramVersion, @AsOf, @CreatedAt)
            """,
            report with { ReportNo = reportNo });
        return reportNo;
    }

    /// <summary>The agency's report with this id.</summary>
    public Task<ReportRow?> Find(int agencyId, Guid reportId) =>
        session.Find<ReportRow>(Reports + "WHERE agency_id = @agencyId AND report_id = @reportId", new { agencyId, reportId });

    /// <summary>The report with this id, of any agency: for the operator, who holds the database itself.</summary>
    public Task<ReportRow?> FindAnywhere(Guid reportId) =>
        session.Find<ReportRow>(Reports + "WHERE report_id = @reportId ORDER BY agency_id LIMIT 1", new { reportId });

    /// <summary>The reports of an agency, newest first.</summary>
    public Task<IReadOnlyList<ReportRow>> List(int agencyId) =>
        session.List<ReportRow>(Reports + "WHERE agency_id = @agencyId ORDER BY report_no DESC", new { agencyId });
}
