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

/// <summary>The empty endpoint and durable saves in turns. Every device goes on counting, so each save is a new answer.</summary>
internal sealed class LoadTurns(Generator generator, HttpClient http, IReadOnlyList<Device> devices)
{
    private static readonly byte[] Empty = HttpConnection.Request("GET", LoadServer.Empty);
    private readonly int[] saved = new int[devices.Count];

    public async Task WarmUpAsync(TimeSpan time)
    {
        await EmptyAsync(devices.Count / 4, time);
        await SaveAsync(devices.Count / 4, time);
    }

    public async Task<(LoadResult Empty, LoadResult Save)> TakeTurnsAsync(int connections, int rounds, TimeSpan time)
    {
        var (empty, save) = (new List<LoadResult>(), new List<LoadResult>());
        for (var round = 0; round < rounds; round++)
        {
            empty.Add(await LoadResult.MeasureAsync(http, () => EmptyAsync(connections, time)));
            save.Add(await LoadResult.MeasureAsync(http, () => SaveAsync(connections, time)));
        }

        return (LoadResult.Sum(empty), LoadResult.Sum(save));
    }

    private Task<Stretch> EmptyAsync(int connections, TimeSpan time) => generator.ForAsync(connections, time, (_, _) => Empty, 204);

    private Task<Stretch> SaveAsync(int connections, TimeSpan time) =>
        generator.ForAsync(connections, time, (connection, _) => devices[connection].Save(saved[connection]++), 200);
}
