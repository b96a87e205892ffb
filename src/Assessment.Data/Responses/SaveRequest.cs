namespace Assessment.Data.Responses;

/// <summary>One answer to be saved.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="AttemptNo">The attempt; that the caller may write to it was decided before.</param>
/// <param name="ItemNo">Item of the attempt's form version; that it is on the form was decided before.</param>
/// <param name="Value">The answer as the item's type writes it; null takes the answer back.</param>
/// <param name="Revision">The client's counter; every change of an answer raises it.</param>
/// <param name="Device">Random name the client gave its device.</param>
/// <param name="SavedAt">When the service took the request; decides whether time was up.</param>
/// <param name="Seen">Newest revision of the item, of whichever device, that this device has loaded; 0 when none.</param>
public sealed record SaveRequest(
    int AgencyId,
    int AttemptNo,
    int ItemNo,
    string? Value,
    long Revision,
    string Device,
    DateTimeOffset SavedAt,
    long Seen = 0)
{
    internal AttemptKey Attempt => new(AgencyId, AttemptNo);

    internal ResponseKey Key => new(AgencyId, AttemptNo, ItemNo);
}

/// <summary>What became of a save.</summary>
public enum SaveStatus
{
    /// <summary>The answer is durable; also the answer to an exact repeat of the newest save.</summary>
    Saved,

    /// <summary>A late repeat: the same device has saved a newer answer already. Not an error.</summary>
    Superseded,

    /// <summary>The attempt was handed in before.</summary>
    AlreadySubmitted,

    /// <summary>The administration has ended.</summary>
    AdministrationClosed,

    /// <summary>The attempt's time is up.</summary>
    TimeExpired,

    /// <summary>The test is held and waits for its start.</summary>
    NotStarted,

    /// <summary>Another device has saved this revision or a newer one, which this device has not seen.</summary>
    StaleRevision,

    /// <summary>The agency has no such attempt.</summary>
    AttemptUnknown,
}

/// <summary>Answer to a save, given after the commit.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Revision">Newest revision kept for the item; 0 when none is.</param>
public readonly record struct SaveOutcome(SaveStatus Status, long Revision);

internal readonly record struct AttemptKey(int AgencyId, int AttemptNo);

internal readonly record struct ResponseKey(int AgencyId, int AttemptNo, int ItemNo);

/// <summary>The newest answer to an item.</summary>
internal readonly record struct StoredAnswer(string? Value, long Revision, string Device);
