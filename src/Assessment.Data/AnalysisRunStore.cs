namespace Assessment.Data;

/// <summary>One analysis as it was run.</summary>
public sealed record AnalysisRunRow
{
    /// <summary>The host of the study.</summary>
    public int AgencyId { get; init; }

    /// <summary>Number inside; given by the store.</summary>
    public int AnalysisNo { get; init; }

    /// <summary>Random id at the border.</summary>
    public Guid AnalysisId { get; init; }

    /// <summary>The study.</summary>
    public int StudyNo { get; init; }

    /// <summary>What was asked, canonical JSON.</summary>
    public string Options { get; init; } = "";

    /// <summary>SHA-256 of the rows read, lower-case hex.</summary>
    public string InputHash { get; init; } = "";

    /// <summary>Version that computed it.</summary>
    public string ProgramVersion { get; init; } = "";

    /// <summary>Findings, JSON.</summary>
    public string Findings { get; init; } = "";

    /// <summary>When it was run.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>Analyses; never changed once run.</summary>
public sealed class AnalysisRunStore(Session session)
{
    private const string Runs =
        """
        SELECT agency_id, analysis_no, analysis_id, study_no, options, input_hash, program_version, findings, created_at
        FROM analysis_run

        """;

    /// <summary>Keeps a run and answers its number.</summary>
    public async Task<int> Add(AnalysisRunRow run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var analysisNo = await session.NextNumber(run.AgencyId, "analysis_run");
        await session.Execute(
            """
            INSERT INTO analysis_run (agency_id, analysis_no, analysis_id, study_no, options, input_hash, program_version, findings, created_at)
            VALUES (@AgencyId, @AnalysisNo, @AnalysisId, @StudyNo, @Options, @InputHash, @ProgramVersion, @Findings, @CreatedAt)
            """,
            run with { AnalysisNo = analysisNo });
        return analysisNo;
    }

    /// <summary>The agency's run with this id.</summary>
    public Task<AnalysisRunRow?> Find(int agencyId, Guid analysisId) =>
        session.Find<AnalysisRunRow>(Runs + "WHERE agency_id = @agencyId AND analysis_id = @analysisId", new { agencyId, analysisId });

    /// <summary>The runs of a study, newest first.</summary>
    public Task<IReadOnlyList<AnalysisRunRow>> List(int agencyId, int studyNo) => session.List<AnalysisRunRow>(
        Runs + "WHERE agency_id = @agencyId AND study_no = @studyNo ORDER BY analysis_no DESC",
        new { agencyId, studyNo });
}
