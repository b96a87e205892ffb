using Assessment.Data.Responses;
using Assessment.Testing;

namespace Assessment.Data.Tests.Responses;

/// <summary>
/// What another process writes between two saves holds for the second: the writer keeps states of attempts from batch to batch,
/// and a second opening of the database stands for the other process.
/// </summary>
public sealed class OtherProcessTests(string engine) : TestDatabaseFixture(engine)
{
    private Database other = null!;
    private ResponseWriter writer = null!;
    private Seed seed = null!;
    private int attemptNo;
    private long revision;

    /// <summary>The writer has saved an answer twice, so it knows the attempt.</summary>
    [SetUp]
    public async Task OpenTwice()
    {
        (seed, attemptNo) = await Write(async session =>
        {
            var built = await new Seed(session).OpenPreTest(officers: 1);
            return (built, (await built.Start(built.Participants[0])).AttemptNo);
        });
        other = Database.Open(Connection);
        writer = new ResponseWriter(Database);
        revision = 0;
        (await SaveAsync()).Should().Be(SaveStatus.Saved);
        (await SaveAsync()).Should().Be(SaveStatus.Saved);
    }

    [TearDown]
    public async Task CloseBoth()
    {
        await (writer?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (other?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Test]
    public async Task An_administration_that_another_process_closes_takes_no_answer()
    {
        await ElsewhereAsync(session => new AdministrationStore(session).End(seed.AgencyId, seed.AdministrationNo, Seed.Now));

        (await SaveAsync()).Should().Be(SaveStatus.AdministrationClosed);
        (await writer.SubmitAsync(Submit("R1"))).Status.Should().Be(SubmitStatus.AdministrationClosed);
    }

    [Test]
    public async Task An_attempt_that_another_process_hands_in_and_opens_again_is_shut_between()
    {
        await using (var theirs = new ResponseWriter(other))
        {
            (await theirs.SubmitAsync(Submit("R1"))).Status.Should().Be(SubmitStatus.Submitted);
        }

        (await SaveAsync()).Should().Be(SaveStatus.AlreadySubmitted);
        (await writer.SubmitAsync(Submit("R2"))).Receipt.Should().Be("R1");

        await ElsewhereAsync(session => new SeatStore(session).Reopen(seed.AgencyId, attemptNo, Seed.Now.AddMinutes(5)));
        (await SaveAsync()).Should().Be(SaveStatus.Saved);
        (await writer.SubmitAsync(Submit("R3"))).Receipt.Should().Be("R3");
    }

    [Test]
    public async Task An_attempt_that_another_process_ends_between_two_batches_of_saves_ends_at_once()
    {
        for (var i = 0; i < 20; i++)
        {
            (await SaveAsync()).Should().Be(SaveStatus.Saved, "time was left before round {0}", i);
            await EndsAtAsync(Seed.Now);
            (await SaveAsync()).Should().Be(SaveStatus.TimeExpired, "time was up in round {0}", i);
            await EndsAtAsync(null);
        }

        Task<bool> EndsAtAsync(DateTimeOffset? at) => ElsewhereAsync(session => session.Execute(
            "UPDATE attempt SET ends_at = @at WHERE agency_id = @AgencyId AND attempt_no = @attemptNo", new { at, seed.AgencyId, attemptNo }));
    }

    private Task<bool> ElsewhereAsync(Func<Session, Task> work) => other.WriteAsync(async session =>
    {
        await work(session);
        return true;
    });

    private async Task<SaveStatus> SaveAsync() =>
        (await writer.SaveAsync(new SaveRequest(seed.AgencyId, attemptNo, 1, "a", ++revision, "tablet", Seed.Now))).Status;

    private SubmitRequest Submit(string receipt) => new(seed.AgencyId, attemptNo, Seed.Now, receipt, _ => new ScoredAttempt(0, []));
}
