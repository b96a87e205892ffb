using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Assessment.Statistics;

namespace Assessment.Evaluation.Findings;

/// <summary>
/// The stored spelling of findings. Numbers keep all their digits (shortest round-trip form), so that writing, reading and
/// writing again gives the same bytes; a number that is not finite is a fault and never written.
/// </summary>
public static class FindingsJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter<DesignClass>(), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { TellEstimationsApart } },
    };

    /// <summary>The document as UTF-8 JSON.</summary>
    /// <param name="findings">Findings of an analysis run.</param>
    public static byte[] Write(StudyFindings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return JsonSerializer.SerializeToUtf8Bytes(findings, Options);
    }

    /// <summary>Reads a stored document.</summary>
    /// <param name="json">UTF-8 JSON written by <see cref="Write"/>.</param>
    /// <exception cref="JsonException">Not a findings document of this format.</exception>
    public static StudyFindings Read(ReadOnlySpan<byte> json)
    {
        var findings = JsonSerializer.Deserialize<StudyFindings>(json, Options) ?? throw new JsonException("The document is null.");
        return findings.Schema == StudyFindings.CurrentSchema ? findings : throw new JsonException($"The document is of format \"{findings.Schema}\", not {StudyFindings.CurrentSchema}.");
    }

    private static void TellEstimationsApart(JsonTypeInfo type)
    {
        if (type.Type != typeof(Estimation)) return;
        type.PolymorphismOptions = new()
        {
            TypeDiscriminatorPropertyName = "is",
            DerivedTypes = { new(typeof(Estimate), "estimate"), new(typeof(NotEstimable), "not-estimable") },
        };
    }
}
