using System.CommandLine;
using Assessment.Api.Hosting;
using Spectre.Console;

namespace Assessment.Api.Features.Demo;

/// <summary>The verb <c>demo</c>: the main job, end to end, through the running HTTP API.</summary>
internal static class DemoCommand
{
    public static Command Build()
    {
        var folder = new Option<string>("--out") { Description = "Folder to write to.", DefaultValueFactory = _ => Path.Combine("out", "demo") };
        var noServe = new Option<bool>("--no-serve") { Description = "Stop when everything is written." };
        var database = new Option<string?>("--database") { Description = "Where to keep the data; a new SQLite file in the folder by default." };
        var command = new Command("demo", "Play the academy study through the API, print gains, write the reports and the release.") { folder, noServe, database };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetValue(folder)!, parsed.GetValue(database), !parsed.GetValue(noServe), stop));
        return command;
    }

    internal static async Task<int> RunAsync(string folder, string? connection, bool serve, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        connection ??= NewDatabase(folder);
        var clock = new DemoClock(Clock.System);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await using var app = AssessmentServer.Build(new ServerSettings(connection, "http://127.0.0.1:0", clock));
        await app.StartAsync(stop);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var study = new StudyFiles(Path.Combine(AppContext.BaseDirectory, "samples", "academy-study"));
        if (await FirstKey.CreateAsync(app.Services, stop) is not { } operatorKey)
        {
            await Console.Error.WriteLineAsync("This database is in use already; the demo starts from an empty one.");
            return ExitCodes.Refused;
        }

        var outcome = await new DemoRun(new ApiClient(http), study, clock, new DemoProgress(console)).PlayAsync(operatorKey);
        DemoFiles.Write(folder, outcome);
        clock.Release();
        DemoSummary.Print(Console.Out, outcome, Path.GetFullPath(folder), app.Urls.First(), serve);
        if (serve)
        {
            await app.WaitForShutdownAsync(stop);
        }

        return ExitCodes.Done;
    }

    /// <summary>The demo starts from nothing each time, so its numbers do not depend on an earlier run.</summary>
    private static string NewDatabase(string folder)
    {
        var file = Path.Combine(folder, "assessment.db");
        foreach (var old in new[] { file, file + "-wal", file + "-shm" })
        {
            File.Delete(old);
        }

        return file;
    }
}
