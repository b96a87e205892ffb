using Assessment.Testing;

namespace Assessment.Data.Tests;

public sealed class AdministrationStoreTests(string engine) : TestDatabaseFixture(engine)
{
    private Seed seed = null!;

    [SetUp]
    public async Task OpenPreTest() => seed = await Write(session => new Seed(session).OpenPreTest(officers: 3));

    [Test]
    public async Task A_join_code_opens_its_administration_and_cannot_be_given_twice()
    {
        var (given, again) = await Write(async session =>
        {
            var store = new AdministrationStore(session);
            var first = await store.TryGiveJoinCode(seed.AgencyId, seed.AdministrationNo, "HKMPRT");
            var post = await new AdministrationStore(session).Open(
                new AdministrationRow
                {
                    AgencyId = seed.AgencyId, AdministrationId = Seed.Id(), DeliveryNo = seed.DeliveryNo, InstrumentNo = seed.InstrumentNo, Wave = "post", OpenedAt = Seed.Now, StartedAt = Seed.Now,
                },
                [seed.FormVersionNo]);
            return (first, await store.TryGiveJoinCode(seed.AgencyId, post, "HKMPRT"));
        });

        (given, again).Should().Be((true, false));
        (await Read(session => new AdministrationStore(session).FindByJoinCode("HKMPRT")))
            .Should().BeEquivalentTo(new { seed.AgencyId, seed.AdministrationNo, Wave = "pre", WaveOrdinal = 0, JoinCode = "HKMPRT" });
        (await Read(session => new AdministrationStore(session).FindByJoinCode("AAAAAA"))).Should().BeNull();
    }

    [Test]
    public async Task An_instrument_is_given_once_at_a_wave()
    {
        var again = () => Write(_ => new Seed(_).OpenPreTest(1));
        await again.Should().NotThrowAsync("another agency may");

        var twice = await FluentActions.Awaiting(() => Write(session => new AdministrationStore(session).Open(
            new AdministrationRow
            {
                AgencyId = seed.AgencyId, AdministrationId = Seed.Id(), DeliveryNo = seed.DeliveryNo, InstrumentNo = seed.InstrumentNo, Wave = "pre", OpenedAt = Seed.Now, StartedAt = Seed.Now,
            },
            [seed.FormVersionNo]))).Should().ThrowAsync<Exception>();
        Dialect.IsUniqueViolation(twice.Which).Should().BeTrue();
    }

    [Test]
    public async Task A_held_test_starts_once_and_the_start_waits_for_whoever_is_joining()
    {
        var held = await Write(session => new AdministrationStore(session).Open(
            new AdministrationRow
            {
                AgencyId = seed.AgencyId, AdministrationId = Seed.Id(), DeliveryNo = seed.DeliveryNo, InstrumentNo = seed.InstrumentNo, Wave = "post", OpenedAt = Seed.Now,
            },
            [seed.FormVersionNo]));
        Task<(bool Started, int Waiting)> Start() => Write(async session => (
            await new AdministrationStore(session).Start(seed.AgencyId, held, Seed.Now),
            (await new SeatStore(session).ExtraMinutes(seed.AgencyId, held)).Count));
        Task<bool> HoldBack() => Write(session => new AdministrationStore(session).HoldBack(seed.AgencyId, held));

        Task<(bool, int)>? start = null;
        await Write(async session =>
        {
            (await new AdministrationStore(session).HoldBack(seed.AgencyId, held)).Should().BeTrue();
            start = Task.Run(Start);
            await Task.Delay(300);
            start.IsCompleted.Should().BeFalse("somebody is joining");
            return await seed.In(session).Start(seed.Participants[0], held);
        });
        (await start!).Should().Be((true, 1), "the start finds who joined");
        (await HoldBack(), (await Start()).Started).Should().Be((false, false));
        (await Read(session => new AdministrationStore(session).Find(seed.AgencyId, held)))!.StartedAt.Should().Be(Seed.Now);
    }

    [Test]
    public async Task Closing_works_once()
    {
        Task<bool> Close() => Write(session => new AdministrationStore(session).End(seed.AgencyId, seed.AdministrationNo, Seed.Now));

        (await Close()).Should().BeTrue();
        (await Close()).Should().BeFalse();
    }

    [Test]
    public async Task Progress_counts_people_and_not_those_who_left()
    {
        await Write(async session =>
        {
            await new EnrollmentStore(session).Withdraw(seed.AgencyId, seed.DeliveryNo, seed.Participants[2], new DateOnly(2026, 3, 3));
            var attempts = new AttemptStore(session);
            foreach (var participantNo in seed.Participants.Take(2))
            {
                await attempts.Start(new AttemptRow
                {
                    AgencyId = seed.AgencyId, AttemptId = Seed.Id(), AdministrationNo = seed.AdministrationNo, DeliveryNo = seed.DeliveryNo,
                    ParticipantNo = participantNo, FormVersionNo = seed.FormVersionNo, StartedAt = Seed.Now,
                });
            }

            await attempts.Submit(seed.AgencyId, 1, Seed.Now, "participant", "R");
        });

        (await Read(session => new AdministrationStore(session).Progress(seed.AgencyId, seed.AdministrationNo)))
            .Should().Be(new ProgressRow { Enrolled = 2, Started = 2, Submitted = 1 });
    }

    [Test]
    public async Task Waves_are_in_order_with_their_windows() =>
        (await Read(session => new WaveStore(session).List(seed.AgencyId)))
            .Select(wave => (wave.Code, wave.WindowFromMonths, wave.WindowToMonths))
            .Should().Equal(("pre", null, null), ("post", null, null), ("follow-up-6m", 4, 7), ("follow-up-12m", 11, 15));

    [Test]
    public async Task An_added_wave_stands_where_its_window_is_and_has_the_next_number()
    {
        await Write(session => new WaveStore(session).Add(new WaveRow { Code = "follow-up-9m", Label = "9 months", WindowFromMonths = 8, WindowToMonths = 10 }));
        (await Read(session => new WaveStore(session).List(seed.AgencyId))).Select(wave => (wave.Code, wave.Ordinal))
            .Should().Equal(("pre", 0), ("post", 1), ("follow-up-6m", 2), ("follow-up-9m", 4), ("follow-up-12m", 3));
    }

    [Test]
    public async Task Administrations_of_an_instrument_to_a_class_are_counted_in_turn()
    {
        var later = await Write(session => seed.In(session).Open("post"));
        (await Read(session => new AdministrationStore(session).List(seed.AgencyId, seed.DeliveryNo))).Select(one => (one.AdministrationNo, one.Turn))
            .Should().BeEquivalentTo([(seed.AdministrationNo, 0), (later, 1)]);
    }
}
