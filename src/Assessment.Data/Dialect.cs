using Microsoft.Data.Sqlite;
using Npgsql;

namespace Assessment.Data;

/// <summary>
/// The few places where SQLite and PostgreSQL do not speak alike. Everything else is one SQL text for both (docs/adr/0002).
/// </summary>
public sealed class Dialect
{
    /// <summary>SQLite 3.35 or later.</summary>
    public static readonly Dialect Sqlite = new("SQLite");

    /// <summary>PostgreSQL 15 or later.</summary>
    public static readonly Dialect PostgreSql = new("PostgreSQL");

    private Dialect(string name) => Name = name;

    /// <summary>The engine's own name.</summary>
    public string Name { get; }

    /// <summary>
    /// True when the exception says that a primary or unique key exists already: SQLite 1555 and 2067, PostgreSQL 23505.
    /// </summary>
    public static bool IsUniqueViolation(Exception exception) => exception switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 1555 or 2067,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        _ => false,
    };

    /// <summary>
    /// True when a row breaks a rule of the schema (key, reference, check, value that a column cannot hold): SQLite 19 and 20,
    /// PostgreSQL classes 22 and 23.
    /// </summary>
    public static bool IsConstraintViolation(Exception exception) => exception switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is 19 or 20,
        PostgresException postgres => postgres.SqlState.StartsWith("22", StringComparison.Ordinal) || postgres.SqlState.StartsWith("23", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>
    /// True when the engine rolled a transaction back for certain and any work may be tried again: PostgreSQL gave up a
    /// serialization (40001) or a deadlock (40P01). A lock that SQLite waited for in vain is not tried again: the wait was the try.
    /// </summary>
    public static bool WasGivenUp(Exception exception) => exception switch
    {
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
        _ => false,
    };

    /// <summary>
    /// True when idempotent work may be tried again: given up, or the server ended the session (57P01), or the connection
    /// broke. In the last two cases the work may have been committed.
    /// </summary>
    public static bool IsTransient(Exception exception) => WasGivenUp(exception) || exception switch
    {
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.AdminShutdown,
        NpgsqlException npgsql => npgsql.IsTransient,
        _ => false,
    };

    /// <summary>
    /// What keeps the storage from writing anything at all, whatever the request: another process holds the lock (SQLite 5 and 6,
    /// PostgreSQL 55P03), or the disk is full (SQLite 13, PostgreSQL 53100). Nothing of the transaction was written.
    /// </summary>
    public static StorageTrouble TroubleOf(Exception exception) => exception switch
    {
        SqliteException { SqliteErrorCode: 5 or 6 } => StorageTrouble.Busy,
        SqliteException { SqliteErrorCode: 13 } => StorageTrouble.Full,
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } => StorageTrouble.Busy,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => StorageTrouble.Full,
        _ => StorageTrouble.None,
    };

    /// <summary>
    /// A condition that holds when a column equals any element of an integer array parameter. On SQLite the parameter
    /// is a JSON array, on PostgreSQL an array: bind it with <see cref="Array"/>.
    /// </summary>
    /// <param name="column">Column, such as <c>score_sheet.agency_id</c>; never text from outside.</param>
    /// <param name="parameter">Parameter with its mark, such as <c>@agencies</c>.</param>
    public string AnyOf(string column, string parameter) => this == Sqlite
        ? $"{column} IN (SELECT value FROM json_each({parameter}))"
        : $"{column} = ANY({parameter})";

    /// <summary>The value to bind for <see cref="AnyOf"/>.</summary>
    public object Array(IEnumerable<int> values) => this == Sqlite
        ? $"[{string.Join(',', values)}]"
        : values.ToArray();

    /// <inheritdoc />
    public override string ToString() => Name;
}

/// <summary>Trouble of the storage as a whole.</summary>
public enum StorageTrouble
{
    /// <summary>None, or another fault.</summary>
    None,

    /// <summary>Another process held the lock for longer than is waited.</summary>
    Busy,

    /// <summary>The disk is full.</summary>
    Full,
}
