namespace Assessment.Data;

/// <summary>A participant in a delivery.</summary>
public sealed record EnrollmentRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>The delivery.</summary>
    public int DeliveryNo { get; init; }

    /// <summary>The participant.</summary>
    public int ParticipantNo { get; init; }

    /// <summary>The participant's id; read, not written.</summary>
    public Guid ParticipantId { get; init; }

    /// <summary>The participant's kind; read, not written.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Place on the roster, from 0; given by the store. Decides which parallel form is given first.</summary>
    public int Position { get; init; }

    /// <summary>grant or other.</summary>
    public string FundingSource { get; init; } = "";

    /// <summary>Overtime was charged.</summary>
    public bool Overtime { get; init; }

    /// <summary>Minutes attended; null until known.</summary>
    public int? MinutesAttended { get; init; }

    /// <summary>Day of completion; null while not completed.</summary>
    public DateOnly? CompletedOn { get; init; }

    /// <summary>Day the participant left the class; null otherwise.</summary>
    public DateOnly? WithdrawnOn { get; init; }
}

/// <summary>Rosters of deliveries, without names.</summary>
public sealed class EnrollmentStore(Session session)
{
    private const string Enrollments =
        """
        SELECT e.agency_id, e.delivery_no, e.participant_no, p.participant_id, p.kind, e.position, e.funding_source, e.overtime,
               e.minutes_attended, e.completed_on, e.withdrawn_on
        FROM enrollment e
        JOIN participant p ON p.agency_id = e.agency_id AND p.participant_no = e.participant_no

        """;

    /// <summary>Puts a participant at the end of a roster and answers the place. Being on it already is a unique violation.</summary>
    public Task<int> Add(EnrollmentRow enrollment) => session.Value<int>(
        """
        INSERT INTO enrollment (agency_id, delivery_no, participant_no, position, funding_source, overtime, minutes_attended,
                                completed_on, withdrawn_on)
        SELECT @AgencyId, @DeliveryNo, @ParticipantNo, COALESCE(MAX(position) + 1, 0), @FundingSource, @Overtime, @MinutesAttended,
               @CompletedOn, @WithdrawnOn
        FROM enrollment WHERE agency_id = @AgencyId AND delivery_no = @DeliveryNo
        RETURNING position
        """,
        enrollment);

    /// <summary>A participant's place in a delivery; null when not enrolled.</summary>
    public Task<EnrollmentRow?> Find(int agencyId, int deliveryNo, int participantNo) => session.Find<EnrollmentRow>(
        Enrollments + "WHERE e.agency_id = @agencyId AND e.delivery_no = @deliveryNo AND e.participant_no = @participantNo",
        new { agencyId, deliveryNo, participantNo });

    /// <summary>The enrollment that a roster token opens in a delivery; null when the token is not on its roster or the person withdrew.</summary>
    public Task<EnrollmentRow?> FindByToken(int agencyId, int deliveryNo, byte[] rosterTokenHash) => session.Find<EnrollmentRow>(
        Enrollments +
        """
        WHERE e.agency_id = @agencyId AND e.delivery_no = @deliveryNo AND p.roster_token_hash = @rosterTokenHash
          AND e.withdrawn_on IS NULL AND p.withdrawn_at IS NULL
        """,
        new { agencyId, deliveryNo, rosterTokenHash });

    /// <summary>The roster of a delivery by place.</summary>
    public Task<IReadOnlyList<EnrollmentRow>> List(int agencyId, int deliveryNo) => session.List<EnrollmentRow>(
        Enrollments + "WHERE e.agency_id = @agencyId AND e.delivery_no = @deliveryNo ORDER BY e.position",
        new { agencyId, deliveryNo });

    /// <summary>How many are on the roster of a delivery and have left neither it nor the study.</summary>
    public Task<int> Count(int agencyId, int deliveryNo) => session.Value<int>(
        """
        SELECT COUNT(*) FROM enrollment e
        JOIN participant p ON p.agency_id = e.agency_id AND p.participant_no = e.participant_no
        WHERE e.agency_id = @agencyId AND e.delivery_no = @deliveryNo AND e.withdrawn_on IS NULL AND p.withdrawn_at IS NULL
        """,
        new { agencyId, deliveryNo });

    /// <summary>Records completion; false when the participant is not enrolled.</summary>
    public async Task<bool> Complete(int agencyId, int deliveryNo, int participantNo, DateOnly completedOn, int? minutesAttended) =>
        await session.Execute(
            """
            UPDATE enrollment SET completed_on = @completedOn, minutes_attended = @minutesAttended
            WHERE agency_id = @agencyId AND delivery_no = @deliveryNo AND participant_no = @participantNo
            """,
            new { agencyId, deliveryNo, participantNo, completedOn, minutesAttended }) == 1;

    /// <summary>Records that a participant left the class; false when not enrolled.</summary>
    public async Task<bool> Withdraw(int agencyId, int deliveryNo, int participantNo, DateOnly withdrawnOn) =>
        await session.Execute(
            """
            UPDATE enrollment SET withdrawn_on = @withdrawnOn
            WHERE agency_id = @agencyId AND delivery_no = @deliveryNo AND participant_no = @participantNo
            """,
            new { agencyId, deliveryNo, participantNo, withdrawnOn }) == 1;
}
