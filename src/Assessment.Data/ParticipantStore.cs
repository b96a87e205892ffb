namespace Assessment.Data;

/// <summary>The person trained, without a name.</summary>
public sealed record ParticipantRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>Number inside; given by the store.</summary>
    public int ParticipantNo { get; init; }

    /// <summary>Random id at the border of the training plane.</summary>
    public Guid ParticipantId { get; init; }

    /// <summary>Random code evaluators see instead.</summary>
    public string StudyCode { get; init; } = "";

    /// <summary>officer, cmhp-employee or cmhp-agreement.</summary>
    public string Kind { get; init; } = "";

    /// <summary>SHA-256 of the roster token.</summary>
    public byte[] RosterTokenHash { get; init; } = [];

    /// <summary>Rank; null unknown.</summary>
    public string? Rank { get; init; }

    /// <summary>Whole years of service; null unknown.</summary>
    public int? YearsOfService { get; init; }

    /// <summary>Sex; null unknown.</summary>
    public string? Sex { get; init; }

    /// <summary>Race or ethnicity; null unknown.</summary>
    public string? RaceEthnicity { get; init; }

    /// <summary>Age band; null unknown.</summary>
    public string? AgeBand { get; init; }

    /// <summary>Assignment; null unknown.</summary>
    public string? Assignment { get; init; }

    /// <summary>Highest degree; null unknown.</summary>
    public string? Education { get; init; }

    /// <summary>Had crisis intervention training before; null unknown.</summary>
    public bool? PriorCit { get; init; }

    /// <summary>Serves on a crisis intervention team; null unknown.</summary>
    public bool? CitMember { get; init; }

    /// <summary>First day of employment; null unknown.</summary>
    public DateOnly? HiredOn { get; init; }

    /// <summary>When entered.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the person left the study for good; null otherwise.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }
}

/// <summary>Participants without names; <see cref="IdentityStore"/> holds those.</summary>
public sealed class ParticipantStore(Session session)
{
    private const string Participants =
        """
        SELECT agency_id, participant_no, participant_id, study_code, kind, roster_token_hash, rank, years_of_service, sex,
               race_ethnicity, age_band, assignment, education, prior_cit, cit_member, hired_on, created_at, withdrawn_at
        FROM participant

        """;

    /// <summary>Adds a participant and answers the number. A token or code the agency has already is a unique violation.</summary>
    public async Task<int> Add(ParticipantRow participant)
    {
        ArgumentNullException.ThrowIfNull(participant);
        var participantNo = await session.NextNumber(participant.AgencyId, "participant");
        await session.Execute(
            """
            INSERT INTO participant (agency_id, participant_no, participant_id, study_code, kind, roster_token_hash, rank,
                                     years_of_service, sex, race_ethnicity, age_band, assignment, education, prior_cit, cit_member,
                                     hired_on, created_at)
            VALUES (@AgencyId, @ParticipantNo, @ParticipantId, @StudyCode, @Kind, @RosterTokenHash, @Rank,
                    @YearsOfService, @Sex, @RaceEthnicity, @AgeBand, @Assignment, @Education, @PriorCit, @CitMember,
                    @HiredOn, @CreatedAt)
            """,
            participant with { ParticipantNo = participantNo });
        return participantNo;
    }

    /// <summary>The agency's participant with this number.</summary>
    public Task<ParticipantRow?> Find(int agencyId, int participantNo) => session.Find<ParticipantRow>(
        Participants + "WHERE agency_id = @agencyId AND participant_no = @participantNo",
        new { agencyId, participantNo });

    /// <summary>The agency's participant with this id.</summary>
    public Task<ParticipantRow?> FindById(int agencyId, Guid participantId) => session.Find<ParticipantRow>(
        Participants + "WHERE agency_id = @agencyId AND participant_id = @participantId",
        new { agencyId, participantId });

    /// <summary>The agency's participant with this study code.</summary>
    public Task<ParticipantRow?> FindByCode(int agencyId, string studyCode) => session.Find<ParticipantRow>(
        Participants + "WHERE agency_id = @agencyId AND study_code = @studyCode",
        new { agencyId, studyCode });

    /// <summary>The agency's participant with this roster token, withdrawn or not.</summary>
    public Task<ParticipantRow?> FindByToken(int agencyId, byte[] rosterTokenHash) => session.Find<ParticipantRow>(
        Participants + "WHERE agency_id = @agencyId AND roster_token_hash = @rosterTokenHash",
        new { agencyId, rosterTokenHash });

    /// <summary>Gives a participant a new roster token; the old one opens nothing any more. False when the number is unknown.</summary>
    public async Task<bool> SetToken(int agencyId, int participantNo, byte[] rosterTokenHash) => await session.Execute(
        "UPDATE participant SET roster_token_hash = @rosterTokenHash WHERE agency_id = @agencyId AND participant_no = @participantNo",
        new { agencyId, participantNo, rosterTokenHash }) == 1;

    /// <summary>All participants of an agency by number.</summary>
    public Task<IReadOnlyList<ParticipantRow>> List(int agencyId) =>
        session.List<ParticipantRow>(Participants + "WHERE agency_id = @agencyId ORDER BY participant_no", new { agencyId });
}
