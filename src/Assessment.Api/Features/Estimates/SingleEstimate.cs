using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assessment.Statistics.Cases;

namespace Assessment.Api.Features.Estimates;

/// <summary>One method on one CSV file of the user's own.</summary>
internal static class SingleEstimate
{
    private const int WasRefused = 3;

    public static int Run(string method, FileInfo? data, string arguments, bool json)
    {
        JsonElement args;
        try
        {
            args = JsonSerializer.Deserialize<JsonElement>(arguments);
        }
        catch (JsonException)
        {
            return EstimateCommand.Fail("--args is not a JSON object.");
        }

        if (args.ValueKind != JsonValueKind.Object) return EstimateCommand.Fail("--args is not a JSON object.");
        var tables = new Dictionary<string, CaseTable>();
        if (data is not null)
        {
            if (CsvTable.Read(data.FullName, out var table) is { } trouble) return EstimateCommand.Fail(trouble);
            tables["data"] = table!;
        }

        var started = Stopwatch.GetTimestamp();
        return Print(method, CaseRunner.Run(method, tables, args), Stopwatch.GetElapsedTime(started), json);
    }

    private static int Print(string method, CaseAnswer answer, TimeSpan time, bool json)
    {
        if (answer is CaseAnswer.Refused no)
        {
            var refusal = new JsonObject { ["code"] = no.Code, ["reason"] = no.Reason, ["details"] = new JsonArray() };
            if (json) Console.Out.WriteLine(EstimateCommand.Text(new JsonObject { ["refused"] = refusal }));
            else Console.Error.WriteLine(no.Reason);
            return WasRefused;
        }

        var values = ((CaseAnswer.Results)answer).Values;
        var (results, advice) = (CaseJson.Node(values), CaseJson.Node(CaseAdvice.Of(method, values)));
        if (json)
        {
            var document = new JsonObject { ["method"] = method, ["results"] = results };
            if (advice.Count > 0) document["advice"] = advice;
            document["seconds"] = time.TotalSeconds;
            Console.Out.WriteLine(EstimateCommand.Text(document));
            return 0;
        }

        foreach (var (key, value) in results) Console.Out.WriteLine($"{key,-28}{value?.ToJsonString() ?? "not estimable"}");
        foreach (var (key, value) in advice) Console.Out.WriteLine($"reading {key,-20}{value?.ToJsonString() ?? "nothing to read"}");
        return 0;
    }
}
