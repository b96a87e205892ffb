namespace Assessment.Data.Responses;

/// <summary>An attempt to be handed in and scored.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="AttemptNo">The attempt.</param>
/// <param name="SubmittedAt">When the service took the request.</param>
/// <param name="Receipt">New code for the participant; kept only when this request is the one that hands in.</param>
/// <param name="Score">Scores the answers; pure, since it may run again.</param>
public sealed record SubmitRequest(
    int AgencyId,
    int AttemptNo,
    DateTimeOffset SubmittedAt,
    string Receipt,
    Func<SubmittedAttempt, ScoredAttempt> Score)
{
    /// <summary>True when the end of time hands it in; refused as <see cref="SubmitStatus.StillOpen"/> while time is left.</summary>
    public bool ByTime { get; init; }

    /// <summary>Further rows of the same transaction, such as the audit entry; only database work, since it may run again.</summary>
    public Func<Session, Task>? Also { get; init; }

    internal AttemptKey Attempt => new(AgencyId, AttemptNo);
}

/// <summary>What scoring needs of an attempt.</summary>
/// <param name="FormVersionNo">Form version that was given.</param>
/// <param name="Answers">Answers by item number; items not answered are absent.</param>
public sealed record SubmittedAttempt(int FormVersionNo, IReadOnlyDictionary<int, string> Answers)
{
    /// <summary>Keys made after the form was published, by item and version; the newest of an item counts.</summary>
    public IReadOnlyList<ItemKeyRow> Keys { get; init; } = [];
}

/// <summary>The scores of an attempt.</summary>
/// <param name="Points">All points, ticks.</param>
/// <param name="Scores">Ticks per item in form order, as <see cref="Domain.Scoring.ScoreSheet.Pack"/> packs them.</param>
public sealed record ScoredAttempt(int Points, byte[] Scores);

/// <summary>Who handed an attempt in, as <c>attempt.ended_by</c> spells it.</summary>
internal static class Ended
{
    public const string ByParticipant = "participant", ByTime = "time";
}

/// <summary>What became of handing in.</summary>
public enum SubmitStatus
{
    /// <summary>Handed in and scored.</summary>
    Submitted,

    /// <summary>It was handed in before; time and receipt are the first ones.</summary>
    AlreadySubmitted,

    /// <summary>The administration has ended.</summary>
    AdministrationClosed,

    /// <summary>The attempt's time is up.</summary>
    TimeExpired,

    /// <summary>The test is held and waits for its start.</summary>
    NotStarted,

    /// <summary>The end of time was to hand it in, and time is left.</summary>
    StillOpen,

    /// <summary>The agency has no such attempt.</summary>
    AttemptUnknown,
}

/// <summary>Answer to handing in, given after the commit.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="SubmittedAt">When it was handed in; null when it was not.</param>
/// <param name="Receipt">The receipt; null when it was not handed in.</param>
public readonly record struct SubmitOutcome(SubmitStatus Status, DateTimeOffset? SubmittedAt, string? Receipt);
