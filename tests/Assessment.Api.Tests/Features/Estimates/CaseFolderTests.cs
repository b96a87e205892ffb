using System.Text.Json.Nodes;
using Assessment.Api.Features.Estimates;

namespace Assessment.Api.Tests.Features.Estimates;

public sealed class CaseFolderTests
{
    private string folder = string.Empty;

    [SetUp]
    public void MakeFolder()
    {
        folder = Directory.CreateTempSubdirectory("cases").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "cases"));
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        File.WriteAllText(Path.Combine(folder, "data", "three.csv"), "pre,post\n1,2\n2,4\n4,5\n");
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void A_case_is_answered_with_its_keys_and_time()
    {
        var line = Line("""{"case":"a","method":"gain.paired_t","data":"three.csv","args":{"pre":"pre","post":"post"},"expected":{"n_pairs":99}}""");
        line["case"]!.ToString().Should().Be("a");
        line["results"]!["n_pairs"]!.GetValue<int>().Should().Be(3);
        line["seconds"]!.GetValue<double>().Should().BeGreaterThanOrEqualTo(0);
    }

    [TestCase("""{"case":"a","method":"gain.magic","args":{}}""", "method-not-built")]
    [TestCase("""{"case":"a","method":"gain.paired_t","data":"none.csv","args":{}}""", "data-unreadable")]
    [TestCase("""{"case":"a","method":"gain.paired_t","data":"three.csv","args":{"pre":"pre","post":"x"}}""", "unknown-column")]
    [TestCase("""{"case":"a"}""", "case-unreadable")]
    [TestCase("""{"case":""", "case-unreadable")]
    public void What_cannot_be_answered_is_refused_in_its_line(string text, string code) =>
        Line(text)["refused"]!["code"]!.ToString().Should().Be(code);

    [Test]
    public void Data_that_are_not_utf8_are_refused()
    {
        File.WriteAllBytes(Path.Combine(folder, "data", "latin.csv"), [.. "pre,post\n"u8, 0xE4, (byte)',', (byte)'1', (byte)'\n']);
        var line = Line("""{"case":"a","method":"gain.paired_t","data":"latin.csv","args":{}}""");
        line["refused"]!["reason"]!.ToString().Should().Be("latin.csv is not UTF-8 text.");
    }

    [Test]
    public void A_whole_folder_goes_to_one_file()
    {
        File.WriteAllText(Path.Combine(folder, "cases", "b.json"), """{"method":"gain.magic"}""");
        File.WriteAllText(Path.Combine(folder, "cases", "a.json"), """{"case":"a","method":"dist.hedges_j","args":{"m":[2]}}""");
        var output = new FileInfo(Path.Combine(folder, "out.jsonl"));
        CaseFolder.Run(new(Path.Combine(folder, "cases")), output).Should().Be(0);
        var lines = File.ReadAllLines(output.FullName);
        lines.Should().HaveCount(2);
        lines[1].Should().Contain("\"case\":\"b\"").And.Contain("method-not-built");
        Directory.GetFiles(folder).Should().ContainSingle();
    }

    [Test]
    public void A_folder_that_is_not_there_is_wrong_usage() =>
        CaseFolder.Run(new(Path.Combine(folder, "nowhere")), null).Should().Be(2);

    private JsonObject Line(string text)
    {
        var file = Path.Combine(folder, "cases", "case.json");
        File.WriteAllText(file, text);
        return CaseFolder.Line(new(file), Path.Combine(folder, "data"));
    }
}
