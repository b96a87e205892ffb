using Npgsql;
using NpgsqlTypes;

namespace Assessment.Data.Responses;

/// <summary>
/// Statements of a batch on PostgreSQL: one array per column, so a batch costs four round trips whatever its size.
/// Rows are sorted by key, so that two processes lock attempts in the same order.
/// </summary>
internal sealed class PostgresResponseTable : IResponseTable
{
    public async Task<Dictionary<AttemptKey, AttemptState>> Lock(Session session, IReadOnlyList<AttemptKey> attempts)
    {
        var sorted = attempts.OrderBy(key => key.AgencyId).ThenBy(key => key.AttemptNo).ToList();
        await using var command = Command(session, AttemptState.Query(
            """
            JOIN unnest(@agency, @attempt) AS wanted (agency_id, attempt_no)
              ON wanted.agency_id = a.agency_id AND wanted.attempt_no = a.attempt_no
            ORDER BY a.agency_id, a.attempt_no FOR NO KEY UPDATE OF a
            """));
        Bind(command, "agency", sorted, key => key.AgencyId);
        Bind(command, "attempt", sorted, key => key.AttemptNo);
        await command.PrepareAsync();
        var states = new Dictionary<AttemptKey, AttemptState>(attempts.Count);
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            states.Add(new AttemptKey(row.GetInt32(11), row.GetInt32(12)), AttemptState.From(row));
        }

        return states;
    }

    public async Task<Dictionary<ResponseKey, StoredAnswer>> Read(Session session, IReadOnlyList<ResponseKey> keys)
    {
        await using var command = Command(
            session,
            """
            SELECT r.agency_id, r.attempt_no, r.item_no, r.value, r.revision, r.device
            FROM response r
            JOIN unnest(@agency, @attempt, @item) AS wanted (agency_id, attempt_no, item_no)
              ON wanted.agency_id = r.agency_id AND wanted.attempt_no = r.attempt_no AND wanted.item_no = r.item_no
            """);
        Bind(command, "agency", keys, key => key.AgencyId);
        Bind(command, "attempt", keys, key => key.AttemptNo);
        Bind(command, "item", keys, key => key.ItemNo);
        await command.PrepareAsync();
        var answers = new Dictionary<ResponseKey, StoredAnswer>(keys.Count);
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            answers.Add(
                new ResponseKey(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2)),
                new StoredAnswer(row.IsDBNull(3) ? null : row.GetString(3), row.GetInt64(4), row.GetString(5)));
        }

        return answers;
    }

    public async Task Write(Session session, IReadOnlyList<SaveRequest> saves)
    {
        var newest = saves.GroupBy(save => save.Key).Select(group => group.Last())
            .OrderBy(save => save.AgencyId).ThenBy(save => save.AttemptNo).ThenBy(save => save.ItemNo).ToList();
        await Run(
            session,
            """
            INSERT INTO response (agency_id, attempt_no, item_no, value, revision, device, saved_at)
            SELECT * FROM unnest(@agency, @attempt, @item, @value, @revision, @device, @saved)
            ON CONFLICT (agency_id, attempt_no, item_no) DO UPDATE
            SET value = excluded.value, revision = excluded.revision, device = excluded.device, saved_at = excluded.saved_at
            WHERE excluded.revision > response.revision
            """,
            newest);
        await Run(
            session,
            """
            INSERT INTO response_event (agency_id, attempt_no, item_no, value, revision, device, saved_at)
            SELECT * FROM unnest(@agency, @attempt, @item, @value, @revision, @device, @saved)
            """,
            saves);
    }

    private static async Task Run(Session session, string sql, IReadOnlyList<SaveRequest> saves)
    {
        await using var command = Command(session, sql);
        Bind(command, "agency", saves, save => save.AgencyId);
        Bind(command, "attempt", saves, save => save.AttemptNo);
        Bind(command, "item", saves, save => save.ItemNo);
        Bind(command, "value", saves, save => save.Value, NpgsqlDbType.Text);
        Bind(command, "revision", saves, save => save.Revision, NpgsqlDbType.Bigint);
        Bind(command, "device", saves, save => save.Device, NpgsqlDbType.Text);
        Bind(command, "saved", saves, save => save.SavedAt.ToUnixTimeMilliseconds(), NpgsqlDbType.Bigint);
        await command.PrepareAsync();
        await command.ExecuteNonQueryAsync();
    }

    private static NpgsqlCommand Command(Session session, string sql) =>
        new(sql, (NpgsqlConnection)session.Connection, (NpgsqlTransaction)session.Transaction);

    private static void Bind<TRow, TValue>(
        NpgsqlCommand command, string name, IReadOnlyList<TRow> rows, Func<TRow, TValue> column, NpgsqlDbType type = NpgsqlDbType.Integer) =>
        command.Parameters.Add(new NpgsqlParameter(name, NpgsqlDbType.Array | type) { Value = rows.Select(column).ToArray() });
}
