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

    [TestCase(5, StorageTrouble.Busy)]
    [TestCase(6, StorageTrouble.Busy)]
    [TestCase(13, StorageTrouble.Full)]
    [TestCase(19, StorageTrouble.None)]
    public void Sqlite_tells_what_keeps_it_from_writing_and_a_lock_waited_for_is_not_tried_again(int code, StorageTrouble trouble)
    {
        Dialect.TroubleOf(new SqliteException("no", code)).Should().Be(trouble);
        Dialect.IsTransient(new SqliteException("no", code)).Should().BeFalse();
    }

    [TestCase("55P03", StorageTrouble.Busy)]
    [TestCase("53100", StorageTrouble.Full)]
    [TestCase("23505", StorageTrouble.None)]
    public void PostgreSql_tells_what_keeps_it_from_writing(string state, StorageTrouble trouble) =>
        Dialect.TroubleOf(Postgres(state)).Should().Be(trouble);

    [Test]
    public void A_fault_of_the_program_is_not_tried_again() =>
        Dialect.IsTransient(new InvalidOperationException()).Should().BeFalse();
}
