using System.Net.Http.Json;

namespace Assessment.Benchmarks.Load;

/// <summary>What to load the service with.</summary>
/// <param name="Connections">Connections of the smaller ceiling and of handing in.</param>
/// <param name="Seconds">Time of each ceiling for saves, and as much again for the empty endpoint.</param>
/// <param name="Scenes">Play the scenes of classes too.</param>
/// <param name="Json">One JSON array instead of lines.</param>
internal sealed record LoadOptions(int Connections, int Seconds, bool Scenes, bool Json);

/// <summary>The service under load through HTTP, beside an endpoint that does nothing, all in one run.</summary>
internal static class LoadCommand
{
    private const int Rounds = 7, MostConnections = 128, Starts = 5;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(6), Writing = TimeSpan.FromSeconds(40);

    public static async Task<int> RunAsync(LoadOptions options)
    {
        using var stage = new LoadStage();
        var room = await stage.SetUpAsync();
        var findings = new List<Finding>();
        await foreach (var finding in MeasureAsync(stage, room, options))
        {
            findings.Add(finding);
            if (!options.Json) Console.WriteLine(finding.Line);
        }

        if (options.Json) Console.WriteLine(Finding.Json(findings));
        return 0;
    }

    private static async IAsyncEnumerable<Finding> MeasureAsync(LoadStage stage, Classroom room, LoadOptions options)
    {
        if (options.Scenes)
        {
            await new LoadTurns(stage, await room.OpenAsync("follow-up-6m")).WarmUpAsync(WarmUp);
            foreach (var finding in await new Scenes(stage, room).PlayAsync(Starts, Writing)) yield return finding;
            yield break;
        }

        var turns = new LoadTurns(stage, await room.OpenAsync("post"));
        var handingIn = await room.OpenAsync("follow-up-6m");
        await turns.WarmUpAsync(WarmUp);
        foreach (var many in new[] { options.Connections, MostConnections }.Distinct())
        {
            foreach (var finding in await turns.TakeTurnsAsync(many, Rounds, TimeSpan.FromSeconds((double)options.Seconds / Rounds)))
            {
                yield return finding;
            }
        }

        yield return Finding.Of($"submit of 30 answers, {options.Connections} connections", await SubmitAsync(stage, handingIn, options.Connections));
        var use = await stage.Http.GetFromJsonAsync<ServerUse>(LoadServer.Use);
        yield return new Finding("server", [("MiB of peak working set", use!.PeakMemory / 1048576.0)]);
    }

    private static async Task<LoadResult> SubmitAsync(LoadStage stage, IReadOnlyList<Device> devices, int connections)
    {
        var answers = devices.SelectMany(device => Enumerable.Range(0, device.Answers.Count).Select(device.Save)).ToList();
        await stage.Generator.EachAsync(connections, answers, 200);
        return await LoadResult.MeasureAsync(stage.Http, () => stage.Generator.EachAsync(connections, [.. devices.Select(device => device.Submit())], 200));
    }
}
