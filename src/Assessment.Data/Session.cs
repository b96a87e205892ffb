using System.Data.Common;
using Dapper;

namespace Assessment.Data;

/// <summary>
/// One transaction of one use case. Stores are made on it (<c>new AttemptStore(session)</c>), share it, and end with it.
/// Every method is asynchronous and hears the cancellation that the session was opened with.
/// </summary>
public sealed class Session
{
    private readonly CancellationToken cancellation;

    internal Session(DbConnection connection, DbTransaction transaction, Dialect dialect, CancellationToken cancellation)
    {
        Connection = connection;
        Transaction = transaction;
        Dialect = dialect;
        this.cancellation = cancellation;
    }

    /// <summary>The open connection.</summary>
    public DbConnection Connection { get; }

    /// <summary>The transaction that everything in this session belongs to.</summary>
    public DbTransaction Transaction { get; }

    /// <summary>Which engine answers.</summary>
    public Dialect Dialect { get; }

    /// <summary>All rows of a query.</summary>
    /// <param name="sql">Portable SQL with <c>@name</c> parameters.</param>
    /// <param name="parameters">An object with a property per parameter.</param>
    public async Task<IReadOnlyList<T>> List<T>(string sql, object? parameters = null) =>
        (await Connection.QueryAsync<T>(Command(sql, parameters))).AsList();

    /// <summary>The only row of a query, or the default (null) when there is none.</summary>
    /// <exception cref="InvalidOperationException">More than one row.</exception>
    public Task<T?> Find<T>(string sql, object? parameters = null) =>
        Connection.QuerySingleOrDefaultAsync<T>(Command(sql, parameters));

    /// <summary>The only value of a query that always answers.</summary>
    public Task<T> Value<T>(string sql, object? parameters = null) =>
        Connection.QuerySingleAsync<T>(Command(sql, parameters));

    /// <summary>Runs a statement, for each element when <paramref name="parameters"/> is a list; answers the rows changed.</summary>
    public Task<int> Execute(string sql, object? parameters = null) =>
        Connection.ExecuteAsync(Command(sql, parameters));

    /// <summary>
    /// Gives the next number of a kind of thing of an agency; 1 for the first. Agency 0 counts the reference tables.
    /// The counter's row is locked until the transaction ends, so numbers have no gaps among committed rows.
    /// </summary>
    /// <param name="agencyId">Whose numbers.</param>
    /// <param name="noun">Table whose numbers are counted.</param>
    /// <param name="count">How many numbers to take at once; the first is answered.</param>
    public Task<int> NextNumber(int agencyId, string noun, int count = 1) => Value<int>(
        """
        INSERT INTO id_counter (agency_id, noun, next_value) VALUES (@agencyId, @noun, 1 + @count)
        ON CONFLICT (agency_id, noun) DO UPDATE SET next_value = id_counter.next_value + @count
        RETURNING next_value - @count
        """,
        new { agencyId, noun, count });

    private CommandDefinition Command(string sql, object? parameters) =>
        new(sql, parameters, Transaction, cancellationToken: cancellation);
}
