using System.CommandLine;
using System.Text.Json;
using Assessment.Api.Features.Scoring;

namespace Assessment.Api.Tests.Features.Scoring;

public sealed class ScoreCommandTests
{
    private const string Item = """
        <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="i" title="t" adaptive="false" timeDependent="false">
          <responseDeclaration identifier="RESPONSE" cardinality="multiple" baseType="identifier">
            <mapping><mapEntry mapKey="A" mappedValue="1.5"/><mapEntry mapKey="B" mappedValue="-1"/></mapping>
          </responseDeclaration>
          <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
          <outcomeDeclaration identifier="ECHO" cardinality="multiple" baseType="identifier"/>
          <responseProcessing>
            <setOutcomeValue identifier="SCORE"><mapResponse identifier="RESPONSE"/></setOutcomeValue>
            <setOutcomeValue identifier="ECHO"><variable identifier="RESPONSE"/></setOutcomeValue>
          </responseProcessing>
        </assessmentItem>
        """;

    private ScoreRun files = null!;

    private static string Form => Path.Combine(AppContext.BaseDirectory, "samples", "academy-study", "forms", "dekt-a.json");

    [SetUp]
    public void NewFiles() => files = new ScoreRun();

    [TearDown]
    public void Drop() => files.Dispose();

    [Test]
    public async Task Qti_item_is_scored_set_by_set()
    {
        var (code, document, messages) = await files.RunAsync(files.File(Item), """
            [{"name":"both","responses":{"RESPONSE":["B","A"]}},{"name":"one","responses":{"RESPONSE":"A"}},{"name":"none","responses":{"RESPONSE":null}},{"name":"empty","responses":{"RESPONSE":[],"X":1}}]
            """);
        code.Should().Be(0);
        Equal(document, """
            [{"name":"both","outcomes":{"SCORE":0.5,"ECHO":["B","A"]}},{"name":"one","outcomes":{"SCORE":1.5,"ECHO":["A"]}},
             {"name":"none","outcomes":{"SCORE":0,"ECHO":null}},{"name":"empty","outcomes":{"SCORE":0,"ECHO":[]}}]
            """);
        messages.Should().Be($"empty: X is not a response variable; it was left out.{Environment.NewLine}");
    }

    [Test]
    public async Task Unsupported_processing_is_refused_with_its_element()
    {
        var (code, document, _) = await files.RunAsync(files.File(Item.Replace("mapResponse ", "customOperator ", StringComparison.Ordinal)), "[]");
        code.Should().Be(3);
        var refused = document.GetProperty("refused");
        refused.GetProperty("code").GetString().Should().Be("unsupported-processing");
        refused.GetProperty("details")[0].GetProperty("where").GetString().Should().Be("line 8, customOperator");
    }

    [Test]
    public async Task Refused_set_is_named()
    {
        var (code, document, _) = await files.RunAsync(files.File(Item), """[{"name":"a","responses":{}},{"name":"b","responses":{"RESPONSE":{}}}]""");
        code.Should().Be(3);
        document.GetProperty("refused").GetProperty("code").GetString().Should().Be("response-invalid");
        document.GetProperty("refused").GetProperty("details")[0].GetProperty("where").GetString().Should().Be("responses[1]");
    }

    /// <summary>The key is read from the form file itself; an item is worth its maxPoints, one when it names none.</summary>
    [Test]
    public async Task Own_form_is_scored_per_item()
    {
        var items = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(Form)).GetProperty("items").EnumerateArray()
            .Where(item => item.GetProperty("type").GetString() == "single-choice").Take(2).ToList();
        string Id(int i) => items[i].GetProperty("identifier").GetString()!;
        var key = items[0].GetProperty("key").GetString()!;
        var wrong = items[1].GetProperty("options").EnumerateArray().Select(option => option.GetProperty("identifier").GetString()!)
            .First(option => option != items[1].GetProperty("key").GetString());
        var (code, document, _) = await files.RunAsync(Form, $$"""[{"name":"p1","responses":{"{{Id(0)}}":"{{key}}","{{Id(1)}}":"{{wrong}}"} }]""");
        code.Should().Be(0);
        var points = items[0].TryGetProperty("maxPoints", out var most) ? most.GetDouble() : 1;
        document[0].GetProperty("outcomes").GetProperty("SCORE").GetDouble().Should().Be(points);
        document[0].GetProperty("items").GetProperty(Id(0)).GetDouble().Should().Be(points);
        document[0].GetProperty("items").GetProperty(Id(1)).GetDouble().Should().Be(0);
        document[0].GetProperty("items").EnumerateObject().Count(item => item.Value.ValueKind == JsonValueKind.Null).Should().Be(28, "the form has 30 items and two are answered");
    }

    [TestCase("""[{"name":"p1","responses":{"no-such-item":"a"}}]""", "item-not-on-form")]
    [TestCase("""[{"name":"p1","responses":{"a01":"no-such-option"}}]""", "response-invalid")]
    public async Task Wrong_response_to_an_own_form_is_refused(string responses, string refusal)
    {
        var (code, document, _) = await files.RunAsync(Form, responses);
        code.Should().Be(3);
        document.GetProperty("refused").GetProperty("code").GetString().Should().Be(refusal);
    }

    [TestCase("PK\u0003\u0004")]
    [TestCase("")]
    [TestCase("<a/>")]
    public async Task File_that_is_no_form_is_refused(string content)
    {
        var (code, document, _) = await files.RunAsync(files.File(content), "[]");
        code.Should().Be(3);
        document.GetProperty("refused").GetProperty("code").GetString().Should().Be("form-invalid");
    }

    [TestCase("{}")]
    [TestCase("[1]")]
    [TestCase("""[{"name":"a"}]""")]
    [TestCase("""[{"name":"a","responses":[]}]""")]
    [TestCase("""[{"name":"a","responses":{"RESPONSE":"\ud800"}}]""")]
    [TestCase("""[{"name":"a","responses":{"\ud800":"A"}}]""")]
    [TestCase("[")]
    public async Task Responses_of_another_shape_are_wrong_usage(string responses) =>
        (await files.RunAsync(files.File(Item), responses)).Code.Should().Be(2);

    [Test]
    public async Task Missing_file_is_wrong_usage() => (await files.RunAsync("no-such-file.xml", "[]")).Code.Should().Be(2);

    [Test]
    public async Task Without_json_each_set_is_a_line()
    {
        using var output = new StringWriter();
        await ScoreCommand.Build().Parse([files.File(Item), "--responses", files.File("""[{"name":"p1","responses":{"RESPONSE":["A"]}}]""")])
            .InvokeAsync(new InvocationConfiguration { Output = output });
        output.ToString().Trim().Should().Be("p1\tSCORE=1.5\tECHO=[\"A\"]");
    }

    private static void Equal(JsonElement document, string expected) =>
        JsonElement.DeepEquals(document, JsonSerializer.Deserialize<JsonElement>(expected)).Should().BeTrue(document.ToString());
}
