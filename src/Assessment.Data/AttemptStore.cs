namespace Assessment.Data;

/// <summary>One participant's go at one administration, with what administration and wave say about it.</summary>
public sealed record AttemptRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>Number inside; given by the store.</summary>
    public int AttemptNo { get; init; }

    /// <summary>Random id made by the client.</summary>
    public Guid AttemptId { get; init; }

    /// <summary>The administration.</summary>
    public int AdministrationNo { get; init; }

    /// <summary>The administration's delivery.</summary>
    public int DeliveryNo { get; init; }

    /// <summary>The participant.</summary>
    public int ParticipantNo { get; init; }

    /// <summary>The form given.</summary>
    public int FormVersionNo { get; init; }

    /// <summary>The wave's code; read, not written.</summary>
    public string Wave { get; init; } = "";

    /// <summary>The instrument; read, not written.</summary>
    public int InstrumentNo { get; init; }

    /// <summary>First, second, … go of the participant at the administration; given by the store.</summary>
    public int Ordinal { get; init; } = 1;

    /// <summary>Start of the generator that orders items and options.</summary>
    public long Seed { get; init; }

    /// <summary>When its own time is up, extra time included; null without a limit.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>Minutes given beyond the limit.</summary>
    public int ExtraMinutes { get; init; }

    /// <summary>Its own end alone limits it, not the administration's.</summary>
    public bool Outlives { get; init; }

    /// <summary>participant or time; null before it was handed in.</summary>
    public string? EndedBy { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When the test of its administration started; null while it waits; read, not written.</summary>
    public DateTimeOffset? TestStartedAt { get; init; }

    /// <summary>When it was handed in; null before.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>Proof of handing in; null before.</summary>
    public string? Receipt { get; init; }
}

/// <summary>The newest answer to an item.</summary>
public sealed record ResponseRow
{
    /// <summary>Item of the form version.</summary>
    public int ItemNo { get; init; }

    /// <summary>The answer; null when taken back.</summary>
    public string? Value { get; init; }

    /// <summary>The client's counter.</summary>
    public long Revision { get; init; }

    /// <summary>The device that saved it.</summary>
    public string Device { get; init; } = "";

    /// <summary>When the service took it, milliseconds since 1970-01-01 UTC.</summary>
    public long SavedAt { get; init; }
}

/// <summary>Attempts, their tickets and their answers. Answers are written by the response writer alone.</summary>
public sealed class AttemptStore(Session session)
{
    private const string Attempts =
        """
        SELECT a.agency_id, a.attempt_no, a.attempt_id, a.administration_no, a.delivery_no, a.participant_no, a.form_version_no,
               m.wave, m.instrument_no, m.started_at AS test_started_at, a.ordinal, a.seed, a.started_at, a.ends_at, a.extra_minutes, a.outlives,
               a.submitted_at, a.ended_by, a.receipt
        FROM attempt a
        JOIN administration m ON m.agency_id = a.agency_id AND m.administration_no = a.administration_no

        """;

    /// <summary>
    /// Starts an attempt, or finds the one with the same place: compare the answered <see cref="AttemptRow.AttemptId"/> with
    /// the one given to tell a repeated start from a second one.
    /// </summary>
    /// <returns>The newest attempt of the participant at the administration; null when the id is taken by another.</returns>
    public async Task<AttemptRow?> Start(AttemptRow attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        if (await FindOf(attempt.AgencyId, attempt.AdministrationNo, attempt.ParticipantNo) is { } newest && newest.Ordinal >= attempt.Ordinal)
        {
            return newest;
        }

        var attemptNo = await session.NextNumber(attempt.AgencyId, "attempt");
        await session.Execute(
            """
            INSERT INTO attempt (agency_id, attempt_no, attempt_id, administration_no, delivery_no, participant_no, form_version_no,
                                 ordinal, seed, started_at, ends_at, extra_minutes, outlives)
            VALUES (@AgencyId, @AttemptNo, @AttemptId, @AdministrationNo, @DeliveryNo, @ParticipantNo, @FormVersionNo,
                    @Ordinal, @Seed, @StartedAt, @EndsAt, @ExtraMinutes, @Outlives)
            ON CONFLICT DO NOTHING
            """,
            attempt with { AttemptNo = attemptNo });
        return await FindOf(attempt.AgencyId, attempt.AdministrationNo, attempt.ParticipantNo);
    }

    /// <summary>The attempt with this id in this agency.</summary>
    public Task<AttemptRow?> Find(int agencyId, Guid attemptId) => session.Find<AttemptRow>(
        Attempts + "WHERE a.agency_id = @agencyId AND a.attempt_id = @attemptId",
        new { agencyId, attemptId });

    /// <summary>The participant's newest attempt at an administration.</summary>
    public Task<AttemptRow?> FindOf(int agencyId, int administrationNo, int participantNo) => session.Find<AttemptRow>(
        Attempts + "WHERE a.agency_id = @agencyId AND a.administration_no = @administrationNo AND a.participant_no = @participantNo"
        + " ORDER BY a.ordinal DESC LIMIT 1",
        new { agencyId, administrationNo, participantNo });

    /// <summary>Whether a participant has handed in every administration of the class at a wave.</summary>
    public async Task<bool> WaveIsDone(int agencyId, int deliveryNo, int participantNo, string wave) => await session.Value<int>(
        """
        SELECT COUNT(*) FROM administration m
        WHERE m.agency_id = @agencyId AND m.delivery_no = @deliveryNo AND m.wave = @wave
          AND NOT EXISTS (SELECT 1 FROM attempt a WHERE a.agency_id = m.agency_id AND a.administration_no = m.administration_no
                          AND a.participant_no = @participantNo AND a.submitted_at IS NOT NULL)
        """,
        new { agencyId, deliveryNo, participantNo, wave }) == 0;

    /// <summary>All attempts at an administration, in the order they began.</summary>
    public Task<IReadOnlyList<AttemptRow>> List(int agencyId, int administrationNo) => session.List<AttemptRow>(
        Attempts + "WHERE a.agency_id = @agencyId AND a.administration_no = @administrationNo ORDER BY a.attempt_no",
        new { agencyId, administrationNo });

    /// <summary>Lets a device write to an attempt until a time; the hash is SHA-256 of the ticket.</summary>
    public Task AddTicket(int agencyId, int attemptNo, byte[] ticketHash, DateTimeOffset expiresAt) => session.Execute(
        """
        INSERT INTO ticket (agency_id, attempt_no, ticket_hash, expires_at) VALUES (@agencyId, @attemptNo, @ticketHash, @expiresAt)
        ON CONFLICT (agency_id, attempt_no, ticket_hash) DO UPDATE SET expires_at = excluded.expires_at
        """,
        new { agencyId, attemptNo, ticketHash, expiresAt });

    /// <summary>The attempt that a ticket opens at this time; null when the ticket is unknown or expired.</summary>
    public Task<AttemptRow?> FindByTicket(byte[] ticketHash, DateTimeOffset now) => session.Find<AttemptRow>(
        Attempts +
        """
        JOIN ticket t ON t.agency_id = a.agency_id AND t.attempt_no = a.attempt_no
        WHERE t.ticket_hash = @ticketHash AND t.expires_at > @now
        """,
        new { ticketHash, now });

    /// <summary>The newest answers of an attempt by item number; those taken back included, with a null value.</summary>
    public Task<IReadOnlyList<ResponseRow>> Responses(int agencyId, int attemptNo) => session.List<ResponseRow>(
        """
        SELECT item_no, value, revision, device, saved_at FROM response
        WHERE agency_id = @agencyId AND attempt_no = @attemptNo ORDER BY item_no
        """,
        new { agencyId, attemptNo });

    /// <summary>Every answer ever taken for an attempt, by item number and revision.</summary>
    public Task<IReadOnlyList<ResponseRow>> Events(int agencyId, int attemptNo) => session.List<ResponseRow>(
        """
        SELECT item_no, value, revision, device, saved_at FROM response_event
        WHERE agency_id = @agencyId AND attempt_no = @attemptNo ORDER BY item_no, revision
        """,
        new { agencyId, attemptNo });

    internal Task Submit(int agencyId, int attemptNo, DateTimeOffset submittedAt, string endedBy, string receipt) => session.Execute(
        """
        UPDATE attempt SET submitted_at = @submittedAt, ended_by = @endedBy, receipt = @receipt
        WHERE agency_id = @agencyId AND attempt_no = @attemptNo AND submitted_at IS NULL
        """,
        new { agencyId, attemptNo, submittedAt, endedBy, receipt });
}
