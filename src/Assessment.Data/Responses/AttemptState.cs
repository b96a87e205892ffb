using System.Data.Common;

namespace Assessment.Data.Responses;

/// <summary>What decides whether an attempt still takes answers, and what its score sheet repeats.</summary>
internal sealed record AttemptState
{
    public int FormVersionNo { get; init; }

    public int DeliveryNo { get; init; }

    public int ParticipantNo { get; init; }

    public int WaveOrdinal { get; init; }

    public DateTimeOffset? ClosesAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public DateTimeOffset? SubmittedAt { get; init; }

    public string? Receipt { get; init; }

    /// <summary>The query that <see cref="From"/> reads; columns 8 and 9 are the key.</summary>
    /// <param name="which">Joins and conditions on <c>a</c>, the attempt.</param>
    public static string Query(string which) =>
        $"""
        SELECT a.form_version_no, a.delivery_no, a.participant_no, w.ordinal, m.closes_at, m.closed_at, a.submitted_at, a.receipt,
               a.agency_id, a.attempt_no
        FROM attempt a
        JOIN administration m ON m.agency_id = a.agency_id AND m.administration_no = a.administration_no
        JOIN wave w ON w.code = m.wave
        {which}
        """;

    /// <summary>The state in a row of <see cref="Query"/>.</summary>
    public static AttemptState From(DbDataReader row) => new()
    {
        FormVersionNo = row.GetInt32(0),
        DeliveryNo = row.GetInt32(1),
        ParticipantNo = row.GetInt32(2),
        WaveOrdinal = row.GetInt32(3),
        ClosesAt = Instant(row, 4),
        ClosedAt = Instant(row, 5),
        SubmittedAt = Instant(row, 6),
        Receipt = row.IsDBNull(7) ? null : row.GetString(7),
    };

    /// <summary>True when the door was shut, by hand or by time, at this moment.</summary>
    public bool IsClosed(DateTimeOffset now) => ClosedAt is not null || ClosesAt <= now;

    /// <summary>
    /// What becomes of a save. The revision alone orders the saves of one device, so any repetition and any order of them
    /// ends in the same answer.
    /// </summary>
    public static SaveOutcome Decide(AttemptState? attempt, StoredAnswer? stored, SaveRequest save)
    {
        var newest = stored?.Revision ?? 0;
        return attempt switch
        {
            null => new SaveOutcome(SaveStatus.AttemptUnknown, 0),
            _ when stored == new StoredAnswer(save.Value, save.Revision, save.Device) => new SaveOutcome(SaveStatus.Saved, newest),
            { SubmittedAt: not null } => new SaveOutcome(SaveStatus.AlreadySubmitted, newest),
            _ when attempt.IsClosed(save.SavedAt) => new SaveOutcome(SaveStatus.AdministrationClosed, newest),
            _ when stored is null || save.Revision > newest => new SaveOutcome(SaveStatus.Saved, save.Revision),
            _ when stored.Value.Device != save.Device => new SaveOutcome(SaveStatus.StaleRevision, newest),
            _ => new SaveOutcome(SaveStatus.Superseded, newest),
        };
    }

    private static DateTimeOffset? Instant(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : TypeHandlers.Instant(row.GetValue(column));
}
