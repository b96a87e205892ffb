namespace Assessment.Data;

/// <summary>Who a participant is.</summary>
public sealed record IdentityRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>The participant.</summary>
    public int ParticipantNo { get; init; }

    /// <summary>As on the roster.</summary>
    public string Name { get; init; } = "";

    /// <summary>Badge, employee or POST number; null when not given.</summary>
    public string? StaffNumber { get; init; }

    /// <summary>Address; null when not given.</summary>
    public string? Email { get; init; }

    /// <summary>When entered.</summary>
    public DateTimeOffset RecordedAt { get; init; }
}

/// <summary>Names, apart from everything else: no query of analyses, reports or releases may use this store.</summary>
public sealed class IdentityStore(Session session)
{
    /// <summary>Enters who a participant is, in place of an earlier entry.</summary>
    public Task Put(IdentityRow identity) => session.Execute(
        """
        INSERT INTO participant_identity (agency_id, participant_no, name, staff_number, email, recorded_at)
        VALUES (@AgencyId, @ParticipantNo, @Name, @StaffNumber, @Email, @RecordedAt)
        ON CONFLICT (agency_id, participant_no) DO UPDATE
        SET name = excluded.name, staff_number = excluded.staff_number, email = excluded.email, recorded_at = excluded.recorded_at
        """,
        identity);

    /// <summary>The names known of a delivery's participants, by place on the roster.</summary>
    public Task<IReadOnlyList<IdentityRow>> Roster(int agencyId, int deliveryNo) => session.List<IdentityRow>(
        """
        SELECT i.agency_id, i.participant_no, i.name, i.staff_number, i.email, i.recorded_at
        FROM enrollment e
        JOIN participant_identity i ON i.agency_id = e.agency_id AND i.participant_no = e.participant_no
        WHERE e.agency_id = @agencyId AND e.delivery_no = @deliveryNo
        ORDER BY e.position
        """,
        new { agencyId, deliveryNo });

    /// <summary>Forgets who a participant is; true when something was known.</summary>
    public async Task<bool> Erase(int agencyId, int participantNo) => await session.Execute(
        "DELETE FROM participant_identity WHERE agency_id = @agencyId AND participant_no = @participantNo",
        new { agencyId, participantNo }) == 1;
}
