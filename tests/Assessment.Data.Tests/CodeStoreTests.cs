using Assessment.Domain;
using Assessment.Domain.Scoring;
using Assessment.Testing;

namespace Assessment.Data.Tests;

/// <summary>Codes of attempts, and a seat merged into another: the first officer took the pre-test, the second seat the post-test.</summary>
public sealed class CodeStoreTests(string engine) : TestDatabaseFixture(engine)
{
    private Seed seed = null!;
    private int first, second, later;

    [SetUp]
    public async Task TakeTests() => await Write(async session =>
    {
        seed = await new Seed(session).OpenPreTest(officers: 2);
        (first, second) = (seed.Participants[0], seed.Participants[1]);
        await TakeAsync(session, first, seed.AdministrationNo, wave: 0);
        later = await seed.Open("post");
        await TakeAsync(session, second, later, wave: 1);
    });

    [Test]
    public async Task A_code_is_kept_per_attempt_and_a_later_one_takes_its_place()
    {
        await DecideAsync(first, "pre", "granted");
        await Write(session => new CodeStore(session).Put(Code(1) with { BirthDay = "8" }));
        (await CodesAsync("pre")).Should().Equal(Code(1) with { ParticipantNo = first, BirthDay = "8" });
        (await CodesAsync("post")).Should().BeEmpty("the second seat has not decided about research");
        (await Read(session => new CodeStore(session).OfWave(seed.AgencyId + 1, seed.DeliveryNo, "pre"))).Should().BeEmpty();
    }

    [TestCase("refused", false)]
    [TestCase("waived", true)]
    [TestCase("granted", true)]
    public async Task Codes_are_read_where_the_newest_decision_allows(string decision, bool read)
    {
        await DecideAsync(first, "pre", decision == "refused" ? "granted" : "refused");
        await DecideAsync(first, "pre", decision);
        (await CodesAsync("pre")).Should().HaveCount(read ? 1 : 0);
        await Write(session => new ConsentStore(session).Withdraw(seed.AgencyId, first, Seed.Now));
        (await CodesAsync("pre")).Should().BeEmpty("a consent that was taken back allows nothing");
    }

    [Test]
    public async Task A_merged_seat_gives_its_tests_decisions_and_slip_to_the_other()
    {
        await DecideAsync(first, "post", "waived");
        await DecideAsync(second, "post", "refused");
        await DecideAsync(second, "post", "granted");
        var slips = await Read(async session => (
            First: (await new ParticipantStore(session).Find(seed.AgencyId, first))!.RosterTokenHash, Second: (await new ParticipantStore(session).Find(seed.AgencyId, second))!.RosterTokenHash));

        await Write(session => new CodeStore(session).Merge(
            new LinkRow
            {
                AgencyId = seed.AgencyId, DeliveryNo = seed.DeliveryNo, ParticipantNo = first, MergedNo = second, EarlierWave = "pre", LaterWave = "post",
                Certainty = "exact", LinkedAt = Seed.Now,
            },
            Seed.Hash("nobody's")));

        (await Read(session => new CodeStore(session).Waves(seed.AgencyId, seed.DeliveryNo)))[first].Should().BeEquivalentTo("pre", "post");
        (await Read(session => session.List<(int, int)>("SELECT participant_no, wave_ordinal FROM score_sheet WHERE agency_id = @AgencyId ORDER BY wave_ordinal", seed)))
            .Should().Equal((first, 0), (first, 1));
        (await Read(session => new ConsentStore(session).Find(seed.AgencyId, first, "post")))!.Decision.Should().Be("granted", "the person's own decision counts before a waiver");
        (await Read(session => new EnrollmentStore(session).Count(seed.AgencyId, seed.DeliveryNo))).Should().Be(1);
        (await Read(session => new EnrollmentStore(session).FindByToken(seed.AgencyId, seed.DeliveryNo, slips.Second)))!.ParticipantNo.Should().Be(first);
        (await Read(session => new EnrollmentStore(session).FindByToken(seed.AgencyId, seed.DeliveryNo, slips.First))).Should().BeNull();
    }

    private async Task TakeAsync(Session session, int participantNo, int administrationNo, int wave)
    {
        var attempt = await seed.Start(participantNo, administrationNo);
        await new CodeStore(session).Put(Code(attempt.AttemptNo));
        await new AttemptStore(session).Submit(seed.AgencyId, attempt.AttemptNo, Seed.Now, "participant", "R");
        await new ScoreSheetStore(session).Put(new ScoreSheetRow
        {
            AgencyId = seed.AgencyId, AttemptNo = attempt.AttemptNo, FormVersionNo = seed.FormVersionNo, DeliveryNo = seed.DeliveryNo,
            ParticipantNo = participantNo, WaveOrdinal = wave, AttemptOrdinal = 1, Points = 1, Scores = ScoreSheet.Pack([new Points(1)]),
        });
    }

    private CodeRow Code(int attemptNo) => new()
    {
        AgencyId = seed.AgencyId, AttemptNo = attemptNo, MotherInitial = "M", BirthCityInitial = "O", BirthDay = "7", OlderSiblings = "2", MiddleInitial = "-", FirstSchoolInitial = "S",
    };

    private Task<int> DecideAsync(int participantNo, string wave, string decision) => Write(session => new ConsentStore(session).Record(new ConsentRow
    {
        AgencyId = seed.AgencyId, ParticipantNo = participantNo, Wave = wave, Decision = decision, TextVersion = "v", DecidedAt = Seed.Now,
    }));

    private Task<IReadOnlyList<CodeRow>> CodesAsync(string wave) => Read(session => new CodeStore(session).OfWave(seed.AgencyId, seed.DeliveryNo, wave));
}
