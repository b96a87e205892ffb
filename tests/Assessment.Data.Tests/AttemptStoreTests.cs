using Assessment.Testing;

namespace Assessment.Data.Tests;

public sealed class AttemptStoreTests(string engine) : TestDatabaseFixture(engine)
{
    private Seed seed = null!;

    [SetUp]
    public async Task OpenPreTest() => seed = await Write(session => new Seed(session).OpenPreTest(officers: 2));

    private AttemptRow Attempt(Guid attemptId, int person = 0) => new()
    {
        AgencyId = seed.AgencyId, AttemptId = attemptId, AdministrationNo = seed.AdministrationNo, DeliveryNo = seed.DeliveryNo,
        ParticipantNo = seed.Participants[person], FormVersionNo = seed.FormVersionNo, StartedAt = Seed.Now,
    };

    private Task<AttemptRow?> Start(AttemptRow attempt) => Write(session => new AttemptStore(session).Start(attempt));

    [Test]
    public async Task A_started_attempt_knows_its_wave_and_instrument()
    {
        var started = await Start(Attempt(Seed.Id()));

        started.Should().BeEquivalentTo(new { Wave = "pre", seed.InstrumentNo, AttemptNo = 1, StartedAt = Seed.Now, SubmittedAt = (DateTimeOffset?)null });
    }

    [Test]
    public async Task Starting_again_finds_the_same_attempt()
    {
        var attempt = Attempt(Seed.Id());
        var first = await Start(attempt);

        (await Start(attempt)).Should().Be(first);
    }

    [Test]
    public async Task A_second_device_is_given_the_attempt_of_the_first()
    {
        var first = await Start(Attempt(Seed.Id()));

        (await Start(Attempt(Seed.Id())))!.AttemptId.Should().Be(first!.AttemptId);
    }

    [Test]
    public async Task An_id_in_use_by_another_participant_starts_nothing()
    {
        var attemptId = Seed.Id();
        await Start(Attempt(attemptId));

        (await Start(Attempt(attemptId, person: 1))).Should().BeNull();
    }

    [Test]
    public async Task Nobody_outside_the_class_can_start()
    {
        var outsider = await Write(session => new ParticipantStore(session).Add(new ParticipantRow
        {
            AgencyId = seed.AgencyId, ParticipantId = Seed.Id(), StudyCode = "S", Kind = "officer", RosterTokenHash = Seed.Hash("x"), CreatedAt = Seed.Now,
        }));

        await FluentActions.Awaiting(() => Start(Attempt(Seed.Id()) with { ParticipantNo = outsider }))
            .Should().ThrowAsync<System.Data.Common.DbException>();
    }

    [Test]
    public async Task A_ticket_opens_its_attempt_until_it_expires()
    {
        var attempt = await Start(Attempt(Seed.Id()));
        var ticket = Seed.Hash("ticket");
        await Write(session => new AttemptStore(session).AddTicket(seed.AgencyId, attempt!.AttemptNo, ticket, Seed.Now.AddHours(1)));
        Task<AttemptRow?> Find(byte[] hash, double hours) => Read(session => new AttemptStore(session).FindByTicket(hash, Seed.Now.AddHours(hours)));

        (await Find(ticket, 0.99)).Should().Be(attempt);
        (await Find(ticket, 1)).Should().BeNull();
        (await Find(Seed.Hash("guess"), 0)).Should().BeNull();
    }

    [Test]
    public async Task Another_agency_does_not_find_it()
    {
        var attempt = await Start(Attempt(Seed.Id()));

        (await Read(session => new AttemptStore(session).Find(seed.AgencyId, attempt!.AttemptId))).Should().Be(attempt);
        (await Read(session => new AttemptStore(session).Find(0, attempt!.AttemptId))).Should().BeNull();
    }
}
