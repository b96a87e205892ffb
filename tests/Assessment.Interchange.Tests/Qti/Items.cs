using System.Text;
using System.Text.Json;
using Assessment.Domain;
using Assessment.Interchange.Qti;

namespace Assessment.Interchange.Tests.Qti;

/// <summary>Small items written for these tests.</summary>
internal static class Items
{
    public const string Score = """<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>""";

    public const string Mapped = """
        <responseDeclaration identifier="RESPONSE" cardinality="multiple" baseType="identifier">
          <correctResponse><value>A</value><value>B</value></correctResponse>
          <mapping lowerBound="-1" upperBound="2" defaultValue="-0.5">
            <mapEntry mapKey="A" mappedValue="0"/><mapEntry mapKey="B" mappedValue="1"/><mapEntry mapKey="C" mappedValue="0.5"/><mapEntry mapKey="D" mappedValue="1.5"/>
          </mapping>
        </responseDeclaration>
        """;

    public static string Template(string name) => $"""<responseProcessing template="http://www.imsglobal.org/question/qti_v2p2/rptemplates/{name}"/>""";

    public static byte[] Item(params string[] parts) => Encoding.UTF8.GetBytes(
        $"""<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="i" title="t" adaptive="false" timeDependent="false">{string.Concat(parts)}</assessmentItem>""");

    public static Result<QtiOutcomes> Run(byte[] item, string responses) =>
        QtiItem.Read(item).Then(read => read.Score(JsonSerializer.Deserialize<JsonElement>(responses)));

    /// <summary>The outcomes as JSON.</summary>
    public static string Outcomes(byte[] item, string responses) => JsonSerializer.Serialize(Run(item, responses).Value.Outcomes);

    /// <summary>The value of SCORE.</summary>
    public static double? ScoreOf(byte[] item, string responses) => (double?)Run(item, responses).Value.Outcomes["SCORE"];

    /// <summary>What an expression gives, as JSON, with the variables of <see cref="Declarations"/> at hand.</summary>
    public static string Value(string expression, string cardinality, string baseType, string responses = "{}") =>
        JsonSerializer.Serialize(RunExpression(expression, cardinality, baseType, responses).Value.Outcomes["OUT"]);

    public static Result<QtiOutcomes> RunExpression(string expression, string cardinality, string baseType, string responses = "{}") => Run(
        Item(
            Declarations,
            $"""<outcomeDeclaration identifier="OUT" cardinality="{cardinality}" baseType="{baseType}"/>""",
            $"""<responseProcessing><setOutcomeValue identifier="OUT">{Spell(expression)}</setOutcomeValue></responseProcessing>"""),
        responses);

    private const string Declarations = """
        <responseDeclaration identifier="TEXT" cardinality="single" baseType="string"/>
        <responseDeclaration identifier="LETTERS" cardinality="multiple" baseType="identifier"/>
        <responseDeclaration identifier="STEPS" cardinality="ordered" baseType="identifier"/>
        <responseDeclaration identifier="SPOTS" cardinality="multiple" baseType="point"/>
        <responseDeclaration identifier="LINKS" cardinality="multiple" baseType="pair"/>
        <responseDeclaration identifier="PARTS" cardinality="record"/>
        <responseDeclaration identifier="NUMBER" cardinality="single" baseType="float"><defaultValue><value>7</value></defaultValue></responseDeclaration>
        """;

    /// <summary>Shorthand: #2 is a float, ?true a boolean, 'x' a string, @A an identifier, $V a variable.</summary>
    private static string Spell(string expression) => System.Text.RegularExpressions.Regex.Replace(
        expression, @"#(-?[\d.eE-]+)|\?(true|false)|'([^']*)'|@(\w+)|\$(\w+)", found => found switch
        {
            { Groups: [_, { Success: true } number, ..] } => Base("float", number.Value),
            { Groups: [_, _, { Success: true } truth, ..] } => Base("boolean", truth.Value),
            { Groups: [_, _, _, { Success: true } text, ..] } => Base("string", text.Value),
            { Groups: [_, _, _, _, { Success: true } identifier, ..] } => Base("identifier", identifier.Value),
            _ => $"""<variable identifier="{found.Groups[5].Value}"/>""",
        });

    private static string Base(string type, string value) => $"""<baseValue baseType="{type}">{value}</baseValue>""";
}
