using System.CommandLine;
using System.Text.Json;
using Assessment.Api.Features.Scoring;

namespace Assessment.Api.Tests.Features.Scoring;

/// <summary>A folder of files and the verb run on them.</summary>
internal sealed class ScoreRun : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("assessment_score_").FullName;

    public string File(string content)
    {
        var path = Path.Combine(folder, Guid.NewGuid().ToString());
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    /// <summary>Exit code, printed JSON (undefined when nothing was printed) and messages.</summary>
    public async Task<(int Code, JsonElement Document, string Messages)> RunAsync(string form, string responses)
    {
        using StringWriter output = new(), error = new();
        var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        var code = await ScoreCommand.Build().Parse([form, "--responses", File(responses), "--json"]).InvokeAsync(configuration);
        var text = output.ToString();
        return (code, text.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(text) : default, error.ToString());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
