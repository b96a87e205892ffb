using System.CommandLine;
using System.Text.Json;
using Assessment.Api.Features.Linking;

namespace Assessment.Api.Tests.Features.Linking;

public sealed class LinkCodesCommandTests
{
    private const string Header = "form,mother_initial,birth_city_initial,birth_day,older_siblings,middle_initial,first_school_initial\n";

    private string folder = "";

    [SetUp]
    public void NewFolder() => folder = Directory.CreateTempSubdirectory("assessment_codes_").FullName;

    [TearDown]
    public void Drop() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Links_are_told_with_their_certainty()
    {
        var (code, output) = await RunAsync(
            File("a1,S,J,22,2,M,E\na2,H,W,01,3,E,R\na3,A,A,11,1,A,A\na4,A,A,11,1,A,A\n"),
            File("b9,s,j,22,2,m,e\nb8,H,,01,3,E,R\nb7,A,A,11,1,A,A\n"), "--json");
        code.Should().Be(0);
        JsonElement.DeepEquals(JsonSerializer.Deserialize<JsonElement>(output), JsonSerializer.Deserialize<JsonElement>("""
            {
              "links": [
                { "wave1": "a1", "wave2": "b9", "pass": "exact" },
                { "wave1": "a2", "wave2": "b8", "pass": "one element differs" }
              ],
              "linked": 2, "wave2_forms": 3, "match_rate": 0.666667, "not_linked_because_ambiguous": ["b7"]
            }
            """)).Should().BeTrue(output);
    }

    [Test]
    public async Task Without_json_the_counts_are_told_in_words()
    {
        var (code, output) = await RunAsync(File("a1,S,J,22,2,M,E\n"), File("b1,S,J,22,2,M,E\nb2,Q,Q,01,1,Q,Q\n"));
        code.Should().Be(0);
        output.Should().StartWith("1 of 2 forms of the later wave are linked: 1 exactly").And.Contain("0 that fit more than one person, 1 that fit nobody").And.Contain("a1\tb1\texact");
    }

    [Test]
    public async Task File_with_a_fault_is_refused_with_its_place()
    {
        var (code, output) = await RunAsync(File("a1,S,J,22,2,M,E\n"), File("b1,S,J\n"), "--json");
        code.Should().Be(3);
        var refused = JsonSerializer.Deserialize<JsonElement>(output).GetProperty("refused");
        refused.GetProperty("code").GetString().Should().Be("codes-invalid");
        refused.GetProperty("details")[0].GetProperty("where").GetString().Should().Be("line 2");
    }

    [Test]
    public async Task Missing_file_is_wrong_usage() => (await RunAsync(File(""), Path.Combine(folder, "no-such.csv"), "--json")).Code.Should().Be(2);

    private string File(string rows)
    {
        var path = Path.Combine(folder, $"{Guid.NewGuid()}.csv");
        System.IO.File.WriteAllText(path, Header + rows);
        return path;
    }

    private static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        var code = await LinkCodesCommand.Build().Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, Error = TextWriter.Null });
        return (code, output.ToString());
    }
}
