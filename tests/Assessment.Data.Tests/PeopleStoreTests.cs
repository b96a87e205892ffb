using Assessment.Testing;

namespace Assessment.Data.Tests;

public sealed class PeopleStoreTests(string engine) : TestDatabaseFixture(engine)
{
    private Seed seed = null!;

    [SetUp]
    public async Task OpenPreTest() => seed = await Write(session => new Seed(session).OpenPreTest(officers: 3));

    private Task<EnrollmentRow?> FindByToken(ParticipantRow person) =>
        Read(session => new EnrollmentStore(session).FindByToken(seed.AgencyId, seed.DeliveryNo, person.RosterTokenHash));

    private async Task<ParticipantRow> Person(int index) =>
        (await Read(session => new ParticipantStore(session).Find(seed.AgencyId, seed.Participants[index])))!;

    [Test]
    public async Task Places_on_the_roster_count_from_zero()
    {
        var roster = await Read(session => new EnrollmentStore(session).List(seed.AgencyId, seed.DeliveryNo));

        roster.Select(row => (row.ParticipantNo, row.Position)).Should().Equal(seed.Participants.Select((participantNo, position) => (participantNo, position)));
    }

    [Test]
    public async Task Nobody_is_twice_on_a_roster()
    {
        var twice = await FluentActions.Awaiting(() => Write(session => new EnrollmentStore(session).Add(new EnrollmentRow
        {
            AgencyId = seed.AgencyId, DeliveryNo = seed.DeliveryNo, ParticipantNo = seed.Participants[0], FundingSource = "grant",
        }))).Should().ThrowAsync<Exception>();

        Dialect.IsUniqueViolation(twice.Which).Should().BeTrue();
    }

    [Test]
    public async Task A_roster_token_finds_its_place_until_the_person_leaves()
    {
        var person = await Person(1);
        (await FindByToken(person))!.Position.Should().Be(1);
        (await FindByToken(person with { RosterTokenHash = Seed.Hash("guess") })).Should().BeNull();

        await Write(session => new EnrollmentStore(session).Withdraw(seed.AgencyId, seed.DeliveryNo, person.ParticipantNo, new DateOnly(2026, 3, 3)));

        (await FindByToken(person)).Should().BeNull();
    }

    [Test]
    public async Task Completion_is_recorded_with_the_dose()
    {
        await Write(session => new EnrollmentStore(session).Complete(seed.AgencyId, seed.DeliveryNo, seed.Participants[0], new DateOnly(2026, 3, 4), 450));

        (await Read(session => new EnrollmentStore(session).Find(seed.AgencyId, seed.DeliveryNo, seed.Participants[0])))
            .Should().BeEquivalentTo(new { CompletedOn = new DateOnly(2026, 3, 4), MinutesAttended = 450 });
    }

    [Test]
    public async Task Names_are_kept_apart_and_can_be_forgotten()
    {
        var identity = new IdentityRow { AgencyId = seed.AgencyId, ParticipantNo = seed.Participants[0], Name = "A. Sample", RecordedAt = Seed.Now };
        await Write(session => new IdentityStore(session).Put(identity with { Name = "Old" }));
        await Write(session => new IdentityStore(session).Put(identity));

        (await Read(session => new IdentityStore(session).Roster(seed.AgencyId, seed.DeliveryNo))).Should().Equal(identity);
        (await Write(session => new IdentityStore(session).Erase(seed.AgencyId, identity.ParticipantNo))).Should().BeTrue();
        (await Read(session => new IdentityStore(session).Roster(seed.AgencyId, seed.DeliveryNo))).Should().BeEmpty();
    }

    [Test]
    public async Task The_newest_consent_counts_and_can_be_taken_back()
    {
        var consent = new ConsentRow
        {
            AgencyId = seed.AgencyId, ParticipantNo = seed.Participants[0], Wave = "pre", Decision = "refused", TextVersion = "1", DecidedAt = Seed.Now,
        };
        await Write(session => new ConsentStore(session).Record(consent));
        await Write(session => new ConsentStore(session).Record(consent with { Decision = "granted" }));
        Task<ConsentRow?> Newest() => Read(session => new ConsentStore(session).Find(seed.AgencyId, seed.Participants[0], "pre"));

        (await Newest()).Should().Be(consent with { Decision = "granted", DecisionNo = 2 });
        (await Write(session => new ConsentStore(session).Withdraw(seed.AgencyId, seed.Participants[0], Seed.Now.AddDays(1)))).Should().Be(1);
        (await Newest())!.WithdrawnAt.Should().Be(Seed.Now.AddDays(1));
    }

    [Test]
    public async Task A_corrected_follow_up_replaces_the_old_one_which_stays()
    {
        var followUp = new FollowUpRow
        {
            AgencyId = seed.AgencyId, FollowUpId = Seed.Id(), DeliveryNo = seed.DeliveryNo, ParticipantNo = seed.Participants[0], Wave = "follow-up-6m",
            Source = "supervisor", FormVersionNo = seed.FormVersionNo, DueOn = new DateOnly(2026, 9, 4), DoneOn = new DateOnly(2026, 9, 1), Points = 6300, EnteredAt = Seed.Now,
        };
        var first = await Write(session => new FollowUpStore(session).Add(followUp, [new IndicatorRow { ItemNo = 1, Value = "not-shown" }]));
        var second = await Write(session => new FollowUpStore(session).Add(
            followUp with { FollowUpId = Seed.Id(), ReplacesNo = first, CorrectionReason = "wrong person", Points = 12_600 },
            [new IndicatorRow { ItemNo = 1, Value = "shown" }]));

        (await Read(session => new FollowUpStore(session).List(seed.AgencyId, seed.DeliveryNo))).Select(row => row.FollowUpNo).Should().Equal(second);
        (await Read(session => new FollowUpStore(session).Indicators(seed.AgencyId, first))).Single().Value.Should().Be("not-shown");
    }
}
