using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Assessment.Statistics.Cases;

namespace Assessment.Api.Features.Estimates.Speed;

/// <summary>Times every task whose file is in a folder, from parsed data.</summary>
internal static class SpeedRun
{
    // The first runs are compiled quickly and run slowly; what a service does all day is what counts.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.5);

    public static int Run(DirectoryInfo folder, int repeat, string arguments, bool json)
    {
        if (SpeedOptions.Read(arguments) is not { } options) return EstimateCommand.Fail("--args is not a JSON object of the numbers max, cut and replicates.");
        if (!folder.Exists) return EstimateCommand.Fail($"There is no folder {folder.FullName}.");
        if (repeat < 1) return EstimateCommand.Fail("--repeat is at least 1.");
        var lines = new JsonArray();
        foreach (var file in SpeedTask.All.GroupBy(task => task.File))
        {
            var path = Path.Combine(folder.FullName, file.Key);
            if (!File.Exists(path))
            {
                Console.Error.WriteLine($"{file.Key} is not there; left out: {string.Join(", ", file.Select(task => task.Name))}.");
                continue;
            }

            if (Times(path, [.. file], repeat, options, lines) is { } trouble) return EstimateCommand.Fail(trouble);
        }

        if (lines.Count == 0) return EstimateCommand.Fail($"None of the files is in {folder.FullName}.");
        Print(lines, repeat, json);
        return 0;
    }

    private static string? Times(string path, SpeedTask[] tasks, int repeat, SpeedOptions options, JsonArray lines)
    {
        if (CsvTable.Read(path, out var table) is { } trouble) return trouble;
        try
        {
            foreach (var task in tasks) lines.Add(Time(task, task.Prepare(table!, options), repeat));
            return null;
        }
        catch (FormatException fault)
        {
            return $"{Path.GetFileName(path)}: {fault.Message}";
        }
    }

    private static JsonObject Time(SpeedTask task, SpeedWork work, int repeat)
    {
        var clock = Stopwatch.StartNew();
        do
        {
            work.Run();
        }
        while (clock.Elapsed < WarmUp);
        GC.Collect();
        var (seconds, results) = (new double[repeat], work.Run());
        for (var i = 0; i < repeat; i++)
        {
            clock.Restart();
            results = work.Run();
            seconds[i] = clock.Elapsed.TotalSeconds;
        }

        Array.Sort(seconds);
        return new()
        {
            ["task"] = task.Name,
            ["rows"] = work.Rows,
            ["columns"] = work.Columns,
            ["secondsMedian"] = (seconds[(repeat - 1) / 2] + seconds[repeat / 2]) / 2,
            ["secondsMin"] = seconds[0],
            ["results"] = CaseJson.Node(results()),
        };
    }

    private static void Print(JsonArray lines, int repeat, bool json)
    {
        if (json)
        {
            Console.Out.WriteLine(EstimateCommand.Text(new JsonObject
            {
                ["processors"] = Environment.ProcessorCount, ["runtime"] = RuntimeInformation.FrameworkDescription, ["repeats"] = repeat, ["tasks"] = lines,
            }));
            return;
        }

        foreach (var line in lines) Console.Out.WriteLine($"{line!["task"],-16}{line["rows"],9} x {line["columns"],-4}{line["secondsMedian"]!.GetValue<double>(),12:0.000000} s");
    }
}
