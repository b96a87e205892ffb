namespace Assessment.Data;

/// <summary>The scores of one submitted attempt.</summary>
public sealed record ScoreSheetRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>The attempt.</summary>
    public int AttemptNo { get; init; }

    /// <summary>The form given.</summary>
    public int FormVersionNo { get; init; }

    /// <summary>The delivery.</summary>
    public int DeliveryNo { get; init; }

    /// <summary>The participant.</summary>
    public int ParticipantNo { get; init; }

    /// <summary>Order of the wave, from 0.</summary>
    public int WaveOrdinal { get; init; }

    /// <summary>First, second, … go; analyses read the first.</summary>
    public int AttemptOrdinal { get; init; }

    /// <summary>All points, ticks.</summary>
    public int Points { get; init; }

    /// <summary>Ticks per item, packed as <see cref="Domain.Scoring.ScoreSheet.Pack"/> does.</summary>
    public byte[] Scores { get; init; } = [];
}

/// <summary>Score sheets, one per submitted attempt; rebuilt by putting them again.</summary>
public sealed class ScoreSheetStore(Session session)
{
    /// <summary>Writes the sheet of an attempt, in place of an older one.</summary>
    public Task Put(ScoreSheetRow sheet) => session.Execute(
        """
        INSERT INTO score_sheet (agency_id, attempt_no, form_version_no, delivery_no, participant_no, wave_ordinal, attempt_ordinal,
                                 points, scores)
        VALUES (@AgencyId, @AttemptNo, @FormVersionNo, @DeliveryNo, @ParticipantNo, @WaveOrdinal, @AttemptOrdinal, @Points, @Scores)
        ON CONFLICT (agency_id, attempt_no) DO UPDATE SET points = excluded.points, scores = excluded.scores
        """,
        sheet);

    /// <summary>Takes the sheet of a reopened attempt away.</summary>
    public Task Remove(int agencyId, int attemptNo) => session.Execute(
        "DELETE FROM score_sheet WHERE agency_id = @agencyId AND attempt_no = @attemptNo", new { agencyId, attemptNo });

    /// <summary>The sheet of an attempt; null before it is submitted.</summary>
    public Task<ScoreSheetRow?> Find(int agencyId, int attemptNo) => session.Find<ScoreSheetRow>(
        """
        SELECT agency_id, attempt_no, form_version_no, delivery_no, participant_no, wave_ordinal, attempt_ordinal, points, scores
        FROM score_sheet WHERE agency_id = @agencyId AND attempt_no = @attemptNo
        """,
        new { agencyId, attemptNo });
}
