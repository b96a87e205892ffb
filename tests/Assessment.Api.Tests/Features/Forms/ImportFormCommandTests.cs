using System.CommandLine;
using System.Text.Json;
using Assessment.Api.Features.Forms;
using Assessment.Api.Tests.Features.Attempts;

namespace Assessment.Api.Tests.Features.Forms;

public class ImportFormCommandTests
{
    private static string Form(string name) => Path.Combine(AppContext.BaseDirectory, "samples", "academy-study", "forms", name);

    [Test]
    public async Task Form_is_told_item_by_item()
    {
        var (code, document) = await RunAsync(Form("dekt-a.json"), "--json");
        code.Should().Be(0);
        document.GetProperty("counts").GetProperty("imported").GetInt32().Should().Be(30);
        var first = document.GetProperty("items")[0];
        first.GetProperty("type").GetString().Should().Be("single-choice");
        var key = first.GetProperty("key").GetString();
        first.GetProperty("options").EnumerateArray().Where(option => option.GetProperty("weight").GetDouble() > 0)
            .Select(option => option.GetProperty("identifier").GetString()).Should().Equal(key);
    }

    [Test]
    public async Task Every_item_type_is_told_with_its_key_and_points()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, FormViewTests.Json);
        var (code, document) = await RunAsync(file, "--json");
        File.Delete(file);
        code.Should().Be(0);
        var items = document.GetProperty("items").EnumerateArray().ToDictionary(item => item.GetProperty("identifier").GetString()!);
        items.ToDictionary(item => item.Key, item => JsonSerializer.Serialize(item.Value.GetProperty("key"))).Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["w"] = "\"a\"", ["o"] = """["b","a"]""", ["m"] = """["a:y","b:y"]""", ["i"] = """["g1:b"]""", ["n"] = "[777]", ["t"] = """["hide"]""",
            ["c"] = "null", ["p"] = "null", ["j"] = """["a"]""", ["s"] = """["n1:talk"]""",
            ["jw"] = """["best:a","worst:c"]""", ["jr"] = """["a:3","b:1"]""",
        });
        // 7.77 x 0.777 = 6.03729, to the nearest tick.
        items["w"].GetProperty("options").EnumerateArray().Select(option => option.GetProperty("weight").GetDouble())
            .Should().SatisfyRespectively(all => all.Should().Be(7.77), part => part.Should().BeApproximately(6.03729, 4e-5), none => none.Should().Be(0));
        items["n"].GetProperty("options")[0].GetProperty("text").GetString().Should().Be("777 ± 7");
        items["s"].GetProperty("maxScore").GetDouble().Should().Be(7.77);
    }

    [Test]
    public async Task Form_with_a_fault_is_refused_with_its_place()
    {
        var broken = Path.GetTempFileName();
        await File.WriteAllTextAsync(broken, (await File.ReadAllTextAsync(Form("dekt-a.json"))).Replace("\"identifier\": \"a02\"", "\"identifier\": \"a01\"", StringComparison.Ordinal));
        var (code, document) = await RunAsync(broken, "--format", "json", "--json");
        code.Should().Be(3);
        document.GetProperty("refused").GetProperty("details")[0].GetProperty("where").GetString().Should().Be("items[1]");
        File.Delete(broken);
    }

    [Test]
    public async Task Unknown_format_is_refused_and_a_missing_file_is_wrong_usage()
    {
        (await RunAsync(Form("dekt-a.json"), "--format", "gift", "--json")).Code.Should().Be(3);
        var output = new StringWriter();
        (await ImportFormCommand.Build().Parse(["no-such-file.json"]).InvokeAsync(new InvocationConfiguration { Output = output, Error = output })).Should().Be(2);
    }

    private static async Task<(int Code, JsonElement Document)> RunAsync(params string[] arguments)
    {
        var output = new StringWriter();
        var code = await ImportFormCommand.Build().Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output });
        return (code, JsonSerializer.Deserialize<JsonElement>(output.ToString()));
    }
}
