namespace Assessment.Data;

/// <summary>What is done for a participant so that the test measures knowledge and not a disability.</summary>
public sealed record AccommodationRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>The delivery.</summary>
    public int DeliveryNo { get; init; }

    /// <summary>The participant.</summary>
    public int ParticipantNo { get; init; }

    /// <summary>extra-time, large-text, screen-reader, reader, separate-room, paper or other.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Time beyond the limit, percent of the limit.</summary>
    public int ExtraTimePercent { get; init; }

    /// <summary>When it was entered.</summary>
    public DateTimeOffset RecordedAt { get; init; }
}

/// <summary>Accommodations of a class. No query of analyses, reports or releases names this table.</summary>
public sealed class AccommodationStore(Session session)
{
    /// <summary>Records an accommodation, in place of the same kind recorded before.</summary>
    public Task Record(AccommodationRow accommodation) => session.Execute(
        """
        INSERT INTO accommodation (agency_id, delivery_no, participant_no, kind, extra_time_percent, recorded_at)
        VALUES (@AgencyId, @DeliveryNo, @ParticipantNo, @Kind, @ExtraTimePercent, @RecordedAt)
        ON CONFLICT (agency_id, delivery_no, participant_no, kind)
        DO UPDATE SET extra_time_percent = excluded.extra_time_percent, recorded_at = excluded.recorded_at
        """,
        accommodation);

    /// <summary>The most extra time that a participant was granted in a class, percent of the limit; 0 when none.</summary>
    public Task<int> ExtraTimePercent(int agencyId, int deliveryNo, int participantNo) => session.Value<int>(
        """
        SELECT COALESCE(MAX(extra_time_percent), 0) FROM accommodation
        WHERE agency_id = @agencyId AND delivery_no = @deliveryNo AND participant_no = @participantNo
        """,
        new { agencyId, deliveryNo, participantNo });

    /// <summary>The accommodations of a class, by participant and kind.</summary>
    public Task<IReadOnlyList<AccommodationRow>> List(int agencyId, int deliveryNo) => session.List<AccommodationRow>(
        """
        SELECT agency_id, delivery_no, participant_no, kind, extra_time_percent, recorded_at FROM accommodation
        WHERE agency_id = @agencyId AND delivery_no = @deliveryNo ORDER BY participant_no, kind
        """,
        new { agencyId, deliveryNo });
}
