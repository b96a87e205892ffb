using Assessment.Testing;

namespace Assessment.Data.Tests;

public sealed class ClassSheetStoreTests(string engine) : TestDatabaseFixture(engine)
{
    [Test]
    public async Task First_goes_are_read_without_people_and_without_those_who_did_not_agree()
    {
        var seed = await Write(async session =>
        {
            var seeded = await new Seed(session).OpenPreTest(4);
            var post = await seeded.Open("post");
            for (var i = 0; i < 4; i++) await Put(session, seeded, await seeded.Start(seeded.Participants[i]), (byte)(i + 1));
            await Put(session, seeded, await seeded.Start(seeded.Participants[0], post), 9, wave: 1);
            await Decide(session, seeded, 1, "refused");
            await Decide(session, seeded, 2, "refused");
            await Decide(session, seeded, 2, "granted");
            await Decide(session, seeded, 3, "granted");
            await new ConsentStore(session).Withdraw(seeded.AgencyId, seeded.Participants[3], Seed.Now);
            return seeded;
        });
        (await Goes(seed, seed.AgencyId, agreedOnly: true)).Should().Equal(1, 3);
        (await Goes(seed, seed.AgencyId, agreedOnly: false)).Should().Equal(1, 2, 3, 4);
        (await Goes(seed, seed.AgencyId + 1, agreedOnly: false)).Should().BeEmpty();
        (await Read(session => new ClassSheetStore(session).Certified(seed.AgencyId, seed.AdministrationNo))).Should().BeEmpty("it is a research instrument");
    }

    [Test]
    public async Task A_sheet_is_kept_and_replaced()
    {
        var sheet = await Write(async session =>
        {
            var seed = await new Seed(session).OpenPreTest(1);
            var row = new ClassSheetRow { AgencyId = seed.AgencyId, AdministrationNo = seed.AdministrationNo, People = 11, Content = "{}", MadeAt = Seed.Now };
            var store = new ClassSheetStore(session);
            (await store.Find(seed.AgencyId, seed.AdministrationNo)).Should().BeNull();
            await store.Put(row with { People = 6 });
            await store.Put(row);
            return row;
        });
        (await Read(session => new ClassSheetStore(session).Find(sheet.AgencyId, sheet.AdministrationNo))).Should().Be(sheet);
    }

    private async Task<IEnumerable<byte>> Goes(Seed seed, int agencyId, bool agreedOnly) =>
        (await Read(session => new ClassSheetStore(session).FirstGoes(agencyId, seed.AdministrationNo, agreedOnly))).Select(go => go.Scores[0]);

    private static Task Put(Session session, Seed seed, AttemptRow attempt, byte mark, int wave = 0) => new ScoreSheetStore(session).Put(new ScoreSheetRow
    {
        AgencyId = seed.AgencyId, AttemptNo = attempt.AttemptNo, FormVersionNo = seed.FormVersionNo, DeliveryNo = seed.DeliveryNo,
        ParticipantNo = attempt.ParticipantNo, WaveOrdinal = wave, AttemptOrdinal = 1, Scores = [mark, 0, 0, 0],
    });

    private static Task<int> Decide(Session session, Seed seed, int person, string decision) => new ConsentStore(session).Record(new ConsentRow
    {
        AgencyId = seed.AgencyId, ParticipantNo = seed.Participants[person], Wave = "pre", Decision = decision, TextVersion = "1", DecidedAt = Seed.Now,
    });
}
