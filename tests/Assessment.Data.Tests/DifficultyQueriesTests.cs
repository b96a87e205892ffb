using Assessment.Testing;

namespace Assessment.Data.Tests;

public sealed class DifficultyQueriesTests(string engine) : TestDatabaseFixture(engine)
{
    [Test]
    public async Task First_goes_before_training_of_people_who_did_not_refuse_are_read()
    {
        var seed = await Write(async session =>
        {
            var seeded = await new Seed(session).OpenPreTest(5);
            var post = await seeded.Open("post");
            await Put(session, seeded, await seeded.Start(seeded.Participants[0]), 1);
            await Put(session, seeded, await seeded.Start(seeded.Participants[0], post), 2, wave: 1);
            await Put(session, seeded, await seeded.Start(seeded.Participants[1]), 3);
            await Put(session, seeded, await seeded.Start(seeded.Participants[2]), 4);
            await Put(session, seeded, await seeded.Start(seeded.Participants[3]), 5);
            await Put(session, seeded, await seeded.Start(seeded.Participants[4]), 6, go: 2);
            await Decide(session, seeded, 1, "refused");
            await Decide(session, seeded, 2, "refused");
            await Decide(session, seeded, 2, "granted");
            await Decide(session, seeded, 3, "granted");
            await new ConsentStore(session).Withdraw(seeded.AgencyId, seeded.Participants[3], Seed.Now);
            return seeded;
        });

        var sheets = await Read(session => new DifficultyQueries(session).BeforeTraining(seed.InstrumentNo));

        // Left out: after training (2), refused (3), taken back (5), second go (6).
        sheets.Select(sheet => (sheet.FormVersionNo, sheet.Scores[0])).Should().Equal((seed.FormVersionNo, 1), (seed.FormVersionNo, 4));
        (await Read(session => new DifficultyQueries(session).BeforeTraining(seed.InstrumentNo + 1))).Should().BeEmpty();
    }

    private static Task Put(Session session, Seed seed, AttemptRow attempt, byte mark, int wave = 0, int go = 1) => new ScoreSheetStore(session).Put(new ScoreSheetRow
    {
        AgencyId = seed.AgencyId, AttemptNo = attempt.AttemptNo, FormVersionNo = seed.FormVersionNo, DeliveryNo = seed.DeliveryNo,
        ParticipantNo = attempt.ParticipantNo, WaveOrdinal = wave, AttemptOrdinal = go, Scores = [mark, 0, 0, 0],
    });

    private static Task<int> Decide(Session session, Seed seed, int person, string decision) => new ConsentStore(session).Record(new ConsentRow
    {
        AgencyId = seed.AgencyId, ParticipantNo = seed.Participants[person], Wave = "pre", Decision = decision, TextVersion = "1", DecidedAt = Seed.Now,
    });
}
