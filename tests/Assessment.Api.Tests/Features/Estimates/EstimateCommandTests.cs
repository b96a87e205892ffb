using System.Text.Json.Nodes;
using Assessment.Api.Features.Estimates;

namespace Assessment.Api.Tests.Features.Estimates;

public sealed class EstimateCommandTests
{
    [TestCase("estimate")]
    [TestCase("estimate gain.hake --list")]
    [TestCase("estimate gain.hake --args notjson")]
    [TestCase("estimate gain.hake --args []")]
    [TestCase("estimate gain.hake --data /nowhere/at-all.csv")]
    public void Wrong_usage_and_unreadable_input_end_with_2(string line) => Invoke(line).Should().Be(2);

    [Test]
    public void A_refusal_ends_with_3() => Invoke("estimate gain.magic").Should().Be(3);

    [Test]
    public void The_catalogue_is_one_json_document()
    {
        var output = new StringWriter();
        EstimateCommand.List(output, json: true).Should().Be(0);
        var estimators = JsonNode.Parse(output.ToString())!["estimators"]!.AsArray();
        estimators.Should().Contain(e => e!["id"]!.ToString() == "d-av" && e["page"]!.ToString() == "docs/methods/effect-sizes-paired.md");
    }

    private static int Invoke(string line) => new System.CommandLine.RootCommand { EstimateCommand.Build() }.Parse(line).Invoke();
}
