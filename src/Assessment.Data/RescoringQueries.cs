namespace Assessment.Data;

/// <summary>A submitted attempt with the scores that are stored for it.</summary>
public sealed record StoredScoreRow
{
    /// <summary>The attempt.</summary>
    public int AttemptNo { get; init; }

    /// <summary>Its id at the border.</summary>
    public Guid AttemptId { get; init; }

    /// <summary>The class.</summary>
    public int DeliveryNo { get; init; }

    /// <summary>The participant.</summary>
    public int ParticipantNo { get; init; }

    /// <summary>Number of the wave in score sheets.</summary>
    public int WaveOrdinal { get; init; }

    /// <summary>Code of the wave.</summary>
    public string Wave { get; init; } = "";

    /// <summary>The form given.</summary>
    public int FormVersionNo { get; init; }

    /// <summary>Stored points, ticks; null when nothing is stored.</summary>
    public int? Points { get; init; }

    /// <summary>Stored ticks per item; null when nothing is stored.</summary>
    public byte[]? Scores { get; init; }
}

/// <summary>An answer of an attempt.</summary>
public sealed record AnswerRow
{
    /// <summary>The agency; 0 where the query is of one agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>The attempt.</summary>
    public int AttemptNo { get; init; }

    /// <summary>The item.</summary>
    public int ItemNo { get; init; }

    /// <summary>The answer.</summary>
    public string Value { get; init; } = "";
}

/// <summary>What scoring an agency's attempts again needs: the answers, and the scores that are stored.</summary>
public sealed class RescoringQueries(Session session, int agencyId)
{
    /// <summary>Every submitted attempt of the agency by number, with its stored scores.</summary>
    public Task<IReadOnlyList<StoredScoreRow>> Scores() => session.List<StoredScoreRow>(
        """
        SELECT a.attempt_no, a.attempt_id, a.delivery_no, a.participant_no, w.ordinal AS wave_ordinal, m.wave, a.form_version_no, s.points, s.scores
        FROM attempt a
        JOIN administration m ON m.agency_id = a.agency_id AND m.administration_no = a.administration_no
        JOIN wave w ON w.code = m.wave
        LEFT JOIN score_sheet s ON s.agency_id = a.agency_id AND s.attempt_no = a.attempt_no
        WHERE a.agency_id = @agencyId AND a.submitted_at IS NOT NULL
        ORDER BY a.attempt_no
        """,
        new { agencyId });

    /// <summary>Every answer of the agency that stands, by attempt and item.</summary>
    public Task<IReadOnlyList<AnswerRow>> Answers() => session.List<AnswerRow>(
        "SELECT attempt_no, item_no, value FROM response WHERE agency_id = @agencyId AND value IS NOT NULL ORDER BY attempt_no, item_no",
        new { agencyId });
}
