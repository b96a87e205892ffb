namespace Assessment.Data;

/// <summary>What a new key changed in a score sheet.</summary>
public sealed record RescoringRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>The attempt.</summary>
    public int AttemptNo { get; init; }

    /// <summary>The form given.</summary>
    public int FormVersionNo { get; init; }

    /// <summary>Item with the new key.</summary>
    public int ItemNo { get; init; }

    /// <summary>The new key.</summary>
    public int KeyVersion { get; init; }

    /// <summary>When it was scored again.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Points of the sheet before, ticks.</summary>
    public int PointsBefore { get; init; }

    /// <summary>Points of the sheet after, ticks.</summary>
    public int PointsAfter { get; init; }
}

/// <summary>Score sheets that change because their form version has a new key; each change is noted.</summary>
public sealed class RescoringStore(Session session)
{
    /// <summary>The score sheets of a form version in all agencies, by agency and attempt.</summary>
    public Task<IReadOnlyList<ScoreSheetRow>> Sheets(int formVersionNo) => session.List<ScoreSheetRow>(
        """
        SELECT agency_id, attempt_no, form_version_no, delivery_no, participant_no, wave_ordinal, attempt_ordinal, points, scores
        FROM score_sheet WHERE form_version_no = @formVersionNo ORDER BY agency_id, attempt_no
        """,
        new { formVersionNo });

    /// <summary>Every answer that stands in the submitted attempts of a form version.</summary>
    public Task<IReadOnlyList<AnswerRow>> Answers(int formVersionNo) => session.List<AnswerRow>(
        """
        SELECT r.agency_id, r.attempt_no, r.item_no, r.value
        FROM score_sheet s
        JOIN response r ON r.agency_id = s.agency_id AND r.attempt_no = s.attempt_no
        WHERE s.form_version_no = @formVersionNo AND r.value IS NOT NULL
        ORDER BY r.agency_id, r.attempt_no, r.item_no
        """,
        new { formVersionNo });

    /// <summary>Writes new scores into a sheet and notes the change; false when the attempt was reopened and has no sheet.</summary>
    /// <param name="change">What changed.</param>
    /// <param name="scores">Ticks per item, packed.</param>
    public async Task<bool> Replace(RescoringRow change, byte[] scores)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (await session.Execute(
            "UPDATE score_sheet SET points = @PointsAfter, scores = @scores WHERE agency_id = @AgencyId AND attempt_no = @AttemptNo",
            new { change.PointsAfter, scores, change.AgencyId, change.AttemptNo }) == 0)
        {
            return false;
        }

        await session.Execute(
            """
            INSERT INTO rescoring (agency_id, attempt_no, form_version_no, item_no, key_version, at, points_before, points_after)
            VALUES (@AgencyId, @AttemptNo, @FormVersionNo, @ItemNo, @KeyVersion, @At, @PointsBefore, @PointsAfter)
            """,
            change);
        return true;
    }

    /// <summary>The changes of an attempt's sheet in their order.</summary>
    public Task<IReadOnlyList<RescoringRow>> List(int agencyId, int attemptNo) => session.List<RescoringRow>(
        """
        SELECT agency_id, attempt_no, form_version_no, item_no, key_version, at, points_before, points_after
        FROM rescoring WHERE agency_id = @agencyId AND attempt_no = @attemptNo ORDER BY at, item_no, key_version
        """,
        new { agencyId, attemptNo });
}
