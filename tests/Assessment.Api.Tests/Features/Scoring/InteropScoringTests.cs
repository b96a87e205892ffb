using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;

namespace Assessment.Api.Tests.Features.Scoring;

/// <summary>
/// Items of other projects with the scores that those projects expect. They lie in a folder <c>shared/interop</c> beside the
/// working tree, each under its own licence, and are not part of this repository.
/// </summary>
public sealed class InteropScoringTests
{
    private ScoreRun files = null!;

    private static string? Interop
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                var interop = Path.Combine(folder.FullName, "shared", "interop");
                if (Directory.Exists(interop)) return interop;
            }

            return null;
        }
    }

    [SetUp]
    public void NewFiles()
    {
        // Not External.Require: nothing installs these files, so their absence is no fault of a machine that must have all.
        if (Interop is null) Assert.Ignore("There is no folder shared/interop beside the working tree.");
        files = new ScoreRun();
    }

    [TearDown]
    public void Drop() => files?.Dispose();

    [Test]
    public async Task Every_case_has_the_outcomes_that_its_authors_expect()
    {
        var scored = 0;
        foreach (var file in Directory.GetFiles(Path.Combine(Interop!, "qti2", "pie-qti"), "*.cases.json"))
        {
            var cases = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(file)).GetProperty("cases");
            var (code, document, _) = await files.RunAsync(file.Replace(".cases.json", ".xml", StringComparison.Ordinal), cases.ToString());
            code.Should().Be(0, file);
            document.GetArrayLength().Should().Be(cases.GetArrayLength());
            foreach (var (i, one) in cases.EnumerateArray().Index())
            {
                Expect(document[i], one, $"{Path.GetFileName(file)}: {one.GetProperty("name")}");
                scored++;
            }
        }

        TestContext.Out.WriteLine($"{scored} cases");
        scored.Should().BePositive();
    }

    [TestCase("gap-match-result.xml", 1)]
    [TestCase("gap-match-result-fout.xml", 0)]
    public async Task Result_files_score_as_their_names_say(string result, double score)
    {
        var folder = Path.Combine(Interop!, "qti3", "qti-scoring-engine", "ResponseProcessing");
        var response = XDocument.Load(Path.Combine(folder, result)).Descendants()
            .Single(element => element.Name.LocalName == "responseVariable" && (string?)element.Attribute("identifier") == "RESPONSE");
        var values = JsonSerializer.Serialize(response.Descendants().Where(element => element.Name.LocalName == "value").Select(value => value.Value));
        var (_, document, _) = await files.RunAsync(Path.Combine(folder, "gap-match-item.xml"), $$"""[{"name":"r","responses":{"RESPONSE":{{values}} } }]""");
        document[0].GetProperty("outcomes").GetProperty("SCORE").GetDouble().Should().Be(score);
    }

    [Test]
    public async Task Every_file_is_scored_or_refused_with_a_code()
    {
        int scored = 0, refused = 0;
        foreach (var xml in XmlFiles())
        {
            var (code, document, _) = await files.RunAsync(xml, """[{"name":"nothing","responses":{}}]""");
            code.Should().BeOneOf([0, 3], xml);
            if (code == 0)
            {
                document[0].GetProperty("outcomes").EnumerateObject().Should().NotBeEmpty(xml);
                scored++;
            }
            else
            {
                document.GetProperty("refused").GetProperty("code").GetString().Should().BeOneOf("form-invalid", "unsupported-processing");
                refused++;
            }
        }

        TestContext.Out.WriteLine($"{scored} scored, {refused} refused");
        scored.Should().BePositive();
    }

    private IEnumerable<string> XmlFiles()
    {
        foreach (var file in new[] { "qti2", "qti3" }.SelectMany(name => Directory.EnumerateFiles(Path.Combine(Interop!, name), "*", SearchOption.AllDirectories)))
        {
            if (file.EndsWith(".xml", StringComparison.Ordinal)) yield return file;
            if (!file.EndsWith(".zip", StringComparison.Ordinal)) continue;
            using var zip = ZipFile.OpenRead(file);
            foreach (var entry in zip.Entries.Where(entry => entry.Name.EndsWith(".xml", StringComparison.Ordinal)))
            {
                var path = files.File("");
                entry.ExtractToFile(path, overwrite: true);
                yield return path;
            }
        }
    }

    private static void Expect(JsonElement told, JsonElement one, string because)
    {
        var (expected, outcomes) = (one.GetProperty("expect"), told.GetProperty("outcomes"));
        told.GetProperty("name").GetString().Should().Be(one.GetProperty("name").GetString());
        if (expected.TryGetProperty("score", out var score)) outcomes.GetProperty("SCORE").GetDouble().Should().Be(score.GetDouble(), because);
        if (!expected.TryGetProperty("outcomes", out var values)) return;
        foreach (var outcome in values.EnumerateObject())
        {
            JsonElement.DeepEquals(outcomes.GetProperty(outcome.Name), outcome.Value).Should().BeTrue($"{because}: {outcomes}");
        }
    }
}
