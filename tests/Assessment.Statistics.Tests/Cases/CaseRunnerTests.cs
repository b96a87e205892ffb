using System.Text.Json;
using Assessment.Statistics.Cases;

namespace Assessment.Statistics.Tests.Cases;

public sealed class CaseRunnerTests
{
    private const string Data = "pre,post,arm,word\n1,2,a,x\n3,5,a,y\n4,,b,z\n2,2,b,w\n";

    [Test]
    public void An_unknown_method_is_refused() => Refusal("gain.magic", "{}").Code.Should().Be("method-not-built");

    [TestCase("""{"pre":"pre","post":"nowhere"}""", "unknown-column", "There is no column 'nowhere'; the columns are pre, post, arm, word.")]
    [TestCase("""{"pre":"pre","post":"word"}""", "wrong-type", "Column 'word', row 1: a number was expected.")]
    [TestCase("""{"pre":"pre"}""", "argument-missing", "Argument 'post' is missing.")]
    [TestCase("""{"pre":"pre","post":"post","conf":2}""", "argument-invalid", "Argument 'conf' lies between 0 and 1.")]
    [TestCase("""{"pre":"pre","post":"post","filter":3}""", "argument-invalid", "Argument 'filter' is an object of columns and values.")]
    public void Bad_input_is_refused_naming_the_place(string args, string code, string reason) =>
        Refusal("gain.paired_t", args).Should().Be(new CaseAnswer.Refused(code, reason));

    [Test]
    public void A_number_that_is_not_finite_is_refused_naming_column_and_row()
    {
        var refused = Refusal("gain.descriptives", """{"column":"x"}""", "x\n1\nInfinity\n");
        refused.Should().Be(new CaseAnswer.Refused("non-finite", "Column 'x', row 2: the number is not finite."));
    }

    [Test]
    public void An_empty_group_is_refused() =>
        Refusal("gain.hake", """{"pre":"pre","post":"post","max":10,"filter":{"arm":"c"}}""").Code.Should().Be("empty-group");

    [Test]
    public void A_method_without_its_data_is_refused()
    {
        var answer = CaseRunner.Run("gain.paired_t", new Dictionary<string, CaseTable>(), Json("""{"pre":"a","post":"b"}"""));
        answer.Should().BeOfType<CaseAnswer.Refused>().Which.Code.Should().Be("data-missing");
    }

    [Test]
    public void A_filter_takes_one_value_or_a_list()
    {
        Pairs("""{"pre":"pre","post":"post","filter":{"arm":"b"}}""").Should().Be(1);
        Pairs("""{"pre":"pre","post":"post","filter":{"arm":["a","b"]}}""").Should().Be(3);
        Pairs("""{"pre":"pre","post":"post","filter":{"pre":1.0}}""").Should().Be(1);
    }

    [Test]
    public void No_pair_at_all_is_not_estimable_rather_than_refused()
    {
        var results = Results("gain.paired_t", """{"pre":"pre","post":"post","filter":{"arm":"c"}}""");
        results["n_pairs"].Should().Be(0);
        results["mean_gain"].Should().BeNull();
    }

    private static object? Pairs(string args) => Results("gain.paired_t", args)["n_pairs"];

    private static OrderedDictionary<string, object?> Results(string method, string args) =>
        Run(method, args, Data).Should().BeOfType<CaseAnswer.Results>().Which.Values;

    private static CaseAnswer.Refused Refusal(string method, string args, string data = Data) =>
        Run(method, args, data).Should().BeOfType<CaseAnswer.Refused>().Which;

    private static CaseAnswer Run(string method, string args, string data) =>
        CaseRunner.Run(method, new Dictionary<string, CaseTable> { ["data"] = CaseTable.Read(new StringReader(data)) }, Json(args));

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
