using Assessment.Data;

namespace Assessment.Testing;

/// <summary>Base of fixtures whose tests run on every engine, each on a database of its own.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Engines))]
public abstract class TestDatabaseFixture(string engine)
{
    private TestDatabase? test;

    /// <summary>The engine's name.</summary>
    protected string Engine { get; } = engine;

    /// <summary>The database of the running test.</summary>
    protected Database Database => test!.Database;

    /// <summary>Its connection, for another process's view of it.</summary>
    protected string Connection => test!.Connection;

    /// <summary>Makes the database.</summary>
    [SetUp]
    public void CreateDatabase() => test = TestDatabase.Create(Engine);

    /// <summary>Removes the database.</summary>
    [TearDown]
    public async Task RemoveDatabase()
    {
        if (test is not null)
        {
            await test.DisposeAsync();
            test = null;
        }
    }

    /// <summary>Runs work in a write transaction.</summary>
    protected Task<T> Write<T>(Func<Session, Task<T>> work) => Database.WriteAsync(work);

    /// <summary>Runs work in a write transaction.</summary>
    protected Task Write(Func<Session, Task> work) => Database.WriteAsync(async session =>
    {
        await work(session);
        return true;
    });

    /// <summary>Runs work on a snapshot.</summary>
    protected Task<T> Read<T>(Func<Session, Task<T>> work) => Database.ReadAsync(work);
}
