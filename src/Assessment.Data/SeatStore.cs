namespace Assessment.Data;

/// <summary>A place on the roster as the proctor sees it: how far the person is, never an answer.</summary>
public sealed record SeatRow
{
    /// <summary>Place on the roster, from 0.</summary>
    public int Position { get; init; }

    /// <summary>The newest attempt; null when the person has not joined.</summary>
    public Guid? AttemptId { get; init; }

    /// <summary>Its number inside; null when the person has not joined.</summary>
    public int? AttemptNo { get; init; }

    /// <summary>Items of its form that a response can be given to; 0 when not joined.</summary>
    public int Items { get; init; }

    /// <summary>Items answered.</summary>
    public int Answered { get; init; }

    /// <summary>When the newest answer came, milliseconds since 1970-01-01 UTC; null before the first.</summary>
    public long? SavedAt { get; init; }

    /// <summary>When it began; null when not joined.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the test started for everybody; null while those who joined wait.</summary>
    public DateTimeOffset? TestStartedAt { get; init; }

    /// <summary>When its own time is up; null without a limit.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>When it was handed in; null before.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>participant or time; null before.</summary>
    public string? EndedBy { get; init; }
}

/// <summary>An attempt whose time is up.</summary>
public sealed record ExpiredRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>The attempt.</summary>
    public int AttemptNo { get; init; }

    /// <summary>The form given.</summary>
    public int FormVersionNo { get; init; }
}

/// <summary>Attempts while they run: seats, extra time, reopening, moving to another device, and those whose time is up.</summary>
public sealed class SeatStore(Session session)
{
    /// <summary>The seats of an administration by place on the roster.</summary>
    public Task<IReadOnlyList<SeatRow>> List(int agencyId, int administrationNo) => session.List<SeatRow>(
        """
        SELECT e.position, a.attempt_id, a.attempt_no, a.started_at, m.started_at AS test_started_at, a.ends_at, a.submitted_at, a.ended_by,
               (SELECT COUNT(*) FROM item i WHERE i.form_version_no = a.form_version_no AND i.type <> 'stimulus') AS items,
               (SELECT COUNT(r.value) FROM response r WHERE r.agency_id = a.agency_id AND r.attempt_no = a.attempt_no) AS answered,
               (SELECT MAX(r.saved_at) FROM response r WHERE r.agency_id = a.agency_id AND r.attempt_no = a.attempt_no) AS saved_at
        FROM administration m
        JOIN enrollment e ON e.agency_id = m.agency_id AND e.delivery_no = m.delivery_no
        LEFT JOIN attempt a ON a.agency_id = m.agency_id AND a.administration_no = m.administration_no AND a.participant_no = e.participant_no
          AND a.ordinal = (SELECT MAX(newest.ordinal) FROM attempt newest WHERE newest.agency_id = a.agency_id
                           AND newest.administration_no = a.administration_no AND newest.participant_no = a.participant_no)
        WHERE m.agency_id = @agencyId AND m.administration_no = @administrationNo AND e.withdrawn_on IS NULL
        ORDER BY e.position
        """,
        new { agencyId, administrationNo });

    /// <summary>The minutes beyond the limit that people of an administration have, each number once.</summary>
    public Task<IReadOnlyList<int>> ExtraMinutes(int agencyId, int administrationNo) => session.List<int>(
        "SELECT DISTINCT extra_minutes FROM attempt WHERE agency_id = @agencyId AND administration_no = @administrationNo",
        new { agencyId, administrationNo });

    /// <summary>Sets when time is up for the attempts of an administration with so many extra minutes.</summary>
    public Task SetEnd(int agencyId, int administrationNo, int extraMinutes, DateTimeOffset endsAt) => session.Execute(
        """
        UPDATE attempt SET ends_at = @endsAt
        WHERE agency_id = @agencyId AND administration_no = @administrationNo AND extra_minutes = @extraMinutes AND submitted_at IS NULL
        """,
        new { agencyId, administrationNo, extraMinutes, endsAt });

    /// <summary>Gives a running attempt an end of its own, whatever the administration says; false when it was handed in.</summary>
    public async Task<bool> GiveTime(int agencyId, int attemptNo, DateTimeOffset endsAt, int extraMinutes) => await session.Execute(
        """
        UPDATE attempt SET ends_at = @endsAt, extra_minutes = @extraMinutes, outlives = @outlives
        WHERE agency_id = @agencyId AND attempt_no = @attemptNo AND submitted_at IS NULL
        """,
        new { agencyId, attemptNo, endsAt, extraMinutes, outlives = true }) == 1;

    /// <summary>No attempt of the administration outlives it any longer.</summary>
    public Task EndAll(int agencyId, int administrationNo) => session.Execute(
        """
        UPDATE attempt SET outlives = @outlives
        WHERE agency_id = @agencyId AND administration_no = @administrationNo AND submitted_at IS NULL
        """,
        new { agencyId, administrationNo, outlives = false });

    /// <summary>Opens an attempt again until a time, whatever the administration says; its score sheet and receipt are void.</summary>
    public async Task Reopen(int agencyId, int attemptNo, DateTimeOffset endsAt)
    {
        await session.Execute(
            """
            UPDATE attempt SET outlives = @outlives, ends_at = @endsAt, submitted_at = NULL, ended_by = NULL, receipt = NULL
            WHERE agency_id = @agencyId AND attempt_no = @attemptNo
            """,
            new { agencyId, attemptNo, outlives = true, endsAt });
        await new ScoreSheetStore(session).Remove(agencyId, attemptNo);
    }

    /// <summary>Keeps a code that carries an attempt to another device; false when the code is taken and another must be tried.</summary>
    public async Task<bool> TryGiveMoveCode(int agencyId, int attemptNo, string code, DateTimeOffset expiresAt) => await session.Execute(
        """
        INSERT INTO move_code (code, agency_id, attempt_no, expires_at) VALUES (@code, @agencyId, @attemptNo, @expiresAt)
        ON CONFLICT (code) DO NOTHING
        """,
        new { code, agencyId, attemptNo, expiresAt }) == 1;

    /// <summary>The attempt that a code carries; null when the code is unknown or too old.</summary>
    public async Task<AttemptRow?> FindMoveCode(string code, DateTimeOffset now) =>
        await session.Find<MoveRow>(
            """
            SELECT a.agency_id, a.attempt_id FROM move_code c
            JOIN attempt a ON a.agency_id = c.agency_id AND a.attempt_no = c.attempt_no
            WHERE c.code = @code AND c.expires_at > @now
            """,
            new { code, now }) is { } carried
            ? await new AttemptStore(session).Find(carried.AgencyId, carried.AttemptId)
            : null;

    /// <summary>Removes a code that was used, and every code that is too old.</summary>
    public Task RemoveMoveCodes(string used, DateTimeOffset now) =>
        session.Execute("DELETE FROM move_code WHERE code = @used OR expires_at <= @now", new { used, now });

    /// <summary>
    /// Attempts with at least one answer that were not handed in and whose time was up before a moment. An attempt without
    /// an answer is left: nobody was measured by it.
    /// </summary>
    public Task<IReadOnlyList<ExpiredRow>> Expired(DateTimeOffset before) => session.List<ExpiredRow>(
        """
        SELECT a.agency_id, a.attempt_no, a.form_version_no
        FROM attempt a
        JOIN administration m ON m.agency_id = a.agency_id AND m.administration_no = a.administration_no
        WHERE a.submitted_at IS NULL AND (a.ends_at <= @before OR (NOT a.outlives AND m.ends_at <= @before))
          AND EXISTS (SELECT 1 FROM response r WHERE r.agency_id = a.agency_id AND r.attempt_no = a.attempt_no AND r.value IS NOT NULL)
        ORDER BY a.agency_id, a.attempt_no
        LIMIT 1000
        """,
        new { before });

    private sealed record MoveRow
    {
        public int AgencyId { get; init; }

        public Guid AttemptId { get; init; }
    }
}
