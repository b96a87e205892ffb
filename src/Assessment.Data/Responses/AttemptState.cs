using System.Data.Common;

namespace Assessment.Data.Responses;

/// <summary>What decides whether an attempt still takes answers, and what its score sheet repeats.</summary>
internal sealed record AttemptState
{
    public int FormVersionNo { get; init; }

    public int DeliveryNo { get; init; }

    public int ParticipantNo { get; init; }

    public int WaveOrdinal { get; init; }

    public int Ordinal { get; init; } = 1;

    /// <summary>When the attempt's own time is up; null without a limit.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>When the administration ends; null while it is not known.</summary>
    public DateTimeOffset? AdministrationEndsAt { get; init; }

    /// <summary>Its own end alone limits it: reopened, or with extra time.</summary>
    public bool Outlives { get; init; }

    /// <summary>The administration is held and has not started.</summary>
    public bool Waits { get; init; }

    public DateTimeOffset? SubmittedAt { get; init; }

    public string? Receipt { get; init; }

    public string? EndedBy { get; init; }

    /// <summary>The query that <see cref="From"/> reads; columns 11 and 12 are the key.</summary>
    /// <param name="which">Joins and conditions on <c>a</c>, the attempt.</param>
    public static string Query(string which) =>
        $"""
        SELECT a.form_version_no, a.delivery_no, a.participant_no, w.ordinal, m.ends_at, a.ends_at, a.submitted_at, a.receipt,
               a.ordinal, a.outlives, a.ended_by, a.agency_id, a.attempt_no, m.started_at
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
        AdministrationEndsAt = Instant(row, 4),
        EndsAt = Instant(row, 5),
        SubmittedAt = Instant(row, 6),
        Receipt = row.IsDBNull(7) ? null : row.GetString(7),
        Ordinal = row.GetInt32(8),
        Outlives = row.GetBoolean(9),
        EndedBy = row.IsDBNull(10) ? null : row.GetString(10),
        Waits = row.IsDBNull(13),
    };

    /// <summary>Whether the attempt's own time was up at this moment.</summary>
    public bool IsExpired(DateTimeOffset now) => EndsAt <= now;

    /// <summary>Whether the administration had ended at this moment; some attempts outlive it.</summary>
    public bool IsClosed(DateTimeOffset now) => !Outlives && AdministrationEndsAt <= now;

    /// <summary>
    /// What becomes of a save. The revision alone orders the saves of one device, so any repetition and any order of them
    /// ends in the same answer. A device replaces another one's answer only when it says that it has seen it.
    /// </summary>
    /// <param name="attempt">The attempt's state; null when there is no such attempt.</param>
    /// <param name="stored">The newest answer to the item; null when there is none.</param>
    /// <param name="save">The answer that came.</param>
    /// <param name="grace">How long after the end answers are still taken that queued on a device.</param>
    public static SaveOutcome Decide(AttemptState? attempt, StoredAnswer? stored, SaveRequest save, TimeSpan grace)
    {
        var newest = stored?.Revision ?? 0;
        return attempt switch
        {
            null => new SaveOutcome(SaveStatus.AttemptUnknown, 0),
            _ when stored == new StoredAnswer(save.Value, save.Revision, save.Device) => new SaveOutcome(SaveStatus.Saved, newest),
            { SubmittedAt: not null, EndedBy: Ended.ByTime } => new SaveOutcome(SaveStatus.TimeExpired, newest),
            { SubmittedAt: not null } => new SaveOutcome(SaveStatus.AlreadySubmitted, newest),
            _ when attempt.IsExpired(save.SavedAt - grace) => new SaveOutcome(SaveStatus.TimeExpired, newest),
            _ when attempt.IsClosed(save.SavedAt - grace) => new SaveOutcome(SaveStatus.AdministrationClosed, newest),
            { Waits: true } => new SaveOutcome(SaveStatus.NotStarted, newest),
            _ when stored is { } other && other.Device != save.Device && save.Seen < newest => new SaveOutcome(SaveStatus.StaleRevision, newest),
            _ when stored is null || save.Revision > newest => new SaveOutcome(SaveStatus.Saved, save.Revision),
            _ when stored.Value.Device != save.Device => new SaveOutcome(SaveStatus.StaleRevision, newest),
            _ => new SaveOutcome(SaveStatus.Superseded, newest),
        };
    }

    private static DateTimeOffset? Instant(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : TypeHandlers.Instant(row.GetValue(column));
}
