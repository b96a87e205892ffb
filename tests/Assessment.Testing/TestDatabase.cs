using Assessment.Data;
using Npgsql;

namespace Assessment.Testing;

/// <summary>
/// An empty migrated database for one test, gone when disposed. Derive a fixture from <see cref="TestDatabaseFixture"/> to
/// run its tests on every engine.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>The engines, by name.</summary>
    public const string Sqlite = "SQLite", PostgreSql = "PostgreSQL";

    /// <summary>A migrated file as bytes: writing it is faster than running the schema for each test.</summary>
    private static readonly Lazy<byte[]> SqliteTemplate = new(() =>
    {
        var file = NewFile();
        Migrate(file);
        var bytes = File.ReadAllBytes(file);
        File.Delete(file);
        return bytes;
    });

    /// <summary>A migrated database of the throw-away cluster, which ends with it.</summary>
    private static readonly Lazy<string> PostgresTemplate = new(() =>
    {
        var name = NewName();
        TestDatabaseCluster.Run($"CREATE DATABASE {name}");
        Migrate(TestDatabaseCluster.Connection(name));
        return name;
    });

    private readonly Action remove;

    private TestDatabase(string connection, Action remove)
    {
        this.remove = remove;
        Connection = connection;
        Database = Database.Open(connection);
    }

    /// <summary>Every engine.</summary>
    public static IReadOnlyList<string> Engines { get; } = [Sqlite, PostgreSql];

    /// <summary>What <see cref="Data.Database.Open"/> was given.</summary>
    public string Connection { get; }

    /// <summary>The open database.</summary>
    public Database Database { get; }

    /// <summary>A new database with the schema; the test is skipped when the engine is not to be had.</summary>
    public static TestDatabase Create(string engine)
    {
        if (engine == Sqlite)
        {
            return CreateSqlite(file => File.WriteAllBytes(file, SqliteTemplate.Value));
        }

        TestDatabaseCluster.Require();
        return TestDatabaseCluster.IsThrowAway ? CreatePostgres($"TEMPLATE {PostgresTemplate.Value}") : Migrated(CreatePostgres(""));
    }

    /// <summary>A new database without any table.</summary>
    public static TestDatabase CreateEmpty(string engine)
    {
        if (engine == Sqlite)
        {
            return CreateSqlite(_ => { });
        }

        TestDatabaseCluster.Require();
        return CreatePostgres("");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        remove();
    }

    private static TestDatabase CreateSqlite(Action<string> prepare)
    {
        var file = NewFile();
        prepare(file);
        return new TestDatabase(file, () =>
        {
            foreach (var part in new[] { file, file + "-wal", file + "-shm" })
            {
                File.Delete(part);
            }
        });
    }

    private static TestDatabase CreatePostgres(string options)
    {
        var name = NewName();
        TestDatabaseCluster.Run($"CREATE DATABASE {name} {options}");
        return new TestDatabase(
            TestDatabaseCluster.Connection(name),
            () => TestDatabaseCluster.Run($"DROP DATABASE {name} WITH (FORCE)"));
    }

    private static TestDatabase Migrated(TestDatabase test)
    {
        Migrator.Migrate(test.Database);
        return test;
    }

    private static void Migrate(string connection)
    {
        using var database = Database.Open(connection);
        Migrator.Migrate(database);
        NpgsqlConnection.ClearAllPools();
    }

    private static string NewName() => $"assessment_test_{Guid.NewGuid():N}";

    private static string NewFile() => Path.Combine(Path.GetTempPath(), NewName() + ".db");
}
