namespace Assessment.Data;

/// <summary>A released package in the ledger.</summary>
public sealed record ReleaseRow
{
    /// <summary>The host of the study.</summary>
    public int AgencyId { get; init; }

    /// <summary>Number inside; given by the store.</summary>
    public int ReleaseNo { get; init; }

    /// <summary>Random id, printed in the package.</summary>
    public Guid ReleaseId { get; init; }

    /// <summary>The study.</summary>
    public int StudyNo { get; init; }

    /// <summary>public or restricted.</summary>
    public string Product { get; init; } = "";

    /// <summary>Rules it was made by, canonical JSON.</summary>
    public string Profile { get; init; } = "";

    /// <summary>Persons, agencies, masked, classes, JSON.</summary>
    public string Counts { get; init; } = "";

    /// <summary>SHA-256 of the rows read, lower-case hex.</summary>
    public string SnapshotHash { get; init; } = "";

    /// <summary>SHA-256 of the manifest, lower-case hex.</summary>
    public string PackageHash { get; init; } = "";

    /// <summary>built, approved or superseded.</summary>
    public string State { get; init; } = "";

    /// <summary>Key that asked for it.</summary>
    public string RequestedBy { get; init; } = "";

    /// <summary>Key that approved it, another one; null before.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>Version that built it.</summary>
    public string ProgramVersion { get; init; } = "";

    /// <summary>When it was built.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>Ledger of releases.</summary>
public sealed class ReleaseStore(Session session)
{
    private const string Releases =
        """
        SELECT agency_id, release_no, release_id, study_no, product, profile, counts, snapshot_hash, package_hash, state,
               requested_by, approved_by, program_version, created_at
        FROM release_ledger

        """;

    /// <summary>Enters a release and answers its number.</summary>
    public async Task<int> Add(ReleaseRow release)
    {
        ArgumentNullException.ThrowIfNull(release);
        var releaseNo = await session.NextNumber(release.AgencyId, "release_ledger");
        await session.Execute(
            """
            INSERT INTO release_ledger (agency_id, release_no, release_id, study_no, product, profile, counts, snapshot_hash, package_hash,
                                        state, requested_by, approved_by, program_version, created_at)
            VALUES (@AgencyId, @ReleaseNo, @ReleaseId, @StudyNo, @Product, @Profile, @Counts, @SnapshotHash, @PackageHash,
                    @State, @RequestedBy, @ApprovedBy, @ProgramVersion, @CreatedAt)
            """,
            release with { ReleaseNo = releaseNo });
        return releaseNo;
    }

    /// <summary>The agency's release with this id.</summary>
    public Task<ReleaseRow?> Find(int agencyId, Guid releaseId) =>
        session.Find<ReleaseRow>(Releases + "WHERE agency_id = @agencyId AND release_id = @releaseId", new { agencyId, releaseId });

    /// <summary>The releases of a study, oldest first.</summary>
    public Task<IReadOnlyList<ReleaseRow>> List(int agencyId, int studyNo) => session.List<ReleaseRow>(
        Releases + "WHERE agency_id = @agencyId AND study_no = @studyNo ORDER BY release_no",
        new { agencyId, studyNo });
}
