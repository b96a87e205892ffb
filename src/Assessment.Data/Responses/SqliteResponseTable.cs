using Microsoft.Data.Sqlite;

namespace Assessment.Data.Responses;

/// <summary>
/// Statements of a batch on SQLite: prepared once on the one writing connection, run per row. Dapper would double their cost.
/// </summary>
internal sealed class SqliteResponseTable : IResponseTable, IDisposable
{
    private SqliteCommand? state, read, keep, append;

    public Task<Dictionary<AttemptKey, AttemptState>> Lock(Session session, IReadOnlyList<AttemptKey> attempts)
    {
        var command = state ??= Prepare(session, AttemptState.Query("WHERE a.agency_id = @agency AND a.attempt_no = @attempt"), 2);
        command.Transaction = (SqliteTransaction)session.Transaction;
        var states = new Dictionary<AttemptKey, AttemptState>(attempts.Count);
        foreach (var attempt in attempts)
        {
            Bind(command, attempt.AgencyId, attempt.AttemptNo);
            using var row = command.ExecuteReader();
            if (row.Read())
            {
                states.Add(attempt, AttemptState.From(row));
            }
        }

        return Task.FromResult(states);
    }

    public Task<Dictionary<ResponseKey, StoredAnswer>> Read(Session session, IReadOnlyList<ResponseKey> keys)
    {
        var command = read ??= Prepare(
            session,
            "SELECT value, revision, device FROM response WHERE agency_id = @agency AND attempt_no = @attempt AND item_no = @item",
            3);
        command.Transaction = (SqliteTransaction)session.Transaction;
        var answers = new Dictionary<ResponseKey, StoredAnswer>(keys.Count);
        foreach (var key in keys)
        {
            Bind(command, key.AgencyId, key.AttemptNo, key.ItemNo);
            using var row = command.ExecuteReader();
            if (row.Read())
            {
                answers.Add(key, new StoredAnswer(row.IsDBNull(0) ? null : row.GetString(0), row.GetInt64(1), row.GetString(2)));
            }
        }

        return Task.FromResult(answers);
    }

    public Task Write(Session session, IReadOnlyList<SaveRequest> saves)
    {
        keep ??= Prepare(
            session,
            """
            INSERT INTO response (agency_id, attempt_no, item_no, value, revision, device, saved_at)
            VALUES (@agency, @attempt, @item, @value, @revision, @device, @saved)
            ON CONFLICT (agency_id, attempt_no, item_no) DO UPDATE
            SET value = excluded.value, revision = excluded.revision, device = excluded.device, saved_at = excluded.saved_at
            WHERE excluded.revision > response.revision
            """,
            7);
        append ??= Prepare(
            session,
            """
            INSERT INTO response_event (agency_id, attempt_no, item_no, value, revision, device, saved_at)
            VALUES (@agency, @attempt, @item, @value, @revision, @device, @saved)
            """,
            7);
        foreach (var save in saves)
        {
            Run(keep, session, save);
            Run(append, session, save);
        }

        return Task.CompletedTask;
    }

    public void Dispose()
    {
        state?.Dispose();
        read?.Dispose();
        keep?.Dispose();
        append?.Dispose();
    }

    private static SqliteCommand Prepare(Session session, string sql, int parameters)
    {
        string[] names = ["@agency", "@attempt", "@item", "@value", "@revision", "@device", "@saved"];
        var command = ((SqliteConnection)session.Connection).CreateCommand();
        command.CommandText = sql;
        command.Transaction = (SqliteTransaction)session.Transaction;
        foreach (var name in names.Take(parameters))
        {
            command.Parameters.Add(name, name is "@value" or "@device" ? SqliteType.Text : SqliteType.Integer);
        }

        command.Prepare();
        return command;
    }

    private static void Bind(SqliteCommand command, params ReadOnlySpan<int> key)
    {
        for (var i = 0; i < key.Length; i++)
        {
            command.Parameters[i].Value = key[i];
        }
    }

    private static void Run(SqliteCommand command, Session session, SaveRequest save)
    {
        command.Transaction = (SqliteTransaction)session.Transaction;
        Bind(command, save.AgencyId, save.AttemptNo, save.ItemNo);
        command.Parameters[3].Value = (object?)save.Value ?? DBNull.Value;
        command.Parameters[4].Value = save.Revision;
        command.Parameters[5].Value = save.Device;
        command.Parameters[6].Value = save.SavedAt.ToUnixTimeMilliseconds();
        command.ExecuteNonQuery();
    }
}
