namespace Assessment.Data;

/// <summary>The scores of one attempt, without whose they are.</summary>
public sealed record GivenFormRow
{
    /// <summary>The form given.</summary>
    public int FormVersionNo { get; init; }

    /// <summary>Ticks per item, packed.</summary>
    public byte[] Scores { get; init; } = [];
}

/// <summary>Score sheets of the whole installation from which the difficulty of items is estimated.</summary>
public sealed class DifficultyQueries(Session session)
{
    /// <summary>
    /// First goes before training on any version of an instrument's forms, in all agencies: after training an item is easier. People
    /// who refused consent for the wave or took it back are left out.
    /// </summary>
    public Task<IReadOnlyList<GivenFormRow>> BeforeTraining(int instrumentNo) => session.List<GivenFormRow>(
        """
        SELECT s.form_version_no, s.scores
        FROM form f
        JOIN form_version v ON v.form_no = f.form_no
        JOIN score_sheet s ON s.form_version_no = v.form_version_no
        JOIN wave w ON w.ordinal = s.wave_ordinal
        WHERE f.instrument_no = @instrumentNo AND w.code = 'pre' AND s.attempt_ordinal = 1
          AND NOT EXISTS (SELECT 1 FROM consent c
                          WHERE c.agency_id = s.agency_id AND c.participant_no = s.participant_no AND c.wave = w.code
                            AND (c.decision = 'refused' OR c.withdrawn_at IS NOT NULL)
                            AND c.decision_no = (SELECT MAX(newest.decision_no) FROM consent newest WHERE newest.agency_id = c.agency_id
                                                 AND newest.participant_no = c.participant_no AND newest.wave = c.wave))
        ORDER BY s.form_version_no, s.agency_id, s.attempt_no
        """,
        new { instrumentNo });
}
