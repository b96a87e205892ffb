using System.Threading.Channels;
using Assessment.Data.Responses;
using Assessment.Domain;
using Assessment.Domain.Scoring;
using Assessment.Testing;
using CsCheck;

namespace Assessment.Data.Tests.Responses;

public sealed class ResponseWriterTests(string engine) : TestDatabaseFixture(engine)
{
    private ResponseWriter writer = null!;
    private Seed seed = null!;
    private int attemptNo;

    [SetUp]
    public async Task StartWriter()
    {
        (seed, attemptNo) = await Write(async session =>
        {
            var built = await new Seed(session).OpenPreTest(officers: 2);
            return (built, (await built.Start(built.Participants[0])).AttemptNo);
        });
        writer = new ResponseWriter(Database);
    }

    [TearDown]
    public async Task StopWriter() => await (writer?.DisposeAsync() ?? ValueTask.CompletedTask);

    private SaveRequest Save(int item, string? value, long revision, string device = "tablet") =>
        new(seed.AgencyId, attemptNo, item, value, revision, device, Seed.Now);

    private SubmitRequest Submit(Func<SubmittedAttempt, ScoredAttempt>? score = null, string receipt = "R1") =>
        new(seed.AgencyId, attemptNo, Seed.Now, receipt, score ?? (_ => new ScoredAttempt(0, [])));

    private async Task<SaveStatus> StatusOf(SaveRequest save) => (await writer.SaveAsync(save)).Status;

    private Task<IReadOnlyList<ResponseRow>> Responses() => Read(session => new AttemptStore(session).Responses(seed.AgencyId, attemptNo));

    [Test]
    public async Task A_saved_answer_is_there_with_its_event()
    {
        (await writer.SaveAsync(Save(2, "b", 4))).Should().Be(new SaveOutcome(SaveStatus.Saved, 4));

        var expected = new ResponseRow { ItemNo = 2, Value = "b", Revision = 4, Device = "tablet", SavedAt = 1772443800000 };
        (await Responses()).Should().Equal(expected);
        (await Read(session => new AttemptStore(session).Events(seed.AgencyId, attemptNo))).Should().Equal(expected);
    }

    [Test]
    public async Task An_answer_can_be_taken_back()
    {
        await writer.SaveAsync(Save(1, "b", 1));
        await writer.SaveAsync(Save(1, null, 2));

        (await Responses()).Single().Value.Should().BeNull();
    }

    [Test]
    public async Task Repeats_late_saves_and_other_devices_are_told_apart()
    {
        (await StatusOf(Save(1, "a", 2))).Should().Be(SaveStatus.Saved);
        (await StatusOf(Save(1, "a", 2))).Should().Be(SaveStatus.Saved);
        (await StatusOf(Save(1, "c", 1))).Should().Be(SaveStatus.Superseded);
        (await StatusOf(Save(1, "d", 2, "phone"))).Should().Be(SaveStatus.StaleRevision);
        (await StatusOf(Save(1, "d", 3, "phone"))).Should().Be(SaveStatus.StaleRevision);
        (await StatusOf(Save(1, "d", 3, "phone") with { Seen = 2 })).Should().Be(SaveStatus.Saved);
        (await StatusOf(Save(1, "a", 2))).Should().Be(SaveStatus.StaleRevision);

        (await Read(session => new AttemptStore(session).Events(seed.AgencyId, attemptNo))).Select(response => response.Value).Should().Equal("a", "d");
    }

    [Test]
    public async Task Another_agency_has_no_such_attempt() =>
        (await StatusOf(Save(1, "a", 1) with { AgencyId = 0 })).Should().Be(SaveStatus.AttemptUnknown);

    [Test]
    public async Task A_closed_administration_takes_no_answer()
    {
        await Write(session => new AdministrationStore(session).End(seed.AgencyId, seed.AdministrationNo, Seed.Now));

        (await StatusOf(Save(1, "a", 1))).Should().Be(SaveStatus.AdministrationClosed);
        (await writer.SubmitAsync(Submit())).Status.Should().Be(SubmitStatus.AdministrationClosed);
        (await Responses()).Should().BeEmpty();
    }

    [Test]
    public async Task Any_order_and_repetition_ends_in_the_newest_answers()
    {
        var round = 0L;
        await Gen.Shuffle(Enumerable.Range(0, 24).ToArray()).Array[2].SampleAsync(
            async orders =>
            {
                var start = Interlocked.Add(ref round, 8);
                await Task.WhenAll(orders.SelectMany(order => order)
                    .Select(n => writer.SaveAsync(Save((n / 8) + 1, $"v{n}", start + (n % 8)))));
                return (await Responses()).Select(response => response.Value).SequenceEqual(["v7", "v15", "v23"]);
            },
            iter: 15,
            threads: 1);
    }

    [Test]
    public async Task Handing_in_scores_all_answers_saved_before_and_none_after()
    {
        var scored = new List<IReadOnlyDictionary<int, string>>();
        var before = Enumerable.Range(1, 3).Select(item => writer.SaveAsync(Save(item, $"v{item}", 1))).ToList();
        var submit = writer.SubmitAsync(Submit(attempt =>
        {
            scored.Add(attempt.Answers);
            return new ScoredAttempt(25_200, ScoreSheet.Pack([new Points(12_600), null, new Points(12_600)]));
        }));
        var after = writer.SaveAsync(Save(1, "late", 2));
        await Task.WhenAll(before);

        (await submit).Should().Be(new SubmitOutcome(SubmitStatus.Submitted, Seed.Now, "R1"));
        (await after).Status.Should().Be(SaveStatus.AlreadySubmitted);
        scored.Single().Should().Equal(new Dictionary<int, string> { [1] = "v1", [2] = "v2", [3] = "v3" });
        var sheet = await Read(session => new ScoreSheetStore(session).Find(seed.AgencyId, attemptNo));
        sheet.Should().BeEquivalentTo(new { seed.DeliveryNo, ParticipantNo = seed.Participants[0], WaveOrdinal = 0, seed.FormVersionNo, Points = 25_200 });
        ScoreSheet.Ticks(sheet!.Scores, 1).Should().Be(ScoreSheet.NotScored);
        ScoreSheet.Ticks(sheet.Scores, 2).Should().Be(12_600);
    }

    [Test]
    public async Task Handing_in_twice_answers_the_first_receipt()
    {
        await writer.SubmitAsync(Submit());

        (await writer.SubmitAsync(Submit(receipt: "R2"))).Should().Be(new SubmitOutcome(SubmitStatus.AlreadySubmitted, Seed.Now, "R1"));
        (await Read(session => session.Value<int>("SELECT COUNT(*) FROM score_sheet"))).Should().Be(1);
    }

    [Test]
    public async Task What_also_belongs_to_handing_in_is_in_its_transaction()
    {
        var submit = () => writer.SubmitAsync(Submit() with { Also = _ => throw new TimeoutException("disk") });

        await submit.Should().ThrowAsync<TimeoutException>();
        (await Read(session => session.Value<int>("SELECT COUNT(*) FROM score_sheet"))).Should().Be(0);
        (await writer.SubmitAsync(Submit())).Status.Should().Be(SubmitStatus.Submitted);
    }

    [Test]
    public async Task A_request_that_faults_fails_alone()
    {
        var saves = Enumerable.Range(1, 40).Select(item => writer.SaveAsync(Save(item, "a", 1))).ToList();
        var poisoned = writer.SubmitAsync(Submit(_ => throw new FormatException("bad key")));
        saves.AddRange(Enumerable.Range(41, 40).Select(item => writer.SaveAsync(Save(item, "a", 1))));

        await FluentActions.Awaiting(() => poisoned).Should().ThrowAsync<FormatException>();
        (await Task.WhenAll(saves)).Should().OnlyContain(outcome => outcome.Status == SaveStatus.Saved);
        (await Responses()).Should().HaveCount(80);
    }

    [Test]
    public async Task Stopping_finishes_what_was_queued_and_takes_nothing_more()
    {
        var queued = Enumerable.Range(1, 200).Select(item => writer.SaveAsync(Save(item, "a", 1))).ToList();

        await writer.DisposeAsync();

        (await Task.WhenAll(queued)).Should().OnlyContain(outcome => outcome.Status == SaveStatus.Saved);
        (await Responses()).Should().HaveCount(200);
        await FluentActions.Awaiting(() => writer.SaveAsync(Save(1, "b", 2))).Should().ThrowAsync<ChannelClosedException>();
    }

    [Test]
    public async Task Use_cases_write_beside_the_writer()
    {
        var saves = Enumerable.Range(1, 100).Select(item => writer.SaveAsync(Save(item, "a", 1)));
        var numbers = Enumerable.Range(0, 20).Select(_ => Write(session => session.NextNumber(0, "thing")));

        var given = Task.WhenAll(numbers);
        await Task.WhenAll(saves);

        (await given).Should().OnlyHaveUniqueItems();
        (await Responses()).Should().HaveCount(100);
    }
}
