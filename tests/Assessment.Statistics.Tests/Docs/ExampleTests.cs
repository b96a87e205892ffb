using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Assessment.Statistics.Cases;
using Assessment.Statistics.Tests.Golden;

namespace Assessment.Statistics.Tests.Docs;

/// <summary>The examples in docs/methods print what they say they print.</summary>
public sealed partial class ExampleTests
{
    private static IEnumerable<TestCaseData> Examples() => Directory.EnumerateFiles(Path.Combine(GoldenCase.Repository(), "docs", "methods"), "*.md")
        .Order(StringComparer.Ordinal)
        .SelectMany(page => Example().Matches(File.ReadAllText(page)))
        .Select(m => new TestCaseData(m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value, m.Groups[4].Value).SetName($"Example of {m.Groups[1].Value}"));

    [TestCaseSource(nameof(Examples))]
    public void Prints_what_it_says(string method, string data, string arguments, string printed)
    {
        var tables = new Dictionary<string, CaseTable>();
        if (data.Length > 0) tables["data"] = CaseTable.Read(new StringReader(File.ReadAllText(Path.Combine(GoldenCase.Repository(), data))));
        var answer = CaseRunner.Run(method, tables, JsonSerializer.Deserialize<JsonElement>(arguments));
        var results = CaseJson.Node(answer.Should().BeOfType<CaseAnswer.Results>().Which.Values);
        var lines = printed.TrimEnd('\n').Split('\n');
        lines.Should().HaveCount(results.Count);
        foreach (var (line, (key, value)) in lines.Zip(results)) ShouldShow(line, key, value);
    }

    private static void ShouldShow(string line, string key, JsonNode? value)
    {
        var parts = line.Split(' ', 2);
        parts[0].Should().Be(key);
        if (value is null) parts[1].Trim().Should().Be("not estimable");
        else ShouldEqual(JsonNode.Parse(parts[1])!, value, key);
    }

    private static void ShouldEqual(JsonNode? printed, JsonNode? actual, string key)
    {
        if (printed is JsonArray list)
        {
            var items = actual.Should().BeOfType<JsonArray>().Subject;
            items.Should().HaveCount(list.Count);
            for (var i = 0; i < list.Count; i++) ShouldEqual(list[i], items[i], key);
        }
        else if (printed?.GetValueKind() == JsonValueKind.Number)
        {
            double x = double.Parse(printed.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);
            double.Parse(actual!.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture).Should().BeApproximately(x, 1e-9 * Math.Abs(x), key);
        }
        else
        {
            actual?.ToJsonString().Should().Be(printed?.ToJsonString());
        }
    }

    [GeneratedRegex(@"```sh\nassess estimate (\S+)(?: --data (\S+))? --args '([^']+)'\n```\n\n```text\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
