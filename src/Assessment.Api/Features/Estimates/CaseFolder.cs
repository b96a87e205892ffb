using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assessment.Statistics.Cases;

namespace Assessment.Api.Features.Estimates;

/// <summary>
/// Runs a folder of cases, one JSON line each; what cannot be read or computed is refused in its own line and stops nothing.
/// Expected values in the files are never looked at.
/// </summary>
internal static class CaseFolder
{
    private static readonly JsonSerializerOptions Lines = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(DirectoryInfo folder, FileInfo? output)
    {
        if (!folder.Exists) return EstimateCommand.Fail($"There is no folder {folder.FullName}.");
        var files = folder.EnumerateFiles("*.json").OrderBy(f => f.Name, StringComparer.Ordinal).ToArray();
        if (files.Length == 0) return EstimateCommand.Fail($"There are no case files (*.json) in {folder.FullName}.");
        var lines = files.Select(f => Line(f, Path.Combine(folder.FullName, "..", "data")).ToJsonString(Lines));
        if (output is null)
        {
            foreach (var line in lines) Console.Out.WriteLine(line);
            return 0;
        }

        return WriteWhole(output, lines);
    }

    internal static JsonObject Line(FileInfo file, string dataFolder)
    {
        var name = Path.GetFileNameWithoutExtension(file.Name);
        try
        {
            using var stream = file.OpenRead();
            using var document = JsonDocument.Parse(stream);
            return Answer(name, document.RootElement, dataFolder);
        }
        catch (Exception trouble) when (trouble is JsonException or IOException or UnauthorizedAccessException)
        {
            return Refused(name, "case-unreadable", $"The case file {file.Name} cannot be read: {trouble.Message}");
        }
    }

    private static JsonObject Answer(string name, JsonElement root, string dataFolder)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("method", out var methodName) || methodName.ValueKind != JsonValueKind.String)
        {
            return Refused(name, "case-unreadable", "The case names no method.");
        }

        if (root.TryGetProperty("case", out var id) && id.ValueKind == JsonValueKind.String) name = id.GetString()!;
        var method = methodName.GetString()!;
        if (!CaseRunner.Methods.Contains(method)) return Refused(name, "method-not-built", $"There is no method '{method}'.");
        var arguments = root.TryGetProperty("args", out var args) ? args : default;
        var (tables, trouble) = Tables(root.TryGetProperty("data", out var data) ? data : default, dataFolder);
        if (trouble is not null) return Refused(name, "data-unreadable", trouble);
        var started = Stopwatch.GetTimestamp();
        var answer = CaseRunner.Run(method, tables, arguments);
        return answer switch
        {
            CaseAnswer.Refused no => Refused(name, no.Code, no.Reason),
            CaseAnswer.Results results => new()
            {
                ["case"] = name,
                ["method"] = method,
                ["results"] = CaseJson.Node(results.Values),
                ["seconds"] = Stopwatch.GetElapsedTime(started).TotalSeconds,
            },
            _ => throw new UnreachableException(),
        };
    }

    private static (Dictionary<string, CaseTable> Tables, string? Trouble) Tables(JsonElement data, string folder)
    {
        var tables = new Dictionary<string, CaseTable>();
        IEnumerable<(string Name, string File)> files = data.ValueKind switch
        {
            JsonValueKind.String => [("data", data.ToString())],
            JsonValueKind.Object => data.EnumerateObject().Select(p => (p.Name, p.Value.ToString())),
            _ => [],
        };
        foreach (var (name, file) in files)
        {
            if (CsvTable.Read(Path.Combine(folder, file), out var table) is { } trouble) return (tables, trouble);
            tables[name] = table!;
        }

        return (tables, null);
    }

    private static JsonObject Refused(string name, string code, string reason) =>
        new() { ["case"] = name, ["refused"] = new JsonObject { ["code"] = code, ["reason"] = reason } };

    private static int WriteWhole(FileInfo output, IEnumerable<string> lines)
    {
        var temporary = output.FullName + ".partial";
        try
        {
            File.WriteAllLines(temporary, lines);
            File.Move(temporary, output.FullName, overwrite: true);
            return 0;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return EstimateCommand.Fail($"{output.FullName} cannot be written: {trouble.Message}");
        }
    }
}
