using Assessment.Api.Features.Administrations;
using Assessment.Data;
using Assessment.Testing;

namespace Assessment.Api.Tests.Durability;

/// <summary>
/// Kills the serving process while sixteen attempts, each on two devices, save one by one and in bulk and some hand in, and
/// looks after a restart on the same file whether everything acknowledged is there, once. The moment of the kill is a seeded
/// number of acknowledgements.
/// </summary>
public sealed class KillTests
{
    private const int AtOnce = 16, HandingIn = 3;

    [Test]
    public Task Killed_three_times_in_mid_load_no_acknowledged_answer_is_lost() => KillAsync(rounds: 3, seed: 20261125, mostAnswers: 500);

    [Test, Explicit("takes a minute"), Category("Long")]
    public Task Killed_twenty_times_in_mid_load_no_acknowledged_answer_is_lost() => KillAsync(rounds: 20, seed: 20, mostAnswers: 2000);

    private static async Task KillAsync(int rounds, int seed, int mostAnswers)
    {
        var random = new Random(seed);
        var file = Path.Combine(Path.GetTempPath(), $"assessment_kill_{Guid.NewGuid():N}.db");
        try
        {
            var loaded = new List<LoadedAttempt>();
            var (people, door) = (default(AssessmentApplicationClass), default(OpenAdministration.Answer));
            for (var round = 0; round <= rounds; round++)
            {
                await using var served = await ServedProcess.StartAsync(file);
                if (round == 0) (people, door) = await SetUpAsync(served, AtOnce + (HandingIn * rounds));
                await CheckAsync(file, loaded, served);
                if (round == rounds) break;
                while (loaded.Count(attempt => attempt.Receipt is null) < AtOnce) loaded.Add(await JoinAsync(served, people!, door!, loaded.Count));
                await LoadAndKillAsync(served, [.. loaded.Where(attempt => attempt.Receipt is null)], random, mostAnswers);
            }

            Tell(rounds, loaded);
        }
        finally
        {
            foreach (var part in new[] { file, file + "-wal", file + "-shm" }) File.Delete(part);
        }
    }

    private static void Tell(int rounds, List<LoadedAttempt> loaded)
    {
        loaded.Count(attempt => attempt.Receipt is not null).Should().BePositive("handing in belongs to the load");
        TestContext.Out.WriteLine(
            $"{rounds} kills, {loaded.Count} attempts on two devices each, {loaded.Sum(attempt => attempt.Answers)} answers acknowledged, " +
            $"{loaded.Sum(attempt => attempt.Unanswered)} requests in flight when killed, " +
            $"{loaded.Count(attempt => attempt.Receipt is not null)} receipts, 0 lost, 0 twice");
    }

    private static async Task<(AssessmentApplicationClass, OpenAdministration.Answer)> SetUpAsync(ServedProcess served, int most)
    {
        var agency = await AssessmentApplicationAgency.AddAsync(served.Nobody.WithKey(served.OperatorKey!), served.Nobody, "law-enforcement");
        var people = await agency.ClassAsync(most);
        return (people, await people.OpenAsync("post", await agency.PublishKnowledgeAsync()));
    }

    private static async Task<LoadedAttempt> JoinAsync(ServedProcess served, AssessmentApplicationClass people, OpenAdministration.Answer door, int person) =>
        new(await AssessmentApplicationAttempt.StartAsync(served.Nobody, people.Start(door, person)));

    /// <summary>An attempt whose handing in was never answered is handed in again: the same receipt, if it was done.</summary>
    private static async Task CheckAsync(string file, List<LoadedAttempt> loaded, ServedProcess served)
    {
        await using var database = Database.Open(file);
        var kept = new KeptAnswers(database);
        foreach (var attempt in loaded)
        {
            await kept.CheckAsync(attempt, served);
            if (!attempt.HandingIn || attempt.Receipt is not null) continue;
            await attempt.HandInAsync(served.Nobody);
            await kept.CheckAsync(attempt, served);
        }
    }

    private static async Task LoadAndKillAsync(ServedProcess served, List<LoadedAttempt> working, Random random, int mostAnswers)
    {
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = random.Next(mostAnswers / 5, mostAnswers);
        var load = working.Select((attempt, i) => attempt.LoadAsync(served.Nobody, i < HandingIn ? random.Next(1, mostAnswers / 20) : null, () =>
        {
            if (Interlocked.Decrement(ref left) == 0) enough.SetResult();
        })).ToList();
        await Task.WhenAny(enough.Task, Task.WhenAll(load));
        enough.Task.IsCompleted.Should().BeTrue("the load may not stop before the kill");
        await served.KillAsync();
        await Task.WhenAll(load);
    }
}
