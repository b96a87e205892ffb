using System.Data.Common;
using Assessment.Data.Responses;
using Assessment.Domain;
using Assessment.Domain.Scoring;
using Assessment.Testing;

namespace Assessment.Data.Tests;

/// <summary>Panels, keys made from them, and score sheets that change by them.</summary>
public sealed class ItemKeyStoreTests(string engine) : TestDatabaseFixture(engine)
{
    private readonly List<int> attempts = [];
    private Seed seed = null!;

    [SetUp]
    public Task OpenPreTest() => Write(async session =>
    {
        seed = await new Seed(session).OpenPreTest(2);
        attempts.Clear();
        foreach (var participant in seed.Participants)
        {
            attempts.Add((await seed.Start(participant)).AttemptNo);
        }
    });

    private PanelRatingRow Rating(string rater, string effectiveness) => new()
    {
        FormVersionNo = seed.FormVersionNo, ItemNo = 1, Rater = rater, Steps = 5, Effectiveness = effectiveness, KeyNo = 1, EnteredAt = Seed.Now,
    };

    private ItemKeyRow Key(int version, int item = 1, string method = "consensus") => new()
    {
        FormVersionNo = seed.FormVersionNo, ItemNo = item, KeyVersion = version, Method = method, Weights = """{"a":1,"b":0}""", Panel = "{}",
        PanelHash = new string('0', 64), Reason = "Why", MadeAt = Seed.Now, KeyNo = 1,
    };

    private Task<IReadOnlyList<ItemKeyRow>> Keys() => Read(session => new ItemKeyStore(session).List(seed.FormVersionNo));

    [Test]
    public async Task A_correction_of_a_rating_is_a_new_row_and_the_newest_counts()
    {
        var revisions = new List<int>();
        foreach (var rating in new[] { Rating("e2", "1"), Rating("E1", "2"), Rating("e2", "3"), Rating("e2", "4") with { ItemNo = 2 } })
        {
            revisions.Add(await Write(session => new PanelStore(session).Add(rating)));
        }

        revisions.Should().Equal(1, 1, 2, 1);
        (await Read(session => new PanelStore(session).Newest(seed.FormVersionNo, 1)))
            .Should().BeEquivalentTo([Rating("E1", "2") with { Revision = 1 }, Rating("e2", "3") with { Revision = 2 }], order => order.WithStrictOrdering());
        (await Read(session => session.Value<int>("SELECT COUNT(*) FROM panel_rating"))).Should().Be(4);
    }

    [Test]
    public async Task Keys_are_listed_by_item_and_version_and_none_is_replaced()
    {
        foreach (var key in new[] { Key(2, item: 3), Key(3), Key(2) })
        {
            await Write(session => new ItemKeyStore(session).Add(key));
        }

        (await Keys()).Should().BeEquivalentTo([Key(2), Key(3), Key(2, item: 3)], order => order.WithStrictOrdering());
        var twice = await FluentActions.Awaiting(() => Write(session => new ItemKeyStore(session).Add(Key(2)))).Should().ThrowAsync<Exception>();
        Dialect.IsUniqueViolation(twice.Which).Should().BeTrue();
    }

    [Test]
    public async Task A_first_version_and_an_authored_key_stand_in_the_form_alone()
    {
        await FluentActions.Awaiting(() => Write(session => new ItemKeyStore(session).Add(Key(1)))).Should().ThrowAsync<DbException>();
        await FluentActions.Awaiting(() => Write(session => new ItemKeyStore(session).Add(Key(2, method: "authored")))).Should().ThrowAsync<DbException>();
    }

    [Test]
    public async Task Handing_in_scores_with_the_keys_made_so_far()
    {
        await Write(session => new ItemKeyStore(session).Add(Key(2)));
        await Submit(attempts[0], attempt => attempt.Keys.Should().BeEquivalentTo([Key(2)]));
    }

    [Test]
    public async Task No_key_is_made_between_reading_the_keys_and_writing_the_sheet()
    {
        var makingEnded = Task.CompletedTask;
        var keysBefore = -1;
        await Write(async session =>
        {
            keysBefore = (await new ItemKeyStore(session).HeldForScoring(seed.FormVersionNo)).Count;
            makingEnded = Task.Run(() => Write(async other =>
            {
                await new ItemKeyStore(other).Lock(seed.FormVersionNo);
                await new ItemKeyStore(other).Add(Key(2));
            }));
            await Task.WhenAny(makingEnded, Task.Delay(300));
            makingEnded.IsCompleted.Should().BeFalse("the key waits for whoever scores");
        });
        await makingEnded;
        keysBefore.Should().Be(0);
        (await Keys()).Should().ContainSingle();
    }

    [Test]
    public async Task A_changed_sheet_is_noted_with_its_points_before_and_after()
    {
        var attempt = await Submit(attempts[0]);
        await Write(session => new ItemKeyStore(session).Add(Key(2)));
        var change = Change(attempt, 2);
        byte[] scores = ScoreSheet.Pack([Points.One, Points.One, null]);

        (await Write(session => new RescoringStore(session).Replace(change, scores))).Should().BeTrue();

        (await Read(session => new RescoringStore(session).List(seed.AgencyId, attempt))).Should().BeEquivalentTo([change]);
        (await Read(session => new RescoringStore(session).Sheets(seed.FormVersionNo))).Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { AttemptNo = attempt, Points = 25_200, Scores = scores, WaveOrdinal = 0, AttemptOrdinal = 1 });
        await FluentActions.Awaiting(() => Write(session => new RescoringStore(session).Replace(Change(attempt, 3), scores)))
            .Should().ThrowAsync<DbException>("there is no such key");
    }

    [Test]
    public async Task A_reopened_attempt_has_no_sheet_to_change_and_none_of_its_answers_is_read()
    {
        var (kept, reopened) = (await Submit(attempts[0]), await Submit(attempts[1]));
        await Write(session => new ItemKeyStore(session).Add(Key(2)));
        await Write(session => new SeatStore(session).Reopen(seed.AgencyId, reopened, Seed.Now.AddHours(1)));

        (await Write(session => new RescoringStore(session).Replace(Change(reopened, 2), []))).Should().BeFalse();

        (await Read(session => new RescoringStore(session).List(seed.AgencyId, reopened))).Should().BeEmpty();
        (await Read(session => new RescoringStore(session).Answers(seed.FormVersionNo)))
            .Should().BeEquivalentTo([new AnswerRow { AgencyId = seed.AgencyId, AttemptNo = kept, ItemNo = 1, Value = "true" }]);
    }

    [Test]
    public async Task A_published_version_is_found_by_its_owner_the_newest_unless_named()
    {
        var draft = Seed.Form(seed.InstrumentNo, "A");
        var formId = (await Read(session => new FormStore(session).FindVersion(seed.FormVersionNo)))!.FormId;
        var second = await Write(session => new FormStore(session).SaveDraft(draft));
        (await Find(null))!.Version.Should().Be(1, "version 2 is a draft");
        await Write(session => new FormStore(session).Publish(second, Seed.Now));
        (await Find(null))!.Version.Should().Be(2);
        (await Find(1))!.FormVersionNo.Should().Be(seed.FormVersionNo);
        (await Find(3)).Should().BeNull();
        (await Read(session => new FormStore(session).FindPublished(seed.AgencyId + 1, formId, null))).Should().BeNull();

        Task<FormVersionRow?> Find(int? version) => Read(session => new FormStore(session).FindPublished(seed.AgencyId, formId, version));
    }

    private RescoringRow Change(int attempt, int key) => new()
    {
        AgencyId = seed.AgencyId, AttemptNo = attempt, FormVersionNo = seed.FormVersionNo, ItemNo = 1, KeyVersion = key, At = Seed.Now,
        PointsBefore = 12_600, PointsAfter = 25_200,
    };

    /// <summary>A participant answers the first item and hands in; the sheet has one point.</summary>
    private async Task<int> Submit(int attempt, Action<SubmittedAttempt>? look = null)
    {
        await using var writer = new ResponseWriter(Database);
        await writer.SaveAsync(new SaveRequest(seed.AgencyId, attempt, 1, "true", 1, "d", Seed.Now));
        await writer.SubmitAsync(new SubmitRequest(seed.AgencyId, attempt, Seed.Now, $"R{attempt}", submitted =>
        {
            look?.Invoke(submitted);
            return new ScoredAttempt(12_600, ScoreSheet.Pack([Points.One, null, null]));
        }));
        return attempt;
    }
}
