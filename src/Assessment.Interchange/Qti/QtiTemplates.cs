using System.Xml.Linq;

namespace Assessment.Interchange.Qti;

/// <summary>
/// The three standard response processing templates (QTI 2.2 information model, "standard response processing templates"), by name or by the
/// end of their address in any version: <c>…/qti_v2p1/rptemplates/match_correct</c>, <c>…/v3p0/rptemplates/match_correct.xml</c>.
/// </summary>
internal static class QtiTemplates
{
    private const string MatchCorrect = """
        <responseProcessing><responseCondition>
          <responseIf>
            <match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match>
            <setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue>
          </responseIf>
          <responseElse><setOutcomeValue identifier="SCORE"><baseValue baseType="float">0</baseValue></setOutcomeValue></responseElse>
        </responseCondition></responseProcessing>
        """;

    private const string MapResponse = """
        <responseProcessing><responseCondition>
          <responseIf>
            <isNull><variable identifier="RESPONSE"/></isNull>
            <setOutcomeValue identifier="SCORE"><baseValue baseType="float">0</baseValue></setOutcomeValue>
          </responseIf>
          <responseElse><setOutcomeValue identifier="SCORE"><mapResponse identifier="RESPONSE"/></setOutcomeValue></responseElse>
        </responseCondition></responseProcessing>
        """;

    private static readonly Dictionary<string, string> Rules = new()
    {
        ["match_correct"] = MatchCorrect,
        ["map_response"] = MapResponse,
        ["map_response_point"] = MapResponse.Replace("<mapResponse ", "<mapResponsePoint ", StringComparison.Ordinal),
    };

    public static IEnumerable<string> Names => Rules.Keys;

    /// <summary>The response variable and the outcome that all three speak of.</summary>
    public const string Response = "RESPONSE", Outcome = "SCORE";

    /// <summary>The rules of a template; null when it is none of the three.</summary>
    public static QtiElement? Find(string template)
    {
        var name = template.TrimEnd('/').Split('/')[^1];
        name = name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
        return Rules.TryGetValue(name, out var rules) ? new QtiElement(XElement.Parse(rules)) : null;
    }
}
