using System.Text.Json;
using System.Text.Json.Serialization;
using Assessment.Domain;

namespace Assessment.Release.Profiles;

/// <summary>The profile's file: every property required, no other allowed, so that a slip of the pen is not silently a default.</summary>
internal static class ReleaseProfileJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public static Result<ReleaseProfile> Read(string json)
    {
        try
        {
            var profile = JsonSerializer.Deserialize<ReleaseProfile>(json, Options);
            return profile is null ? Unreadable("$", "the file holds no profile") : profile.Check() is { } refusal ? refusal : profile;
        }
        catch (JsonException fault)
        {
            var line = (fault.LineNumber ?? 0) + 1;
            return Unreadable($"line {line}, {fault.Path ?? "$"}", "product, k, g and columns with name and level are expected, and nothing else");
        }
    }

    public static string Write(ReleaseProfile profile) => JsonSerializer.Serialize(profile, Options) + "\n";

    private static Refusal Unreadable(string where, string problem) =>
        PrivacyRefusals.Profile.Because($"The profile cannot be read at {where}: {problem}.", new Place(where, problem));
}
