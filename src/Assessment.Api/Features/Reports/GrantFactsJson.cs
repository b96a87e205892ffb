using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assessment.Evaluation.Findings;
using Assessment.Reporting.Reports.Grant;

namespace Assessment.Api.Features.Reports;

/// <summary>The stored spelling of a report's facts: reading and writing again gives the same text.</summary>
internal static class GrantFactsJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new FindingsConverter() },
    };

    public static string Write(GrantReportFacts facts) => JsonSerializer.Serialize(facts, Options);

    public static GrantReportFacts Read(string json) => JsonSerializer.Deserialize<GrantReportFacts>(json, Options)!;

    /// <summary>Findings have a spelling of their own.</summary>
    private sealed class FindingsConverter : JsonConverter<StudyFindings>
    {
        public override StudyFindings Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return FindingsJson.Read(System.Text.Encoding.UTF8.GetBytes(document.RootElement.GetRawText()));
        }

        public override void Write(Utf8JsonWriter writer, StudyFindings value, JsonSerializerOptions options) => writer.WriteRawValue(FindingsJson.Write(value));
    }
}
