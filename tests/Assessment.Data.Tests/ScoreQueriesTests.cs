using Assessment.Testing;

namespace Assessment.Data.Tests;

public sealed class ScoreQueriesTests(string engine) : TestDatabaseFixture(engine)
{
    /// <summary>An agency with one submitted pre-test worth the given ticks.</summary>
    private Task<Seed> AgencyWithScore(int ticks) => Write(async session =>
    {
        var seed = await new Seed(session).OpenPreTest(officers: 1);
        var attempt = await seed.Start(seed.Participants[0]);
        await new ScoreSheetStore(session).Put(new ScoreSheetRow
        {
            AgencyId = seed.AgencyId, AttemptNo = attempt.AttemptNo, FormVersionNo = seed.FormVersionNo, DeliveryNo = seed.DeliveryNo,
            ParticipantNo = seed.Participants[0], WaveOrdinal = 0, Points = ticks, Scores = ScoreSheet.Pack([ticks, null, 0]),
        });
        return seed;
    });

    [Test]
    public async Task An_agencys_sheets_are_its_own()
    {
        await AgencyWithScore(1);
        var seed = await AgencyWithScore(2);
        var sheets = new List<(int, int, int, int, int, int, int)>();

        var count = await Read(session => Task.FromResult(new ScoreQueries(session).StreamAgency(
            seed.AgencyId,
            seed.InstrumentNo,
            (agencyId, deliveryNo, participantNo, wave, form, packed) =>
                sheets.Add((agencyId, deliveryNo, participantNo, wave, form, ScoreSheet.Count(packed), ScoreSheet.Ticks(packed, 0))))));

        count.Should().Be(1);
        sheets.Should().Equal((seed.AgencyId, seed.DeliveryNo, seed.Participants[0], 0, seed.FormVersionNo, 3, 2));
    }

    [Test]
    public async Task A_studys_sheets_are_those_of_its_agencies_and_its_instrument()
    {
        var host = await AgencyWithScore(1);
        var member = await AgencyWithScore(2);
        await AgencyWithScore(3);
        var studyNo = await Write(async session =>
        {
            var store = new StudyStore(session);
            var number = await store.Add(new StudyRow { AgencyId = host.AgencyId, StudyId = Seed.Id(), Title = "S", DesignClass = "C", Outcomes = "[]", Plan = "{}", CreatedAt = Seed.Now });
            await store.AddMember(new StudyAgencyRow { AgencyId = host.AgencyId, StudyNo = number, MemberAgencyId = member.AgencyId, JoinedOn = new DateOnly(2026, 3, 1) });
            return number;
        });
        var found = new List<int>();

        await Read(session => Task.FromResult(new ScoreQueries(session).StreamStudy(
            host.AgencyId, studyNo, member.InstrumentNo, (agencyId, _, _, _, _, _) => found.Add(agencyId))));
        await Read(session => Task.FromResult(new ScoreQueries(session).StreamStudy(
            host.AgencyId, studyNo, host.InstrumentNo, (agencyId, _, _, _, _, _) => found.Add(agencyId))));

        found.Should().Equal(member.AgencyId);
    }
}
