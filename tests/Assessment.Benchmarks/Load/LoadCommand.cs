using System.Globalization;
using System.Net.Http.Json;
using Assessment.Api.Features.Demo;

namespace Assessment.Benchmarks.Load;

/// <summary>
/// Saves and hand-ins through HTTP beside an endpoint that does nothing, all in one run: the loads take turns, so that what
/// else the machine does falls on all of them alike.
/// </summary>
internal static class LoadCommand
{
    private const int Rounds = 5, MostConnections = 128;

    public static async Task<int> RunAsync(int connections, int seconds)
    {
        using var folder = new TemporaryFolder();
        using var server = new ServerProcess(Path.Combine(folder.Path, "load.db"));
        using var http = new HttpClient { BaseAddress = server.Address };
        var (saving, handingIn) = await PrepareAsync(http, server.OperatorKey);
        var sender = new LoadTurns(new Generator(server.Address), http, saving);
        Console.WriteLine(Line($"disk: {SyncRate.Measure(folder.Path, TimeSpan.FromSeconds(2)):0} syncs of 4 KiB a second before the run"));
        await sender.WarmUpAsync(TimeSpan.FromSeconds(3));
        foreach (var many in new[] { connections, MostConnections }.Distinct())
        {
            Print(await sender.TakeTurnsAsync(many, Rounds, TimeSpan.FromSeconds((double)seconds / Rounds)), many);
        }

        Print($"submit of 30 answers, {connections} connections", await SubmitAsync(new Generator(server.Address), http, handingIn, connections), null);
        Console.WriteLine(Line($"disk: {SyncRate.Measure(folder.Path, TimeSpan.FromSeconds(2)):0} syncs of 4 KiB a second after the run"));
        var use = await http.GetFromJsonAsync<ServerUse>(LoadServer.Use);
        Console.WriteLine(Line($"server: peak working set {use!.PeakMemory / 1048576.0:0} MiB"));
        return 0;
    }

    private static async Task<(IReadOnlyList<Device> Saving, IReadOnlyList<Device> HandingIn)> PrepareAsync(HttpClient http, string operatorKey)
    {
        var nobody = new ApiClient(http);
        var setup = new DemoSetup(nobody, new StudyFiles(Path.Combine(AppContext.BaseDirectory, "samples", "academy-study")));
        await setup.RunAsync(operatorKey, () => { });
        var room = new Classroom(nobody, setup);
        return (await room.OpenAsync("post"), await room.OpenAsync("follow-up-6m"));
    }

    private static async Task<LoadResult> SubmitAsync(Generator generator, HttpClient http, IReadOnlyList<Device> devices, int connections)
    {
        var answers = devices.SelectMany(device => Enumerable.Range(0, device.Answers.Count).Select(device.Save)).ToList();
        await generator.EachAsync(connections, answers, 200);
        return await LoadResult.MeasureAsync(http, () => generator.EachAsync(connections, [.. devices.Select(device => device.Submit())], 200));
    }

    private static void Print((LoadResult Empty, LoadResult Save) turns, int connections)
    {
        Print($"empty endpoint, {connections} connections", turns.Empty, null);
        Print($"durable save, {connections} connections", turns.Save, turns.Save.Load.Rate / turns.Empty.Load.Rate);
    }

    private static void Print(string what, LoadResult result, double? share)
    {
        var (load, n) = (result.Load, result.Load.Requests);
        Console.WriteLine(Line($"{what}: {load.Rate:0} a second{(share is { } of ? Line($", {of:0.000} of empty") : "")}, n = {n}"));
        Console.WriteLine(Line($"    p50 {load.Percentile(0.50):0.00} ms, p99 {load.Percentile(0.99):0.00} ms, longest {load.Percentile(1):0.0} ms"));
        Console.WriteLine(Line($"    server per request: {result.Allocated / 1024.0 / n:0.0} KiB allocated, {result.Processor.TotalMicroseconds / n:0} µs of processor"));
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
