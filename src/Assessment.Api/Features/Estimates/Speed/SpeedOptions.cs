using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assessment.Api.Features.Estimates.Speed;

/// <summary>Arguments of the tasks.</summary>
/// <param name="Max">Largest possible score of the gain analysis.</param>
/// <param name="Cut">Its pass mark.</param>
/// <param name="Replicates">Of the bootstrap.</param>
internal sealed record SpeedOptions(double Max = 100, double Cut = 70, int Replicates = 2000)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <summary>From a JSON object; null when it is none or holds anything else.</summary>
    public static SpeedOptions? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<SpeedOptions>(json, Strict) is { Replicates: >= 1 } options ? options : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
