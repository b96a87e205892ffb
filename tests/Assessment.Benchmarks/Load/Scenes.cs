using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Assessment.Benchmarks.Load;

/// <summary>Loads as classes make them: a class starts, many classes write, devices come back from a dead network. Each is bounded.</summary>
internal sealed class Scenes(LoadStage stage, Classroom room)
{
    private const int ClassSize = 40, FirstSaves = 3, Writing = 1_000, Queued = 200, QueuedAnswers = 25;

    /// <summary>People that <see cref="PlayAsync"/> needs for its rounds of a starting class.</summary>
    public static int People(int starts) => (starts * ClassSize) + Writing;

    public async Task<IReadOnlyList<Finding>> PlayAsync(int starts, TimeSpan writing)
    {
        var (joinCode, tokens) = await room.CrowdAsync(People(starts));
        var findings = new List<Finding>();
        findings.AddRange(await StartAsync(joinCode, [.. tokens.Skip(Writing).Chunk(ClassSize)]));
        var devices = new List<Device>();
        foreach (var token in tokens.Take(Writing)) devices.Add(await room.StartAsync(joinCode, token));
        findings.AddRange(await SynchroniseAsync([.. devices.Take(Queued)]));
        findings.Add(await WriteAsync(devices, writing));
        return findings;
    }

    /// <summary>Forty devices start, evenly within two seconds: attempt and form, then each its first saves.</summary>
    private async Task<IReadOnlyList<Finding>> StartAsync(string joinCode, IReadOnlyList<string[]> classes)
    {
        var (starts, saves) = (new List<List<long>>(), new List<List<long>>());
        foreach (var tokens in classes)
        {
            var people = await Task.WhenAll(tokens.Select((token, i) => Task.Run(async () =>
            {
                await Task.Delay(TimeSpan.FromSeconds(2.0 * i / tokens.Length));
                var asked = Stopwatch.GetTimestamp();
                var device = await room.StartAsync(joinCode, token);
                var started = Stopwatch.GetTimestamp() - asked;
                using var connection = await HttpConnection.OpenAsync(stage.Server);
                var first = new List<long>();
                for (var n = 0; n < FirstSaves; n++) first.Add(await SendAsync(connection, device.Save(n)));
                return (started, first);
            })));
            starts.Add([.. people.Select(person => person.started)]);
            saves.AddRange(people.Select(person => person.first));
        }

        return
        [
            Finding.Of($"start with form, {ClassSize} devices within 2 s, {classes.Count} classes in turn", Stretch.Of(TimeSpan.Zero, starts)),
            Finding.Of($"first {FirstSaves} saves of each", Stretch.Of(TimeSpan.Zero, saves)),
        ];
    }

    /// <summary>A thousand devices, each saving every twenty seconds at a moment of its own.</summary>
    private async Task<Finding> WriteAsync(List<Device> devices, TimeSpan time)
    {
        var pause = TimeSpan.FromSeconds(20);
        var result = await LoadResult.MeasureAsync(stage.Http, async () =>
        {
            var since = Stopwatch.GetTimestamp();
            var times = await Task.WhenAll(devices.Select((device, i) => Task.Run(async () =>
            {
                using var connection = await HttpConnection.OpenAsync(stage.Server);
                var taken = new List<long>();
                for (var at = pause * i / devices.Count; at < time; at += pause)
                {
                    if (at - Stopwatch.GetElapsedTime(since) is var rest && rest > TimeSpan.Zero) await Task.Delay(rest);
                    taken.Add(await SendAsync(connection, device.Save(device.Answers.Count + taken.Count)));
                }

                return taken;
            })));
            return Stretch.Of(Stopwatch.GetElapsedTime(since), times);
        });
        return Finding.Of($"{devices.Count} devices saving every {pause.TotalSeconds:0} s", result);
    }

    /// <summary>
    /// Devices that were without a network send what queued, all at once, and then all of it again, as a device does that
    /// heard no answer. The event log has one row per answer that was ever taken: it tells what was lost and what was doubled.
    /// </summary>
    private async Task<IReadOnlyList<Finding>> SynchroniseAsync(IReadOnlyList<Device> devices)
    {
        var requests = devices.Select(device => device.Upload(0, QueuedAnswers)).ToList();
        var (before, sent) = (Events(), devices.Count * QueuedAnswers);
        var first = await LoadResult.MeasureAsync(stage.Http, () => stage.Generator.EachAsync(devices.Count, requests, 200));
        var taken = Events() - before;
        await stage.Generator.EachAsync(devices.Count, requests, 200);
        var doubled = Events() - before - taken;
        return
        [
            Finding.Of(
                $"{sent} queued answers of {devices.Count} devices at once", first,
                ("ms to the last acknowledgement", first.Load.Elapsed.TotalMilliseconds), ("lost", sent - taken), ("doubled by sending all again", doubled)),
        ];
    }

    private static async ValueTask<long> SendAsync(HttpConnection connection, byte[] request)
    {
        var sent = Stopwatch.GetTimestamp();
        var status = await connection.SendAsync(request);
        return status == 200 ? Stopwatch.GetTimestamp() - sent : throw new InvalidOperationException($"The server answered {status}, not 200.");
    }

    private long Events()
    {
        using var file = new SqliteConnection($"Data Source={stage.DatabaseFile};Mode=ReadOnly;Pooling=False");
        file.Open();
        using var count = file.CreateCommand();
        count.CommandText = "SELECT count(*) FROM response_event";
        return (long)count.ExecuteScalar()!;
    }
}
