using Assessment.Data.Responses;

namespace Assessment.Data;

/// <summary>An answer of an attempt, newest or from the log.</summary>
public sealed record CarriedAnswerRow
{
    /// <summary>The attempt.</summary>
    public int AttemptNo { get; init; }

    /// <summary>Item of the attempt's form version.</summary>
    public int ItemNo { get; init; }

    /// <summary>The answer; null when taken back.</summary>
    public string? Value { get; init; }

    /// <summary>The device's counter.</summary>
    public long Revision { get; init; }

    /// <summary>The device that saved it.</summary>
    public string Device { get; init; } = "";

    /// <summary>When the service took it, milliseconds since 1970-01-01 UTC.</summary>
    public long SavedAt { get; init; }
}

/// <summary>A notice that somebody decided on.</summary>
public sealed record NoticeRow
{
    /// <summary>Its version.</summary>
    public string Version { get; init; } = "";

    /// <summary>The text as shown.</summary>
    public string Text { get; init; } = "";

    /// <summary>When it was first decided on.</summary>
    public DateTimeOffset FirstShownAt { get; init; }
}

/// <summary>Whole classes as they are carried between databases: what happened in them is read, and written as it happened elsewhere.</summary>
public sealed class CarriedClassStore(Session session)
{
    /// <summary>All attempts of a class by number.</summary>
    public Task<IReadOnlyList<AttemptRow>> Attempts(int agencyId, int deliveryNo) => session.List<AttemptRow>(
        """
        SELECT a.agency_id, a.attempt_no, a.attempt_id, a.administration_no, a.delivery_no, a.participant_no, a.form_version_no,
               a.ordinal, a.seed, a.started_at, a.ends_at, a.extra_minutes, a.outlives, a.submitted_at, a.ended_by, a.receipt
        FROM attempt a WHERE a.agency_id = @agencyId AND a.delivery_no = @deliveryNo ORDER BY a.attempt_no
        """,
        new { agencyId, deliveryNo });

    /// <summary>The newest answers of a class, by attempt and item.</summary>
    public Task<IReadOnlyList<CarriedAnswerRow>> Answers(int agencyId, int deliveryNo) => session.List<CarriedAnswerRow>(
        """
        SELECT r.attempt_no, r.item_no, r.value, r.revision, r.device, r.saved_at
        FROM response r JOIN attempt a ON a.agency_id = r.agency_id AND a.attempt_no = r.attempt_no
        WHERE a.agency_id = @agencyId AND a.delivery_no = @deliveryNo ORDER BY r.attempt_no, r.item_no
        """,
        new { agencyId, deliveryNo });

    /// <summary>Every answer that was ever taken in a class, in the order of time.</summary>
    public Task<IReadOnlyList<CarriedAnswerRow>> Events(int agencyId, int deliveryNo) => session.List<CarriedAnswerRow>(
        """
        SELECT r.attempt_no, r.item_no, r.value, r.revision, r.device, r.saved_at
        FROM response_event r JOIN attempt a ON a.agency_id = r.agency_id AND a.attempt_no = r.attempt_no
        WHERE a.agency_id = @agencyId AND a.delivery_no = @deliveryNo ORDER BY r.saved_at, r.attempt_no, r.item_no, r.revision
        """,
        new { agencyId, deliveryNo });

    /// <summary>The score sheets of a class by attempt.</summary>
    public Task<IReadOnlyList<ScoreSheetRow>> Sheets(int agencyId, int deliveryNo) => session.List<ScoreSheetRow>(
        """
        SELECT agency_id, attempt_no, form_version_no, delivery_no, participant_no, wave_ordinal, attempt_ordinal, points, scores
        FROM score_sheet WHERE agency_id = @agencyId AND delivery_no = @deliveryNo ORDER BY attempt_no
        """,
        new { agencyId, deliveryNo });

    /// <summary>How many checklists about the class's people after return to duty there are.</summary>
    public Task<int> FollowUps(int agencyId, int deliveryNo) => session.Value<int>(
        "SELECT COUNT(*) FROM follow_up_assessment WHERE agency_id = @agencyId AND delivery_no = @deliveryNo", new { agencyId, deliveryNo });

    /// <summary>All decisions about consent of a class's people, by person, wave and order.</summary>
    public Task<IReadOnlyList<ConsentRow>> Consents(int agencyId, int deliveryNo) => session.List<ConsentRow>(
        """
        SELECT c.agency_id, c.participant_no, c.wave, c.decision_no, c.decision, c.text_version, c.decided_at, c.withdrawn_at
        FROM consent c JOIN enrollment e ON e.agency_id = c.agency_id AND e.participant_no = c.participant_no
        WHERE e.agency_id = @agencyId AND e.delivery_no = @deliveryNo ORDER BY c.participant_no, c.wave, c.decision_no
        """,
        new { agencyId, deliveryNo });

    /// <summary>The notices that a class's people decided on, by version.</summary>
    public Task<IReadOnlyList<NoticeRow>> Notices(int agencyId, int deliveryNo) => session.List<NoticeRow>(
        """
        SELECT n.version, n.text, n.first_shown_at FROM notice n
        WHERE n.version IN (SELECT c.text_version FROM consent c
                            JOIN enrollment e ON e.agency_id = c.agency_id AND e.participant_no = c.participant_no
                            WHERE e.agency_id = @agencyId AND e.delivery_no = @deliveryNo)
        ORDER BY n.version
        """,
        new { agencyId, deliveryNo });

    /// <summary>Holds attempts until the transaction ends, so that no device and no rater saves to them meanwhile. SQLite has one writer anyway.</summary>
    public async Task Hold(int agencyId, IReadOnlyList<int> attemptNos)
    {
        if (session.Dialect == Dialect.PostgreSql && attemptNos.Count > 0)
        {
            await new PostgresResponseTable().Lock(session, [.. attemptNos.Select(no => new AttemptKey(agencyId, no))]);
            await session.Execute(
                "UPDATE rating_assignment SET second = second WHERE agency_id = @agencyId AND " + session.Dialect.AnyOf("attempt_no", "@attempts"),
                new { agencyId, attempts = session.Dialect.Array(attemptNos) });
        }
    }

    /// <summary>Enrolls a participant at the place that the row names, or at the end of the roster when that place is taken.</summary>
    public Task Enroll(EnrollmentRow enrollment) => session.Execute(
        """
        INSERT INTO enrollment (agency_id, delivery_no, participant_no, position, funding_source, overtime, minutes_attended, completed_on, withdrawn_on)
        SELECT @AgencyId, @DeliveryNo, @ParticipantNo,
               CASE WHEN COALESCE(MAX(CASE WHEN position = @Position THEN 1 ELSE 0 END), 0) = 1 THEN MAX(position) + 1 ELSE @Position END,
               @FundingSource, @Overtime, @MinutesAttended, @CompletedOn, @WithdrawnOn
        FROM enrollment WHERE agency_id = @AgencyId AND delivery_no = @DeliveryNo
        """,
        enrollment);

    /// <summary>Sets what became of a participant in the class.</summary>
    public Task SetEnrollment(EnrollmentRow enrollment) => session.Execute(
        """
        UPDATE enrollment SET minutes_attended = @MinutesAttended, completed_on = @CompletedOn, withdrawn_on = @WithdrawnOn
        WHERE agency_id = @AgencyId AND delivery_no = @DeliveryNo AND participant_no = @ParticipantNo
        """,
        enrollment);

    /// <summary>Writes all decisions of a participant anew, numbered as given.</summary>
    public async Task PutConsents(int agencyId, int participantNo, IReadOnlyList<ConsentRow> consents)
    {
        await session.Execute("DELETE FROM consent WHERE agency_id = @agencyId AND participant_no = @participantNo", new { agencyId, participantNo });
        await session.Execute(
            """
            INSERT INTO consent (agency_id, participant_no, wave, decision_no, decision, text_version, decided_at, withdrawn_at)
            VALUES (@AgencyId, @ParticipantNo, @Wave, @DecisionNo, @Decision, @TextVersion, @DecidedAt, @WithdrawnAt)
            """,
            consents);
    }

    /// <summary>Adds an attempt as it stands elsewhere and answers its number here.</summary>
    public async Task<int> AddAttempt(AttemptRow attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var attemptNo = await session.NextNumber(attempt.AgencyId, "attempt");
        await session.Execute(
            """
            INSERT INTO attempt (agency_id, attempt_no, attempt_id, administration_no, delivery_no, participant_no, form_version_no, ordinal,
                                 seed, started_at, ends_at, extra_minutes, outlives, submitted_at, ended_by, receipt)
            VALUES (@AgencyId, @AttemptNo, @AttemptId, @AdministrationNo, @DeliveryNo, @ParticipantNo, @FormVersionNo, @Ordinal,
                    @Seed, @StartedAt, @EndsAt, @ExtraMinutes, @Outlives, @SubmittedAt, @EndedBy, @Receipt)
            """,
            attempt with { AttemptNo = attemptNo });
        return attemptNo;
    }

    /// <summary>Sets the times of an attempt and how it was handed in.</summary>
    public Task SetState(AttemptRow attempt) => session.Execute(
        """
        UPDATE attempt SET ends_at = @EndsAt, extra_minutes = @ExtraMinutes, outlives = @Outlives,
                           submitted_at = @SubmittedAt, ended_by = @EndedBy, receipt = @Receipt
        WHERE agency_id = @AgencyId AND attempt_no = @AttemptNo
        """,
        attempt);

    /// <summary>Puts answers in force, in place of those that were.</summary>
    public Task PutAnswers(int agencyId, IEnumerable<CarriedAnswerRow> answers) => session.Execute(
        """
        INSERT INTO response (agency_id, attempt_no, item_no, value, revision, device, saved_at)
        VALUES (@agencyId, @AttemptNo, @ItemNo, @Value, @Revision, @Device, @SavedAt)
        ON CONFLICT (agency_id, attempt_no, item_no) DO UPDATE
        SET value = excluded.value, revision = excluded.revision, device = excluded.device, saved_at = excluded.saved_at
        """,
        Rows(agencyId, answers));

    /// <summary>Adds answers to the log.</summary>
    public Task AddEvents(int agencyId, IEnumerable<CarriedAnswerRow> events) => session.Execute(
        """
        INSERT INTO response_event (agency_id, attempt_no, item_no, value, revision, device, saved_at)
        VALUES (@agencyId, @AttemptNo, @ItemNo, @Value, @Revision, @Device, @SavedAt)
        ON CONFLICT DO NOTHING
        """,
        Rows(agencyId, events));

    private static List<object> Rows(int agencyId, IEnumerable<CarriedAnswerRow> answers) =>
        [.. answers.Select(row => new { agencyId, row.AttemptNo, row.ItemNo, row.Value, row.Revision, row.Device, row.SavedAt })];
}
