using Assessment.Testing;

namespace Assessment.Api.Tests.Durability;

/// <summary>
/// Kills the serving process while sixteen devices save, and looks whether every acknowledged answer is there after a
/// restart on the same file. The moment of the kill is a seeded number of acknowledgements.
/// </summary>
public sealed class KillTests
{
    private const int Devices = 16;

    [Test]
    public Task Killed_three_times_in_mid_load_no_acknowledged_answer_is_lost() => KillAsync(rounds: 3, seed: 20261125);

    [Test, Explicit("takes half a minute"), Category("Long")]
    public Task Killed_ten_times_in_mid_load_no_acknowledged_answer_is_lost() => KillAsync(rounds: 10, seed: 10);

    private static async Task KillAsync(int rounds, int seed)
    {
        var random = new Random(seed);
        var file = Path.Combine(Path.GetTempPath(), $"assessment_kill_{Guid.NewGuid():N}.db");
        try
        {
            var devices = new List<LoadedDevice>();
            for (var round = 0; round <= rounds; round++)
            {
                await using var served = await ServedProcess.StartAsync(file);
                if (round == 0) devices = await SetUpAsync(served);
                foreach (var device in devices) await device.CheckAsync(served.Nobody);
                if (round < rounds) await LoadAndKillAsync(served, devices, random.Next(20, 2000));
            }

            TestContext.Out.WriteLine(
                $"{rounds} kills, {devices.Count} devices, {devices.Sum(device => device.Acknowledged)} answers acknowledged, " +
                $"{devices.Sum(device => device.Unanswered)} in flight when killed, 0 lost");
        }
        finally
        {
            foreach (var part in new[] { file, file + "-wal", file + "-shm" }) File.Delete(part);
        }
    }

    private static async Task<List<LoadedDevice>> SetUpAsync(ServedProcess served)
    {
        var agency = await AssessmentApplicationAgency.AddAsync(served.Nobody.WithKey(served.OperatorKey!), served.Nobody, "law-enforcement");
        var forms = await agency.PublishKnowledgeAsync();
        var people = await agency.ClassAsync(Devices);
        var door = await people.OpenAsync("post", forms);
        var devices = new List<LoadedDevice>();
        for (var person = 0; person < Devices; person++) devices.Add(new LoadedDevice(await people.StartAsync(door, person)));
        return devices;
    }

    private static async Task LoadAndKillAsync(ServedProcess served, List<LoadedDevice> devices, int acknowledgements)
    {
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = acknowledgements;
        var load = devices.Select(device => device.SaveUntilDeadAsync(served.Nobody, () =>
        {
            if (Interlocked.Decrement(ref left) == 0) enough.SetResult();
        })).ToList();
        await Task.WhenAny(enough.Task, Task.WhenAll(load));
        enough.Task.IsCompleted.Should().BeTrue("no device may stop before the kill");
        await served.KillAsync();
        await Task.WhenAll(load);
    }
}
