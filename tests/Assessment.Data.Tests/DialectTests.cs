using Microsoft.Data.Sqlite;
using Npgsql;

namespace Assessment.Data.Tests;

public sealed class DialectTests
{
    internal static PostgresException Postgres(string state) => new("given up", "ERROR", "ERROR", state);

    [TestCase("40001", true, true)]
    [TestCase("40P01", true, true)]
    [TestCase("57P01", false, true)]
    [TestCase("23505", false, false)]
    public void PostgreSql_tells_what_may_be_tried_again(string state, bool anyWork, bool idempotentWork)
    {
        Dialect.WasGivenUp(Postgres(state)).Should().Be(anyWork);
        Dialect.IsTransient(Postgres(state)).Should().Be(idempotentWork);
    }

    [TestCase(5, true)]
    [TestCase(19, false)]
    public void Sqlite_may_be_tried_again_when_another_process_writes(int code, bool again) =>
        Dialect.WasGivenUp(new SqliteException("no", code)).Should().Be(again);

    [Test]
    public void A_fault_of_the_program_is_not_tried_again() =>
        Dialect.IsTransient(new InvalidOperationException()).Should().BeFalse();
}
