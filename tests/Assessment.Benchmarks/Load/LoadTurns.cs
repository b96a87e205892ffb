using System.Net.Http.Json;

namespace Assessment.Benchmarks.Load;

/// <summary>A load with what the server spent on it.</summary>
internal sealed record LoadResult(Stretch Load, long Allocated, TimeSpan Processor)
{
    public static async Task<LoadResult> MeasureAsync(HttpClient http, Func<Task<Stretch>> load)
    {
        var before = await http.GetFromJsonAsync<ServerUse>(LoadServer.Use);
        var stretch = await load();
        var after = await http.GetFromJsonAsync<ServerUse>(LoadServer.Use);
        return new(stretch, after!.Allocated - before!.Allocated, after.Processor - before.Processor);
    }

    public static LoadResult Sum(IReadOnlyList<LoadResult> parts) => new(
        Stretch.Sum([.. parts.Select(part => part.Load)]),
        parts.Sum(part => part.Allocated),
        parts.Aggregate(TimeSpan.Zero, (sum, part) => sum + part.Processor));
}

/// <summary>
/// The empty endpoint, durable saves, uploads of 10 and of 50 answers and bare syncs in turns, so that what else the machine
/// does falls on all of them alike. Every device goes on counting, so each save is a new answer.
/// </summary>
internal sealed class LoadTurns(LoadStage stage, IReadOnlyList<Device> devices)
{
    private static readonly byte[] Empty = HttpConnection.Request("GET", LoadServer.Empty);
    private static readonly int[] Uploads = [10, 50];
    private readonly int[] saved = new int[devices.Count];

    public async Task WarmUpAsync(TimeSpan time)
    {
        await EmptyAsync(devices.Count / 4, time);
        await SaveAsync(devices.Count / 4, time);
        foreach (var count in Uploads) await UploadAsync(devices.Count / 4, count, time / 4);
    }

    /// <summary>Rounds of turns at a number of connections. Shares are medians over the rounds of answers per empty request.</summary>
    public async Task<IReadOnlyList<Finding>> TakeTurnsAsync(int connections, int rounds, TimeSpan time)
    {
        var (syncs, empty, save) = (new List<double>(), new List<LoadResult>(), new List<LoadResult>());
        var uploads = Uploads.Select(_ => new List<LoadResult>()).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            syncs.Add(SyncRate.Measure(stage.Folder, time / 4));
            empty.Add(await MeasureAsync(() => EmptyAsync(connections, time)));
            save.Add(await MeasureAsync(() => SaveAsync(connections, time)));
            for (var i = 0; i < Uploads.Length; i++)
            {
                var count = Uploads[i];
                uploads[i].Add(await MeasureAsync(() => UploadAsync(connections, count, time / 2)));
            }
        }

        (string, double) Share(List<LoadResult> load, int answers) =>
            ("answers per empty request", Median(load.Zip(empty, (one, nothing) => answers * one.Load.Rate / nothing.Load.Rate)));
        return
        [
            new Finding("syncs of 4 KiB", [("per second", Median(syncs))]),
            Finding.Of($"empty endpoint, {connections} connections", LoadResult.Sum(empty)),
            Finding.Of($"durable save, {connections} connections", LoadResult.Sum(save), Share(save, 1)),
            .. Uploads.Select((count, i) => Finding.Of(
                $"upload of {count} answers, {connections} connections", LoadResult.Sum(uploads[i]), Share(uploads[i], count))),
        ];
    }

    private Task<LoadResult> MeasureAsync(Func<Task<Stretch>> load) => LoadResult.MeasureAsync(stage.Http, load);

    private Task<Stretch> EmptyAsync(int connections, TimeSpan time) => stage.Generator.ForAsync(connections, time, (_, _) => Empty, 204);

    private Task<Stretch> SaveAsync(int connections, TimeSpan time) =>
        stage.Generator.ForAsync(connections, time, (connection, _) => devices[connection].Save(saved[connection]++), 200);

    private Task<Stretch> UploadAsync(int connections, int count, TimeSpan time) => stage.Generator.ForAsync(
        connections, time, (connection, _) => devices[connection].Upload((saved[connection] += count) - count, count), 200);

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
