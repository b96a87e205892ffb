using Assessment.Domain;
using Assessment.Testing;

namespace Assessment.Data.Tests;

public sealed class DatabaseTests(string engine) : TestDatabaseFixture(engine)
{
    private static readonly RefusalCode No = new("no", "No", RefusalKind.Conflict);

    private Task<int> Agencies() => Read(session => session.Value<int>("SELECT COUNT(*) FROM agency WHERE agency_id > 0"));

    [Test]
    public async Task A_write_that_returns_is_committed()
    {
        await Write(session => new AgencyStore(session).Add(Seed.Agency("One")));

        (await Agencies()).Should().Be(1);
    }

    [Test]
    public async Task A_write_that_throws_leaves_nothing()
    {
        var write = () => Database.WriteAsync<int>(async session =>
        {
            await new AgencyStore(session).Add(Seed.Agency("One"));
            throw new TimeoutException("disk");
        });

        await write.Should().ThrowAsync<TimeoutException>();
        (await Agencies()).Should().Be(0);
    }

    [Test]
    public async Task A_refused_write_leaves_nothing()
    {
        var result = await Database.WriteAsync(async session =>
        {
            await new AgencyStore(session).Add(Seed.Agency("One"));
            return (Result<int>)No.Because("not today");
        });

        result.IsRefused.Should().BeTrue();
        (await Agencies()).Should().Be(0);
    }

    [Test]
    public async Task A_cancelled_write_leaves_nothing()
    {
        using var stop = new CancellationTokenSource();
        var write = () => Database.WriteAsync(
            async session =>
            {
                await new AgencyStore(session).Add(Seed.Agency("One"));
                await stop.CancelAsync();
                return await new AgencyStore(session).Add(Seed.Agency("Two"));
            },
            stop.Token);

        await write.Should().ThrowAsync<OperationCanceledException>();
        (await Agencies()).Should().Be(0);
    }

    [Test]
    public async Task A_read_cannot_write()
    {
        var read = () => Read(session => session.Execute("DELETE FROM topic"));

        await read.Should().ThrowAsync<System.Data.Common.DbException>();
    }

    [Test]
    public async Task A_read_sees_one_snapshot_while_others_write()
    {
        var counts = await Read(async session =>
        {
            var before = await session.Value<int>("SELECT COUNT(*) FROM agency");
            await Write(other => new AgencyStore(other).Add(Seed.Agency("One")));
            return (before, After: await session.Value<int>("SELECT COUNT(*) FROM agency"));
        });

        counts.After.Should().Be(counts.before);
    }

    [Test]
    public async Task Numbers_given_at_once_are_all_different_and_have_no_gaps()
    {
        var numbers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Write(session => session.NextNumber(0, "thing"))));

        numbers.Should().BeEquivalentTo(Enumerable.Range(1, 40));
    }

    [Test]
    public async Task Numbers_of_a_rolled_back_write_are_given_again()
    {
        await Database.WriteAsync(async session =>
        {
            await session.NextNumber(0, "thing", 5);
            return (Result<int>)No.Because("not today");
        });

        (await Write(session => session.NextNumber(0, "thing"))).Should().Be(1);
    }

    [Test]
    public async Task Foreign_keys_hold()
    {
        var write = () => Write(session => session.Execute(
            "INSERT INTO id_counter (agency_id, noun, next_value) VALUES (99, 'x', 1)"));

        await write.Should().ThrowAsync<System.Data.Common.DbException>();
    }

    [Test]
    public async Task A_second_row_with_a_key_is_a_unique_violation_and_a_missing_parent_is_not()
    {
        await Write(session => new AgencyStore(session).Add(Seed.Agency("One", "NJ0000001")));

        var twice = (await FluentActions.Awaiting(() => Write(session => new AgencyStore(session).Add(Seed.Agency("Two", "NJ0000001"))))
            .Should().ThrowAsync<Exception>()).Which;
        var orphan = (await FluentActions.Awaiting(() => Write(session => new AgencyStore(session).Add(Seed.Agency("Two") with { StateCode = "XX" })))
            .Should().ThrowAsync<Exception>()).Which;

        Dialect.IsUniqueViolation(twice).Should().BeTrue();
        Dialect.IsUniqueViolation(orphan).Should().BeFalse();
    }

    [Test]
    public async Task Times_dates_ids_and_bytes_come_back_as_they_went_in()
    {
        var at = new DateTimeOffset(2026, 7, 31, 23, 59, 59, 123, TimeSpan.FromHours(-4)).AddTicks(4560);
        var day = new DateOnly(2024, 2, 29);
        var id = Guid.Parse("0A1B2C3D-0000-4000-8000-00000000000F");
        await Write(async session =>
        {
            var agencyId = await new AgencyStore(session).Add(Seed.Agency("One") with { AgencyUuid = id, CreatedAt = at });
            await new KeyStore(session).Add(new KeyRow { AgencyId = agencyId, SecretHash = [0, 1, 254, 255], Role = "trainer", Label = "T", CreatedAt = at });
            await new AgencyStore(session).SetStrength(new AgencyStrengthRow { AgencyId = agencyId, AsOf = day, OfficersEmployed = 9, EmployeesFte = 11.5 });
        });

        var agency = await Read(session => new AgencyStore(session).FindByUuid(id));
        var key = await Read(session => new KeyStore(session).Find(agency!.AgencyId, 1));
        var strength = await Read(session => new AgencyStore(session).Strength(agency!.AgencyId, day));

        agency!.CreatedAt.Should().Be(at).And.BeExactly(at.ToUniversalTime());
        agency.AgencyUuid.Should().Be(id);
        key!.SecretHash.Should().Equal(0, 1, 254, 255);
        key.RevokedAt.Should().BeNull();
        strength!.AsOf.Should().Be(day);
        strength.EmployeesFte.Should().Be(11.5);
        strength.ReportsUseOfForce.Should().BeNull();
    }

    [Test]
    public async Task Any_of_finds_the_rows_of_a_list_and_none_for_an_empty_one()
    {
        Task<int> Count(params int[] numbers) => Read(session => session.Value<int>(
            $"SELECT COUNT(*) FROM wave WHERE {session.Dialect.AnyOf("ordinal", "@numbers")}",
            new { numbers = session.Dialect.Array(numbers) }));

        (await Count(0, 2, 7)).Should().Be(2);
        (await Count()).Should().Be(0);
    }

    [Test]
    public async Task Work_that_the_engine_gave_up_is_done_again_from_the_start()
    {
        var tries = 0;
        await Write(async session =>
        {
            await new AgencyStore(session).Add(Seed.Agency($"Try {++tries}"));
            if (tries < 3)
            {
                throw DialectTests.Postgres("40001");
            }
        });

        (await Read(session => new AgencyStore(session).List())).Select(agency => agency.Name).Should().Equal("Try 3");
    }

    [Test]
    public async Task Work_that_may_have_been_committed_is_not_done_again()
    {
        var tries = 0;
        var write = () => Write(_ => throw DialectTests.Postgres(++tries == 1 ? "57P01" : "00000"));

        (await write.Should().ThrowAsync<Npgsql.PostgresException>()).Which.SqlState.Should().Be("57P01");
    }
}
