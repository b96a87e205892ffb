using System.Data;
using System.Data.Common;
using System.Diagnostics;
using Assessment.Domain;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Assessment.Data;

/// <summary>
/// The database, SQLite or PostgreSQL. A use case opens one transaction with <see cref="WriteAsync{T}(Func{Session, Task{T}}, CancellationToken)"/>
/// or <see cref="ReadAsync{T}"/> and makes its stores on the session. Safe for concurrent callers.
/// </summary>
/// <remarks>
/// SQLite: one writing connection per process, because two of them wait for each other in steps of 150 ms; whoever writes
/// holds <see cref="writing"/>, the response writer too. Reads go to pooled read-only connections and see one snapshot.
/// A lock that another process holds is waited for: five seconds, or what the connection string says as Default Timeout.
/// PostgreSQL: pooled connections, read committed for writes (unique keys and row locks guard), repeatable read for reads.
/// </remarks>
public sealed class Database : IAsyncDisposable, IDisposable
{
    private const int Tries = 5, LockSeconds = 5, SqliteBusy = 5;

    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly SqliteConnection? writer;
    private readonly NpgsqlDataSource? postgres, postgresReaders;
    private readonly string connectionString;

    /// <summary>When a wait for another process's lock last ended in vain; changed by who holds <see cref="writing"/>.</summary>
    private long lockedUntil;

    private Database(SqliteConnectionStringBuilder settings, SqliteConnection writer)
    {
        connectionString = settings.ConnectionString;
        this.writer = writer;
        Dialect = Dialect.Sqlite;
    }

    private Database(NpgsqlConnectionStringBuilder settings)
    {
        connectionString = settings.ConnectionString;
        postgres = NpgsqlDataSource.Create(settings);
        postgresReaders = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
        {
            Options = $"{settings.Options} -c default_transaction_read_only=on".TrimStart(),
        });
        Dialect = Dialect.PostgreSql;
    }

    /// <summary>Which engine it is.</summary>
    public Dialect Dialect { get; }

    /// <summary>Folder of the database file on this machine; null on PostgreSQL, whose disk may be elsewhere.</summary>
    public string? Folder => writer is null ? null : Path.GetDirectoryName(Path.GetFullPath(writer.DataSource));

    /// <summary>The connection string, with password: never print it.</summary>
    internal string ConnectionString => connectionString;

    /// <summary>
    /// Opens a database. A file path or <c>Data Source=…</c> is SQLite (made when it does not exist), <c>Host=…</c> is PostgreSQL.
    /// Run <see cref="Migrator.Migrate(Database)"/> before first use.
    /// </summary>
    /// <exception cref="ArgumentException">No file is named; a database in memory would not be durable.</exception>
    public static Database Open(string connection)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connection);
        TypeHandlers.Register();
        return connection.Contains("Host=", StringComparison.OrdinalIgnoreCase) ? OpenPostgres(connection) : OpenSqlite(connection);
    }

    /// <summary>Runs work in one write transaction and commits it; an exception rolls it back.</summary>
    /// <param name="work">Only database work: it is run again when the engine gave the transaction up.</param>
    /// <param name="cancellation">Stops waiting and working; nothing is written then.</param>
    public Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation = default) =>
        Write(work, _ => true, cancellation);

    /// <summary>Runs work in one write transaction; a refusal rolls it back as an exception would.</summary>
    /// <inheritdoc cref="WriteAsync{T}(Func{Session, Task{T}}, CancellationToken)"/>
    public Task<Result<T>> WriteAsync<T>(Func<Session, Task<Result<T>>> work, CancellationToken cancellation = default) =>
        Write(work, result => !result.IsRefused, cancellation);

    /// <summary>Runs work on one consistent snapshot; it cannot write.</summary>
    /// <param name="work">Queries only.</param>
    /// <param name="cancellation">Stops working.</param>
    public async Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        await using var connection = await OpenReader(cancellation);
        await using var transaction = connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        return await work(new Session(connection, transaction, Dialect, cancellation));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        writer?.Dispose();
        postgres?.Dispose();
        postgresReaders?.Dispose();
        writing.Dispose();
        if (writer is not null)
        {
            SqliteConnection.ClearPool(new SqliteConnection(ReadOnly(connectionString)));
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// Takes the right to write and begins a transaction. On SQLite it is on the one writing connection, which stays open, and
    /// holds the file's write lock from the start.
    /// </summary>
    internal async Task<WriteLease> BeginWrite(CancellationToken cancellation)
    {
        if (postgres is null)
        {
            return await BeginOnWriter(cancellation);
        }

        var connection = await postgres.OpenConnectionAsync(cancellation);
        try
        {
            return new WriteLease(connection, await connection.BeginTransactionAsync(cancellation), null);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Whoever waited for its turn as long as a lock is waited for, while another process held the lock, is not made to wait
    /// for the lock as well: nobody waits longer than twice that time, however many queue.
    /// </summary>
    private async Task<WriteLease> BeginOnWriter(CancellationToken cancellation)
    {
        var came = Stopwatch.GetTimestamp();
        await writing.WaitAsync(cancellation);
        try
        {
            if (lockedUntil > came && Stopwatch.GetElapsedTime(came).TotalSeconds >= writer!.DefaultTimeout)
            {
                throw new SqliteException("Another process holds the database.", SqliteBusy);
            }

            return new WriteLease(writer!, Begin(), writing);
        }
        catch
        {
            writing.Release();
            throw;
        }
    }

    private SqliteTransaction Begin()
    {
        try
        {
            return writer!.BeginTransaction();
        }
        catch (SqliteException exception) when (Dialect.TroubleOf(exception) == StorageTrouble.Busy)
        {
            lockedUntil = Stopwatch.GetTimestamp();
            throw;
        }
    }

    private static Database OpenPostgres(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection) { Timezone = "UTC" };
        settings.Options = $"-c lock_timeout={LockSeconds}s {settings.Options}".TrimEnd();
        return new Database(settings);
    }

    private static Database OpenSqlite(string connection)
    {
        var settings = connection.Contains('=', StringComparison.Ordinal)
            ? new SqliteConnectionStringBuilder(connection)
            : new SqliteConnectionStringBuilder { DataSource = connection };
        if (settings.DataSource is "" or ":memory:" || settings.Mode == SqliteOpenMode.Memory)
        {
            throw new ArgumentException("Name a file: a database in memory keeps nothing.", nameof(connection));
        }

        settings.ForeignKeys = true;
        if (!settings.ShouldSerialize("Default Timeout"))
        {
            settings.DefaultTimeout = LockSeconds;
        }

        var writer = new SqliteConnection(new SqliteConnectionStringBuilder(settings.ConnectionString) { Pooling = false }.ConnectionString);
        writer.Open();
        using var command = writer.CreateCommand();
        command.CommandText =
            $"PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = {settings.DefaultTimeout}000; PRAGMA wal_autocheckpoint = 4000;";
        command.ExecuteNonQuery();
        return new Database(settings, writer);
    }

    private static string ReadOnly(string connectionString) =>
        new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = true }.ConnectionString;

    private async Task<DbConnection> OpenReader(CancellationToken cancellation)
    {
        if (postgresReaders is not null)
        {
            return await postgresReaders.OpenConnectionAsync(cancellation);
        }

        var connection = new SqliteConnection(ReadOnly(connectionString));
        await connection.OpenAsync(cancellation);
        return connection;
    }

    private async Task<T> Write<T>(Func<Session, Task<T>> work, Func<T, bool> commits, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(work);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteOnce(work, commits, cancellation);
            }
            catch (DbException exception) when (attempt < Tries && Dialect.WasGivenUp(exception))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10 << attempt), cancellation);
            }
        }
    }

    private async Task<T> WriteOnce<T>(Func<Session, Task<T>> work, Func<T, bool> commits, CancellationToken cancellation)
    {
        await using var lease = await BeginWrite(cancellation);
        var result = await work(new Session(lease.Connection, lease.Transaction, Dialect, cancellation));
        if (commits(result))
        {
            await lease.Transaction.CommitAsync(CancellationToken.None);
        }

        return result;
    }
}
