using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Assessment.Data.Responses;

/// <summary>
/// States of attempts on SQLite, remembered from batch to batch while nobody but the batches' own saves has written
/// anything: neither this process (<c>total_changes</c> of the one writing connection, rolled-back rows included) nor
/// another one (<c>data_version</c>). A save changes no state, so a class that answers reads each state once.
/// </summary>
internal sealed class KnownAttempts : IDisposable
{
    private const int MostKnown = 10_000;
    private readonly Dictionary<AttemptKey, AttemptState> states = [];
    private SqliteCommand? query;
    private SqliteStatement? version;
    private (int Changes, long Version)? seen;

    /// <summary>States of the attempts that exist, as this transaction sees them at its start; the caller's to change.</summary>
    public Dictionary<AttemptKey, AttemptState> Find(Session session, IReadOnlyList<AttemptKey> attempts)
    {
        var now = (Changes(session), Version(session));
        if (seen != now || states.Count > MostKnown)
        {
            states.Clear();
            seen = now;
        }

        var found = new Dictionary<AttemptKey, AttemptState>(attempts.Count);
        foreach (var attempt in attempts)
        {
            if (states.TryGetValue(attempt, out var state) || (state = Read(session, attempt)) is not null)
            {
                found.Add(attempt, states[attempt] = state);
            }
        }

        return found;
    }

    /// <summary>Runs work that changes rows and no state; what was known before it is known after it.</summary>
    public void KeepThrough(Session session, Action work)
    {
        var before = Changes(session);
        work();
        if (seen is { } known && known.Changes == before) seen = known with { Changes = Changes(session) };
    }

    public void Dispose()
    {
        query?.Dispose();
        version?.Dispose();
    }

    private static int Changes(Session session) => raw.sqlite3_total_changes(SqliteResponseTable.Handle(session));

    private long Version(Session session)
    {
        version ??= new SqliteStatement(SqliteResponseTable.Handle(session), "PRAGMA data_version");
        try
        {
            version.Step();
            return version.Number(0);
        }
        finally
        {
            version.Reset();
        }
    }

    private AttemptState? Read(Session session, AttemptKey attempt)
    {
        query ??= Prepare(session);
        query.Transaction = (SqliteTransaction)session.Transaction;
        (query.Parameters[0].Value, query.Parameters[1].Value) = (attempt.AgencyId, attempt.AttemptNo);
        using var row = query.ExecuteReader();
        return row.Read() ? AttemptState.From(row) : null;
    }

    private static SqliteCommand Prepare(Session session)
    {
        var command = ((SqliteConnection)session.Connection).CreateCommand();
        command.CommandText = AttemptState.Query("WHERE a.agency_id = @agency AND a.attempt_no = @attempt");
        command.Transaction = (SqliteTransaction)session.Transaction;
        command.Parameters.Add("@agency", SqliteType.Integer);
        command.Parameters.Add("@attempt", SqliteType.Integer);
        command.Prepare();
        return command;
    }
}
