using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Assessment.Data.Responses;

/// <summary>Statements of a batch on SQLite: prepared once on the one writing connection, run per row.</summary>
internal sealed class SqliteResponseTable : IResponseTable, IDisposable
{
    private readonly KnownAttempts known = new();
    private SqliteStatement? read, keep, append;

    public Task<Dictionary<AttemptKey, AttemptState>> Lock(Session session, IReadOnlyList<AttemptKey> attempts) =>
        Task.FromResult(known.Find(session, attempts));

    public Task<Dictionary<ResponseKey, StoredAnswer>> Read(Session session, IReadOnlyList<ResponseKey> keys)
    {
        read ??= new SqliteStatement(
            Handle(session), "SELECT value, revision, device FROM response WHERE agency_id = ? AND attempt_no = ? AND item_no = ?");
        var answers = new Dictionary<ResponseKey, StoredAnswer>(keys.Count);
        foreach (var key in keys)
        {
            Bind(read, key);
            try
            {
                if (read.Step()) answers.Add(key, new StoredAnswer(read.Text(0), read.Number(1), read.Text(2)!));
            }
            finally
            {
                read.Reset();
            }
        }

        return Task.FromResult(answers);
    }

    public Task Write(Session session, IReadOnlyList<SaveRequest> saves)
    {
        keep ??= new SqliteStatement(
            Handle(session),
            """
            INSERT INTO response (agency_id, attempt_no, item_no, value, revision, device, saved_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (agency_id, attempt_no, item_no) DO UPDATE
            SET value = excluded.value, revision = excluded.revision, device = excluded.device, saved_at = excluded.saved_at
            WHERE excluded.revision > response.revision
            """);
        append ??= new SqliteStatement(
            Handle(session),
            """
            INSERT INTO response_event (agency_id, attempt_no, item_no, value, revision, device, saved_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """);
        known.KeepThrough(session, () =>
        {
            foreach (var save in saves)
            {
                Run(keep, save);
                Run(append, save);
            }
        });
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        known.Dispose();
        read?.Dispose();
        keep?.Dispose();
        append?.Dispose();
    }

    internal static sqlite3 Handle(Session session) => ((SqliteConnection)session.Connection).Handle!;

    private static void Bind(SqliteStatement statement, ResponseKey key)
    {
        statement.Bind(1, key.AgencyId);
        statement.Bind(2, key.AttemptNo);
        statement.Bind(3, key.ItemNo);
    }

    private static void Run(SqliteStatement statement, SaveRequest save)
    {
        Bind(statement, save.Key);
        statement.Bind(4, save.Value);
        statement.Bind(5, save.Revision);
        statement.Bind(6, save.Device);
        statement.Bind(7, save.SavedAt.ToUnixTimeMilliseconds());
        statement.Run();
    }
}
