using Assessment.Testing;

namespace Assessment.Data.Tests;

public sealed class SqliteFileTests
{
    [Test]
    public async Task The_writing_connection_syncs_every_commit_and_keeps_foreign_keys()
    {
        await using var test = TestDatabase.Create(TestDatabase.Sqlite);
        async Task<string> Pragma(string name) => await test.Database.WriteAsync(session => session.Value<string>($"PRAGMA {name}"));

        (await Pragma("journal_mode")).Should().Be("wal");
        (await Pragma("synchronous")).Should().Be("2", "2 is FULL: NORMAL loses acknowledged answers when the power fails");
        (await Pragma("foreign_keys")).Should().Be("1");
    }

    [Test]
    public void A_database_in_memory_is_refused()
    {
        FluentActions.Invoking(() => Database.Open(":memory:")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Database.Open("Data Source=x;Mode=Memory")).Should().Throw<ArgumentException>();
    }
}
