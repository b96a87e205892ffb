namespace Assessment.Data;

/// <summary>A declared evaluation.</summary>
public sealed record StudyRow
{
    /// <summary>The agency that hosts it.</summary>
    public int AgencyId { get; init; }

    /// <summary>Number inside; given by the store.</summary>
    public int StudyNo { get; init; }

    /// <summary>Random id at the border.</summary>
    public Guid StudyId { get; init; }

    /// <summary>Title.</summary>
    public string Title { get; init; } = "";

    /// <summary>A randomized or stepped wedge, B comparison or time series, C before-after, D description.</summary>
    public string DesignClass { get; init; } = "";

    /// <summary>Declared outcomes, JSON.</summary>
    public string Outcomes { get; init; } = "";

    /// <summary>Analysis plan, JSON.</summary>
    public string Plan { get; init; } = "";

    /// <summary>When declared.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When outcomes and plan were frozen; null before.</summary>
    public DateTimeOffset? FrozenAt { get; init; }
}

/// <summary>An agency that takes part in a study.</summary>
public sealed record StudyAgencyRow
{
    /// <summary>The host.</summary>
    public int AgencyId { get; init; }

    /// <summary>The study.</summary>
    public int StudyNo { get; init; }

    /// <summary>The agency that takes part.</summary>
    public int MemberAgencyId { get; init; }

    /// <summary>Arm; null without arms.</summary>
    public string? Arm { get; init; }

    /// <summary>Step of a stepped wedge, from 1; null otherwise.</summary>
    public int? Step { get; init; }

    /// <summary>Day it joined.</summary>
    public DateOnly JoinedOn { get; init; }
}

/// <summary>Studies and the agencies in them.</summary>
public sealed class StudyStore(Session session)
{
    private const string Studies =
        "SELECT agency_id, study_no, study_id, title, design_class, outcomes, plan, created_at, frozen_at FROM study ";

    /// <summary>Declares a study and answers its number.</summary>
    public async Task<int> Add(StudyRow study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var studyNo = await session.NextNumber(study.AgencyId, "study");
        await session.Execute(
            """
            INSERT INTO study (agency_id, study_no, study_id, title, design_class, outcomes, plan, created_at)
            VALUES (@AgencyId, @StudyNo, @StudyId, @Title, @DesignClass, @Outcomes, @Plan, @CreatedAt)
            """,
            study with { StudyNo = studyNo });
        return studyNo;
    }

    /// <summary>Freezes outcomes and plan; false when they are frozen already.</summary>
    public async Task<bool> Freeze(int agencyId, int studyNo, DateTimeOffset frozenAt) => await session.Execute(
        "UPDATE study SET frozen_at = @frozenAt WHERE agency_id = @agencyId AND study_no = @studyNo AND frozen_at IS NULL",
        new { agencyId, studyNo, frozenAt }) == 1;

    /// <summary>The agency's study with this id.</summary>
    public Task<StudyRow?> Find(int agencyId, Guid studyId) =>
        session.Find<StudyRow>(Studies + "WHERE agency_id = @agencyId AND study_id = @studyId", new { agencyId, studyId });

    /// <summary>The study of any agency with this id: whoever was told the id may ask to join; null for none.</summary>
    public Task<StudyRow?> FindToJoin(Guid studyId) =>
        session.Find<StudyRow>(Studies + "WHERE study_id = @studyId", new { studyId });

    /// <summary>Titles of the studies an agency takes part in, in order.</summary>
    public Task<IReadOnlyList<string>> TitlesOfMember(int memberAgencyId) => session.List<string>(
        """
        SELECT s.title FROM study_agency m
        JOIN study s ON s.agency_id = m.agency_id AND s.study_no = m.study_no
        WHERE m.member_agency_id = @memberAgencyId
        ORDER BY s.title
        """,
        new { memberAgencyId });

    /// <summary>The studies an agency hosts, by number.</summary>
    public Task<IReadOnlyList<StudyRow>> List(int agencyId) =>
        session.List<StudyRow>(Studies + "WHERE agency_id = @agencyId ORDER BY study_no", new { agencyId });

    /// <summary>Adds an agency to a study. One that takes part already is a unique violation.</summary>
    public Task AddMember(StudyAgencyRow member) => session.Execute(
        """
        INSERT INTO study_agency (agency_id, study_no, member_agency_id, arm, step, joined_on)
        VALUES (@AgencyId, @StudyNo, @MemberAgencyId, @Arm, @Step, @JoinedOn)
        """,
        member);

    /// <summary>The agencies of a study by number.</summary>
    public Task<IReadOnlyList<StudyAgencyRow>> Members(int agencyId, int studyNo) => session.List<StudyAgencyRow>(
        """
        SELECT agency_id, study_no, member_agency_id, arm, step, joined_on
        FROM study_agency WHERE agency_id = @agencyId AND study_no = @studyNo ORDER BY member_agency_id
        """,
        new { agencyId, studyNo });
}
