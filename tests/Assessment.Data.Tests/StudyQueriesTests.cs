using Assessment.Domain;
using Assessment.Domain.Scoring;
using Assessment.Testing;

namespace Assessment.Data.Tests;

public sealed class StudyQueriesTests(string engine) : TestDatabaseFixture(engine)
{
    private sealed record Sheet(int AgencyId, int DeliveryNo, int ParticipantNo, int Wave, int FormVersionNo, int Items, int FirstTicks);

    /// <summary>An agency whose officers have each handed in a pre-test; all items are worth the given ticks.</summary>
    private Task<Seed> AgencyWithScores(int ticks, int officers, int items) => Write(async session =>
    {
        var seed = await new Seed(session).OpenPreTest(officers);
        foreach (var participantNo in seed.Participants.AsEnumerable().Reverse())
        {
            var attempt = await seed.Start(participantNo);
            await new AttemptStore(session).Submit(seed.AgencyId, attempt.AttemptNo, Seed.Now, "participant", "R");
            await new ScoreSheetStore(session).Put(new ScoreSheetRow
            {
                AgencyId = seed.AgencyId, AttemptNo = attempt.AttemptNo, FormVersionNo = seed.FormVersionNo, DeliveryNo = seed.DeliveryNo,
                ParticipantNo = participantNo, WaveOrdinal = 0, AttemptOrdinal = 1, Points = ticks, Scores = ScoreSheet.Pack(Enumerable.Repeat<Points?>(new Points(ticks), items).ToArray()),
            });
        }

        return seed;
    });

    private Task<List<Sheet>> Stream(params int[] agencies) => Read(session =>
    {
        var sheets = new List<Sheet>();
        new StudyQueries(session, agencies).StreamSheets((agencyId, deliveryNo, participantNo, wave, form, packed) =>
            sheets.Add(new Sheet(agencyId, deliveryNo, participantNo, wave, form, ScoreSheet.Count(packed), ScoreSheet.Ticks(packed, 0))));
        return Task.FromResult(sheets);
    });

    [Test]
    public async Task Sheets_of_the_agencies_asked_for_come_in_key_order()
    {
        var second = await AgencyWithScores(2, officers: 3, items: 5);
        await AgencyWithScores(9, officers: 1, items: 1);
        var third = await AgencyWithScores(3, officers: 1, items: 2);

        (await Stream(third.AgencyId, second.AgencyId)).Should().Equal(
        [
            .. second.Participants.Select(participantNo => new Sheet(second.AgencyId, second.DeliveryNo, participantNo, 0, second.FormVersionNo, 5, 2)),
            new Sheet(third.AgencyId, third.DeliveryNo, third.Participants[0], 0, third.FormVersionNo, 2, 3),
        ]);
    }

    [Test]
    public async Task A_wave_that_an_operator_added_is_not_read()
    {
        var seed = await AgencyWithScores(2, officers: 2, items: 1);
        await Write(async session =>
        {
            await new WaveStore(session).Add(new WaveRow { Code = "follow-up-3m", Label = "3 months", WindowFromMonths = 2, WindowToMonths = 3 });
            var administrationNo = await seed.In(session).Open("follow-up-3m");
            var attempt = await seed.In(session).Start(seed.Participants[0], administrationNo);
            await new AttemptStore(session).Submit(seed.AgencyId, attempt.AttemptNo, Seed.Now, "participant", "R");
            await new ScoreSheetStore(session).Put(new ScoreSheetRow
            {
                AgencyId = seed.AgencyId, AttemptNo = attempt.AttemptNo, FormVersionNo = seed.FormVersionNo, DeliveryNo = seed.DeliveryNo,
                ParticipantNo = seed.Participants[0], WaveOrdinal = 4, AttemptOrdinal = 1, Points = 9, Scores = ScoreSheet.Pack([new Points(9)]),
            });
            await seed.In(session).Start(seed.Participants[1], administrationNo);
        });

        (await Stream(seed.AgencyId)).Select(sheet => (sheet.ParticipantNo, sheet.Wave, sheet.FirstTicks))
            .Should().Equal((seed.Participants[0], 0, 2), (seed.Participants[1], 0, 2));
        (await Read(session => new StudyQueries(session, [seed.AgencyId]).Unsubmitted())).Should().BeEmpty();
        (await Read(session => new StudyQueries(session, [seed.AgencyId]).HandedIn())).Should().OnlyContain(row => row.WaveOrdinal == 0);
    }

    [Test]
    public async Task No_agency_has_no_sheets()
    {
        await AgencyWithScores(1, officers: 1, items: 1);

        (await Stream()).Should().BeEmpty();
    }

    [Test]
    public async Task Those_who_left_are_not_enrolled_and_open_attempts_are_told_apart()
    {
        var seed = await AgencyWithScores(1, officers: 2, items: 1);
        await Write(session => new EnrollmentStore(session).Withdraw(seed.AgencyId, seed.DeliveryNo, seed.Participants[1], new DateOnly(2026, 3, 3)));
        await Write(async session =>
        {
            var post = await new AdministrationStore(session).Open(
                new AdministrationRow
                {
                    AgencyId = seed.AgencyId, AdministrationId = Seed.Id(), DeliveryNo = seed.DeliveryNo, InstrumentNo = seed.InstrumentNo, Wave = "post", OpenedAt = Seed.Now, StartedAt = Seed.Now,
                },
                [seed.FormVersionNo]);
            await new AttemptStore(session).Start(new AttemptRow
            {
                AgencyId = seed.AgencyId, AttemptId = Seed.Id(), AdministrationNo = post, DeliveryNo = seed.DeliveryNo, ParticipantNo = seed.Participants[0],
                FormVersionNo = seed.FormVersionNo, StartedAt = Seed.Now,
            });
        });

        var queries = (Session session) => new StudyQueries(session, [seed.AgencyId]);
        (await Read(session => queries(session).Enrollments())).Select(row => row.ParticipantNo).Should().Equal(seed.Participants[0]);
        (await Read(session => queries(session).Unsubmitted())).Single().WaveOrdinal.Should().Be(1);
        (await Read(session => queries(session).HandedIn())).Should().HaveCount(2).And.OnlyContain(row => row.WaveOrdinal == 0 && row.SubmittedAt == Seed.Now);
    }
}
