namespace Assessment.Data;

/// <summary>Which attempts are given to which raters.</summary>
public sealed class AssignmentStore(Session session)
{
    /// <summary>Gives attempts to raters.</summary>
    public Task Add(IEnumerable<AssignmentRow> assignments) => session.Execute(
        """
        INSERT INTO rating_assignment (agency_id, attempt_no, rater_no, second, assigned_at)
        VALUES (@AgencyId, @AttemptNo, @RaterNo, @Second, @AssignedAt)
        """,
        assignments.ToList());

    /// <summary>
    /// A rater's assignment of an attempt, locked until the transaction ends so that ratings of one attempt wait for each other;
    /// null when the attempt was not given to the rater.
    /// </summary>
    public async Task<AssignmentRow?> FindLocked(int agencyId, int attemptNo, int raterNo)
    {
        await session.Execute(
            "UPDATE rating_assignment SET second = second WHERE agency_id = @agencyId AND attempt_no = @attemptNo", new { agencyId, attemptNo });
        return await session.Find<AssignmentRow>(
            """
            SELECT agency_id, attempt_no, rater_no, second, assigned_at FROM rating_assignment
            WHERE agency_id = @agencyId AND attempt_no = @attemptNo AND rater_no = @raterNo
            """,
            new { agencyId, attemptNo, raterNo });
    }

    /// <summary>The submitted attempts of an administration that hold responses for raters, by number.</summary>
    /// <param name="agencyId">The agency.</param>
    /// <param name="administrationNo">The administration.</param>
    /// <param name="observed">The response that marks an observed scenario.</param>
    public Task<IReadOnlyList<RateableRow>> Rateable(int agencyId, int administrationNo, string observed) => session.List<RateableRow>(
        """
        SELECT a.attempt_no, SUM(CASE WHEN r.value = @observed THEN 0 ELSE 1 END) AS written,
               (SELECT MIN(s.rater_no) FROM rating_assignment s WHERE s.agency_id = a.agency_id AND s.attempt_no = a.attempt_no AND NOT s.second) AS first_rater_no,
               (SELECT COUNT(*) FROM rating_assignment s WHERE s.agency_id = a.agency_id AND s.attempt_no = a.attempt_no AND s.second) AS seconds
        FROM attempt a
        JOIN participant p ON p.agency_id = a.agency_id AND p.participant_no = a.participant_no AND p.withdrawn_at IS NULL
        JOIN response r ON r.agency_id = a.agency_id AND r.attempt_no = a.attempt_no AND r.value IS NOT NULL
        JOIN item q ON q.form_version_no = a.form_version_no AND q.item_no = r.item_no AND q.type = 'constructed-response'
        WHERE a.agency_id = @agencyId AND a.administration_no = @administrationNo AND a.submitted_at IS NOT NULL
        GROUP BY a.agency_id, a.attempt_no
        ORDER BY a.attempt_no
        """,
        new { agencyId, administrationNo, observed });

    /// <summary>The administrations of an agency in which something waits for raters or was rated, newest first.</summary>
    public Task<IReadOnlyList<RateableTestRow>> RateableTests(int agencyId) => session.List<RateableTestRow>(
        """
        SELECT m.administration_id, d.title AS class_title, i.title AS instrument, m.wave, COUNT(*) AS attempts,
               SUM(CASE WHEN EXISTS (SELECT 1 FROM rating_assignment s WHERE s.agency_id = a.agency_id AND s.attempt_no = a.attempt_no AND NOT s.second) THEN 1 ELSE 0 END) AS given,
               SUM(CASE WHEN EXISTS (SELECT 1 FROM rating_assignment s WHERE s.agency_id = a.agency_id AND s.attempt_no = a.attempt_no AND s.second) THEN 1 ELSE 0 END) AS given_twice
        FROM attempt a
        JOIN participant p ON p.agency_id = a.agency_id AND p.participant_no = a.participant_no AND p.withdrawn_at IS NULL
        JOIN administration m ON m.agency_id = a.agency_id AND m.administration_no = a.administration_no
        JOIN delivery d ON d.agency_id = m.agency_id AND d.delivery_no = m.delivery_no
        JOIN instrument i ON i.instrument_no = m.instrument_no
        WHERE a.agency_id = @agencyId AND a.submitted_at IS NOT NULL
          AND EXISTS (SELECT 1 FROM response r
                      JOIN item q ON q.form_version_no = a.form_version_no AND q.item_no = r.item_no AND q.type = 'constructed-response'
                      WHERE r.agency_id = a.agency_id AND r.attempt_no = a.attempt_no AND r.value IS NOT NULL)
        GROUP BY m.administration_no, m.administration_id, d.title, i.title, m.wave
        ORDER BY m.administration_no DESC
        """,
        new { agencyId });

    /// <summary>The responses given to a rater, by attempt and item.</summary>
    public Task<IReadOnlyList<RatingWorkRow>> Work(int agencyId, int raterNo) => session.List<RatingWorkRow>(
        """
        SELECT s.attempt_no, a.attempt_id, m.wave, i.plane, p.participant_id, p.study_code, a.form_version_no, r.item_no, r.value, r.revision, s.second, e.position
        FROM rating_assignment s
        JOIN attempt a ON a.agency_id = s.agency_id AND a.attempt_no = s.attempt_no
        JOIN administration m ON m.agency_id = a.agency_id AND m.administration_no = a.administration_no
        JOIN instrument i ON i.instrument_no = m.instrument_no
        JOIN participant p ON p.agency_id = a.agency_id AND p.participant_no = a.participant_no AND p.withdrawn_at IS NULL
        JOIN enrollment e ON e.agency_id = a.agency_id AND e.delivery_no = a.delivery_no AND e.participant_no = a.participant_no
        JOIN response r ON r.agency_id = a.agency_id AND r.attempt_no = a.attempt_no AND r.value IS NOT NULL
        JOIN item q ON q.form_version_no = a.form_version_no AND q.item_no = r.item_no AND q.type = 'constructed-response'
        WHERE s.agency_id = @agencyId AND s.rater_no = @raterNo
        ORDER BY s.attempt_no, r.item_no
        """,
        new { agencyId, raterNo });
}
