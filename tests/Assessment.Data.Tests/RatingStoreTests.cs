using Assessment.Testing;

namespace Assessment.Data.Tests;

/// <summary>Ratings with rubrics: who is to rate what, and which levels stand.</summary>
public sealed class RatingStoreTests(string engine) : TestDatabaseFixture(engine)
{
    private Seed seed = null!;
    private int formVersionNo;
    private int[] attempts = null!;
    private int[] raters = null!;

    /// <summary>Two officers wrote an answer to a rated item and one to none; two raters.</summary>
    [SetUp]
    public async Task AddAttempts() => await Write(async session =>
    {
        seed = await new Seed(session).OpenPreTest(officers: 3);
        var form = Seed.Form(seed.InstrumentNo, "B", items: 2);
        formVersionNo = await new FormStore(session).SaveDraft(form with { Items = [form.Items[0] with { Type = "constructed-response" }, form.Items[1]] });
        await new FormStore(session).Publish(formVersionNo, Seed.Now);
        attempts = new int[3];
        for (var i = 0; i < 3; i++)
        {
            attempts[i] = (await new AttemptStore(session).Start(new AttemptRow
            {
                AgencyId = seed.AgencyId, AttemptId = Seed.Id(), AdministrationNo = seed.AdministrationNo, DeliveryNo = seed.DeliveryNo,
                ParticipantNo = seed.Participants[i], FormVersionNo = formVersionNo, StartedAt = Seed.Now,
            }))!.AttemptNo;
            await AnswerAsync(session, attempts[i], itemNo: i == 2 ? 2 : 1, i == 1 ? "(observed)" : "words");
            await new AttemptStore(session).Submit(seed.AgencyId, attempts[i], Seed.Now, "participant", "R");
        }

        raters = new int[2];
        for (var i = 0; i < 2; i++)
        {
            raters[i] = await new RaterStore(session).Add(new RaterRow { AgencyId = seed.AgencyId, RaterId = Seed.Id(), Kind = "coder", Label = "C" });
        }
    });

    [Test]
    public async Task Attempts_with_answers_to_rate_are_found_and_given()
    {
        (await RateableAsync()).Should().Equal(
            new RateableRow { AttemptNo = attempts[0], Written = 1 }, new RateableRow { AttemptNo = attempts[1], Written = 0 });

        await AssignAsync((0, 0, false), (0, 1, true));

        (await RateableAsync())[0].Should().Be(new RateableRow { AttemptNo = attempts[0], Written = 1, FirstRaterNo = raters[0], Seconds = 1 });
        var work = (await Read(session => new AssignmentStore(session).Work(seed.AgencyId, raters[1]))).Should().ContainSingle().Subject;
        (work.AttemptNo, work.ItemNo, work.Value, work.Second, work.Wave, work.Plane, work.Position).Should().Be((attempts[0], 1, "words", true, "pre", "research", 0));
        (await Write(session => new AssignmentStore(session).FindLocked(seed.AgencyId, attempts[0], raters[1])))!.Second.Should().BeTrue();
        (await Write(session => new AssignmentStore(session).FindLocked(seed.AgencyId, attempts[1], raters[1]))).Should().BeNull();
    }

    [Test]
    public async Task Only_an_open_administration_whose_every_item_is_rated_is_a_scenario()
    {
        // The seed's own pre-test has items of other types.
        var form = Seed.Form(seed.InstrumentNo, "C", items: 1);
        var scenario = await Write(async session =>
        {
            var version = await new FormStore(session).SaveDraft(form with { Items = [form.Items[0] with { Type = "constructed-response" }] });
            var row = new AdministrationRow { AgencyId = seed.AgencyId, AdministrationId = Seed.Id(), DeliveryNo = seed.DeliveryNo, InstrumentNo = seed.InstrumentNo, Wave = "post", OpenedAt = Seed.Now, StartedAt = Seed.Now, EndsAt = Seed.Now.AddHours(1) };
            await new AdministrationStore(session).Open(row, [version]);
            return row;
        });
        (await Read(session => new AdministrationStore(session).Scenarios(seed.AgencyId, Seed.Now))).Should().Equal(
            new ScenarioRow { AdministrationId = scenario.AdministrationId, ClassTitle = "Class 1", Instrument = "Test", Wave = "post" });
        (await Read(session => new AdministrationStore(session).Scenarios(seed.AgencyId, Seed.Now.AddHours(1)))).Should().BeEmpty("it has ended");
        (await Read(session => new AdministrationStore(session).Scenarios(seed.AgencyId + 1, Seed.Now))).Should().BeEmpty();
    }

    [Test]
    public async Task A_correction_takes_the_place_of_what_it_replaces()
    {
        await AssignAsync((0, 0, false), (0, 1, true));
        var (first, second) = (Rating(0, false), Rating(1, true));
        await Write(async session =>
        {
            var store = new RatingStore(session);
            first = first with { RatingNo = await store.Add(first) };
            await store.AddLevels(seed.AgencyId, first.RatingNo, new Dictionary<string, int> { ["listening"] = 1, ["options"] = 2 }, Seed.Now);
            await store.AddLevels(seed.AgencyId, await store.Add(second), new Dictionary<string, int> { ["listening"] = 3 }, Seed.Now);
        });
        (await LevelsAsync()).Should().Equal((raters[0], false, "listening", 1), (raters[0], false, "options", 2), (raters[1], true, "listening", 3));

        var corrected = Rating(0, false) with { ReplacesNo = first.RatingNo, CorrectionReason = "Misread." };
        await Write(async session =>
        {
            corrected = corrected with { RatingNo = await new RatingStore(session).Add(corrected) };
            await new RatingStore(session).AddLevels(seed.AgencyId, corrected.RatingNo, new Dictionary<string, int> { ["listening"] = 2 }, Seed.Now);
        });

        (await LevelsAsync()).Should().Equal((raters[0], false, "listening", 2), (raters[1], true, "listening", 3));
        (await Read(session => new RatingStore(session).FindStanding(seed.AgencyId, attempts[0], 1, 1, raters[0]))).Should().Be(corrected);
        (await Read(session => new RatingStore(session).Find(seed.AgencyId, first.RatingId))).Should().Be(first);
        (await Read(session => new RatingStore(session).OfRater(seed.AgencyId, raters[1]))).Should().ContainSingle();
        (await Read(session => new RatingStore(session).OfInstrument(seed.AgencyId, seed.InstrumentNo))).Should().HaveCount(2);
        (await Read(session => new RatingStore(session).OfAgency(seed.AgencyId + 1))).Should().BeEmpty();
    }

    [Test]
    public async Task A_rating_stands_no_more_when_its_answer_is_changed_or_taken_back()
    {
        await AssignAsync((0, 0, false));
        await Write(async session =>
        {
            var store = new RatingStore(session);
            await store.AddLevels(seed.AgencyId, await store.Add(Rating(0, false)), new Dictionary<string, int> { ["listening"] = 1 }, Seed.Now);
        });
        (await LevelsAsync()).Should().ContainSingle();

        await ChangeAsync("revision = 1, value = NULL");
        (await LevelsAsync()).Should().BeEmpty("an answer that was taken back has no rating");
        await ChangeAsync("revision = 2, value = 'words'");
        (await LevelsAsync()).Should().BeEmpty("the same words again are a new answer");
        (await StandingAsync(1)).Should().NotBeNull("the rating stays as it was entered");
        (await StandingAsync(2)).Should().BeNull();

        Task<int> ChangeAsync(string set) => Write(session => session.Execute(
            $"UPDATE response SET {set} WHERE agency_id = @AgencyId AND attempt_no = @attempt", new { seed.AgencyId, attempt = attempts[0] }));
        Task<RatingRow?> StandingAsync(long revision) =>
            Read(session => new RatingStore(session).FindStanding(seed.AgencyId, attempts[0], 1, revision, raters[0]));
    }

    [Test]
    public async Task What_was_not_given_cannot_be_rated() =>
        await FluentActions.Awaiting(() => Write(session => new RatingStore(session).Add(Rating(0, false)))).Should().ThrowAsync<System.Data.Common.DbException>();

    private Task<IReadOnlyList<RateableRow>> RateableAsync() =>
        Read(session => new AssignmentStore(session).Rateable(seed.AgencyId, seed.AdministrationNo, "(observed)"));

    private Task AssignAsync(params (int Attempt, int Rater, bool Second)[] given) => Write(session => new AssignmentStore(session).Add(given.Select(one => new AssignmentRow
    {
        AgencyId = seed.AgencyId, AttemptNo = attempts[one.Attempt], RaterNo = raters[one.Rater], Second = one.Second, AssignedAt = Seed.Now,
    })));

    private RatingRow Rating(int rater, bool second) => new()
    {
        AgencyId = seed.AgencyId, RatingId = Seed.Id(), AttemptNo = attempts[0], ItemNo = 1, Revision = 1, RaterNo = raters[rater], Second = second, RatedAt = Seed.Now,
    };

    private async Task<IEnumerable<(int, bool, string, int)>> LevelsAsync() =>
        (await Read(session => new RatingStore(session).OfAttempt(seed.AgencyId, attempts[0]))).Select(row => (row.RaterNo, row.Second, row.Criterion, row.Level));

    private Task<int> AnswerAsync(Session session, int attemptNo, int itemNo, string value) => session.Execute(
        "INSERT INTO response (agency_id, attempt_no, item_no, value, revision, device, saved_at) VALUES (@AgencyId, @attemptNo, @itemNo, @value, 1, 'd', 0)",
        new { seed.AgencyId, attemptNo, itemNo, value });
}
