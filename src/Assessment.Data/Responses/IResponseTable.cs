namespace Assessment.Data.Responses;

/// <summary>The statements of a batch: row by row on SQLite, array by array on PostgreSQL.</summary>
internal interface IResponseTable
{
    /// <summary>States of the attempts that exist; nobody else writes to them until the transaction ends.</summary>
    Task<Dictionary<AttemptKey, AttemptState>> Lock(Session session, IReadOnlyList<AttemptKey> attempts);

    /// <summary>Newest answers of the items that have one.</summary>
    Task<Dictionary<ResponseKey, StoredAnswer>> Read(Session session, IReadOnlyList<ResponseKey> keys);

    /// <summary>Keeps the newest answer per item and appends all to the event log.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="saves">In the order they were taken; revisions of one item only rise.</param>
    Task Write(Session session, IReadOnlyList<SaveRequest> saves);
}
