using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Assessment.Release.Package;
using Assessment.Release.Profiles;
using Assessment.Release.Snapshot;
using CsvHelper;

namespace Assessment.Release.Tests.Package;

public class ReleasePackageTests
{
    internal static readonly ReleaseFacts Facts = new("De-escalation training study", "Example Research Center", "data@example.org", new DateOnly(2026, 2, 1));

    internal static Dictionary<string, byte[]> Files(ReleaseInput input, byte key = 1, ReleaseProfile? profile = null, ReleaseFacts? facts = null)
    {
        using var secret = SimulatedStudy.Key(key);
        var files = new Dictionary<string, byte[]>();
        ReleasePackage.Write(
            Deidentifier.Apply(profile ?? ReleaseProfile.PublicDefault, input, secret).Value, facts ?? Facts, (name, content) => files.Add(name, content.ToArray()));
        return files;
    }

    internal static string Text(byte[] content) => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);

    [Test]
    public void Files_come_in_a_fixed_order_the_manifest_last() => Files(SimulatedStudy.Of()).Keys.Should().Equal(
        "README.md", "codebook.csv", "hierarchies/sex.csv", "hierarchies/years_of_service.csv", "scores.csv", "manifest.json");

    [Test]
    public void Equal_input_and_key_give_equal_bytes_and_another_key_does_not()
    {
        var first = Files(SimulatedStudy.Of());

        Files(SimulatedStudy.Of()).Should().BeEquivalentTo(first);
        Files(SimulatedStudy.Of(), key: 2)["scores.csv"].Should().NotEqual(first["scores.csv"]);
    }

    [Test]
    public void Manifest_gives_size_and_hash_of_every_other_file()
    {
        var files = Files(SimulatedStudy.Of());
        using var manifest = JsonDocument.Parse(files["manifest.json"]);

        var listed = manifest.RootElement.GetProperty("files").EnumerateArray()
            .Select(file => (file.GetProperty("path").GetString(), file.GetProperty("bytes").GetInt32(), file.GetProperty("sha256").GetString()));

        listed.Should().Equal(files.Where(file => file.Key != "manifest.json")
            .Select(file => (file.Key, file.Value.Length, Convert.ToHexString(SHA256.HashData(file.Value)).ToLowerInvariant()))!);
        manifest.RootElement.GetProperty("date").GetString().Should().Be("2026-02-01");
    }

    [Test]
    public void Text_files_are_utf8_without_mark_and_with_line_feeds()
    {
        foreach (var (name, content) in Files(SimulatedStudy.Of()))
        {
            content.Take(3).Should().NotEqual(Encoding.UTF8.GetPreamble(), name);
            Text(content).Should().NotContain("\r", name).And.EndWith("\n", name);
        }
    }

    [Test]
    public void Scores_hold_codes_for_categories_and_blanks_for_absent_scores()
    {
        var lines = Text(Files(SimulatedStudy.Of())["scores.csv"]).TrimEnd('\n').Split('\n');

        lines[0].Should().Be("officer_code,sex,years_of_service,months_post,months_follow_up_6m,dekt_pre,dekt_post,dekt_follow_up_6m,conf_pre,conf_post,conf_follow_up_6m");
        lines.Skip(1).Should().HaveCount(240).And.OnlyContain(line => System.Text.RegularExpressions.Regex.IsMatch(
            line, @"^O-[0-9A-HJKMNP-TV-Z]{16},[12],[12],(2|3|4|97|99),(2|3|4|97|99)(,(\d+(\.\d+)?)?){6}$"));
        lines.Skip(1).Should().Contain(line => line.Contains(",,"), "some people missed a wave").And.BeInAscendingOrder(StringComparer.Ordinal);
    }

    [Test]
    public void Codebook_explains_every_column_and_every_code_that_occurs()
    {
        var files = Files(SimulatedStudy.Of());
        var scores = Csv(files["scores.csv"]);
        var codebook = Csv(files["codebook.csv"]);

        codebook[0].Should().Equal("file", "variable", "label", "type", "code", "code_label", "n", "n_masked", "source", "recode_level");
        codebook.Skip(1).Where(row => row[4].Length == 0).Select(row => row[1]).Should().Equal(scores[0]);
        codebook.Should().Contain(row => row[1] == "sex" && row[4] == "1" && row[5] == "female, another or not stated");
        foreach (var place in Enumerable.Range(1, 4))
        {
            codebook.Where(row => row[1] == scores[0][place] && row[4].Length > 0).Select(row => row[4])
                .Should().BeEquivalentTo(scores.Skip(1).Select(row => row[place]).Distinct());
        }
    }

    [Test]
    public void Codebook_prints_no_count_of_people_from_1_to_10()
    {
        var counts = Enumerable.Range(1, 8)
            .SelectMany(seed => Csv(Files(SimulatedStudy.Of(seed: seed))["codebook.csv"]).Skip(1).SelectMany(row => row[6..8])).ToList();

        counts.Should().OnlyContain(count => count == "fewer than 11" || count.Length == 0 || Number(count) == 0 || Number(count) >= 11);
        counts.Should().Contain("fewer than 11", "the studies have such counts");
    }

    [Test]
    public void Negative_scores_stay_numbers_and_text_that_looks_like_a_formula_is_escaped()
    {
        var input = SimulatedStudy.Of();
        var persons = input.Persons.Select(person => person with
        {
            Waves = [.. person.Waves.Select(wave => wave with { Scores = new Dictionary<string, double> { ["dekt"] = -1.5 } })],
        });

        var files = Files(input with { Instruments = [new("dekt", "=cmd|' /C calc'!A0")], Persons = [.. persons] });

        Text(files["scores.csv"]).Should().Contain(",-1.5").And.NotContain("'");
        Text(files["codebook.csv"]).Should().Contain("'=cmd").And.NotContain(",=cmd");
    }

    [Test]
    public void Readme_mean_gain_is_what_a_reader_computes_from_the_file()
    {
        var files = Files(SimulatedStudy.Of());
        var gains = Text(files["scores.csv"]).TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(','))
            .Where(row => row[5].Length > 0 && row[6].Length > 0)
            .Select(row => Number(row[6]) - Number(row[5])).ToList();

        Text(files["README.md"]).Should().Contain(FormattableString.Invariant($"| `dekt_pre` | `dekt_post` | {gains.Count} | {gains.Average():0.####} |"));
    }

    [Test]
    public void Readme_share_of_filled_cells_is_what_a_reader_counts_in_the_file()
    {
        var files = Files(SimulatedStudy.Of());
        var men = Csv(files["scores.csv"]).Skip(1).Where(row => row[1] == "2").ToList();
        var filled = 100.0 * men.Sum(row => row[5..].Count(cell => cell.Length > 0)) / (6 * men.Count);

        Text(files["README.md"]).Should().Contain(FormattableString.Invariant($"| Sex: male | {men.Count} | {filled:0} % |"));
    }

    [Test]
    public void Readme_prints_the_design_effects_given_to_it()
    {
        var facts = Facts with { Clustering = [new("dekt_post", "agency", 0.0512, 2.04)] };

        Text(Files(SimulatedStudy.Of(), facts: facts)["README.md"]).Should().Contain("| `dekt_post` | agency | 0.05 | 2.0 |");
    }

    [Test]
    public void Zip_holds_the_same_files_with_fixed_times_and_equal_bytes_each_time()
    {
        using var key = SimulatedStudy.Key(1);
        var table = Deidentifier.Apply(ReleaseProfile.PublicDefault, SimulatedStudy.Of(), key).Value;
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        ReleasePackage.WriteZip(table, Facts, first);
        ReleasePackage.WriteZip(table, Facts, second);

        second.ToArray().Should().Equal(first.ToArray());
        using var archive = new ZipArchive(first, ZipArchiveMode.Read);
        archive.Entries.Select(entry => entry.FullName).Should().Equal(Files(SimulatedStudy.Of()).Keys);
        archive.Entries.Should().OnlyContain(entry => entry.LastWriteTime.DateTime == new DateTime(1980, 1, 1));
    }

    private static List<string[]> Csv(byte[] content)
    {
        using var reader = CsvReader.Create(content, new CsvReaderOptions { Separator = ',', HasHeader = false, MalformedData = CsvMalformedDataHandling.Throw });
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows;
    }

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
