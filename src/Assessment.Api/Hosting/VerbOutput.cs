using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Assessment.Domain;

namespace Assessment.Api.Hosting;

/// <summary>What a verb prints: data on standard output, messages on standard error, or one JSON document.</summary>
/// <param name="configuration">Where to print.</param>
/// <param name="json">One JSON document and nothing else.</param>
internal sealed class VerbOutput(InvocationConfiguration configuration, bool json)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public int Done(object document, string sentence)
    {
        configuration.Output.WriteLine(json ? JsonSerializer.Serialize(document, Indented) : sentence);
        return ExitCodes.Done;
    }

    /// <summary>A remark beside the data.</summary>
    public void Note(string sentence) => configuration.Error.WriteLine(sentence);

    public int Usage(string sentence)
    {
        configuration.Error.WriteLine(sentence);
        return ExitCodes.Usage;
    }

    public int Refused(Refusal refusal)
    {
        if (json)
        {
            var refused = new { code = refusal.Code.Code, reason = refusal.Reason, details = refusal.Places };
            configuration.Output.WriteLine(JsonSerializer.Serialize(new { refused }, Indented));
            return ExitCodes.Refused;
        }

        configuration.Error.WriteLine($"{refusal.Code.Title}. {refusal.Reason}");
        foreach (var place in refusal.Places)
        {
            configuration.Output.WriteLine($"{place.Where}: {place.Problem}");
        }

        return ExitCodes.Refused;
    }
}

/// <summary>The option that every verb has.</summary>
internal static class JsonOption
{
    public static Option<bool> New() => new("--json") { Description = "Print one JSON document and nothing else." };
}
