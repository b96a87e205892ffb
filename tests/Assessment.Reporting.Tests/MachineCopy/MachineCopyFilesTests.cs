using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Assessment.Reporting.Document;
using Assessment.Reporting.MachineCopy;
using Assessment.Reporting.Reports.Grant;
using Assessment.Reporting.Tests.Reports.Grant;

namespace Assessment.Reporting.Tests.MachineCopy;

public sealed class MachineCopyFilesTests
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7 stand-in");

    [Test]
    public void Every_table_and_figure_has_a_file_and_every_file_its_checksum()
    {
        var files = Write(ExampleFacts.Large, out var document);
        var names = document.Blocks.OfType<Table>().Select(table => $"{table.Number}.csv").Concat(document.Blocks.OfType<Figure>().Select(figure => $"{figure.Number}.csv"));
        files.Keys.Should().BeEquivalentTo([.. names, "report.json"]);
        using var json = JsonDocument.Parse(files["report.json"]);
        foreach (var file in json.RootElement.GetProperty("files").EnumerateArray())
        {
            var bytes = file.GetProperty("name").GetString() is { } name && name == "report.pdf" ? Pdf : files[file.GetProperty("name").GetString()!];
            file.GetProperty("sha256").GetString().Should().Be(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }

        json.RootElement.GetProperty("files").GetArrayLength().Should().Be(files.Count);
        json.RootElement.GetProperty("parameters").GetProperty("ori").GetString().Should().Be("OH9990600");
    }

    [Test]
    public void Description_is_written_last()
    {
        var order = new List<string>();
        var facts = ExampleFacts.Large;
        MachineCopyFiles.Write(GrantReport.Compose(facts), GrantReport.Parameters(facts), [], name =>
        {
            order.Add(name);
            return new MemoryStream();
        });
        order[^1].Should().Be("report.json");
    }

    [Test]
    public void Csv_has_the_columns_of_the_table_and_the_unrounded_numbers()
    {
        var files = Write(ExampleFacts.Large, out _);
        var lines = Encoding.UTF8.GetString(files["T5.csv"]).Split("\r\n");
        lines[0].Should().StartWith("Course and topic,n pre,n post,n paired,Pre %,").And.Contain("\"95% CI, lower (unrounded)\",\"95% CI, upper (unrounded)\"");
        var gain = ExampleFacts.Large.Findings!.Instruments[0].Gain("total", "pre", "post")!;
        lines[1].Should().StartWith("Whole test,").And.Contain(gain.MeanEarlier!.Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Test]
    public void Figure_shows_no_value_that_the_csv_of_its_table_lacks()
    {
        var files = Write(ExampleFacts.Large, out var document);
        var figure = document.Blocks.OfType<Figure>().Single();
        var table = Encoding.UTF8.GetString(files[$"{figure.DataTable}.csv"]).Split([',', '\r', '\n']).ToHashSet();
        var drawn = Encoding.UTF8.GetString(files[$"{figure.Number}.csv"]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[^4..]).ToArray();
        drawn.Should().HaveCount(4);
        drawn.SelectMany(values => values).Should().OnlyContain(value => table.Contains(value));
    }

    // The pre-test of the large example was taken by 101 people and the pairs are 97: neither 101 nor 4 may be anywhere.
    [Test]
    public void Suppressed_counts_are_in_no_file()
    {
        var flow = ExampleFacts.Large.Findings!.Instruments[0].Pairing!;
        (flow.ScoredEarlier, flow.Pairs).Should().Be((101, 97));
        foreach (var (name, bytes) in Write(ExampleFacts.Large, out _).Where(file => file.Key.EndsWith(".csv", StringComparison.Ordinal)))
        {
            Encoding.UTF8.GetString(bytes).Split([',', '\r', '\n', '"', ' ']).Should().NotContain("101", name);
        }
    }

    [Test]
    public void Small_agency_gives_away_no_count_of_people()
    {
        var files = Write(ExampleFacts.Small, out _);
        Encoding.UTF8.GetString(files["T2.csv"]).Should().NotContain(",7,").And.Contain("suppressed");
        Encoding.UTF8.GetString(files["T5.csv"]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Should().ContainSingle();
    }

    [Test]
    public void Texts_are_quoted_and_no_spreadsheet_runs_them()
    {
        var facts = ExampleFacts.Large with { Narrative = [new(1, "Q", "=HYPERLINK(\"x\"), and more"), new(2, "Q", "-3 classes"), new(3, "Q", "−3"), new(4, "Q", "Two\nlines")] };
        var text = Encoding.UTF8.GetString(Write(facts, out _)["T12.csv"]);
        text.Should().Contain(",\"'=HYPERLINK(\"\"x\"\"), and more\"\r\n").And.Contain(",'-3 classes\r\n").And.Contain(",−3\r\n").And.Contain(",\"Two\nlines\"\r\n");
    }

    [Test]
    public void Same_report_gives_the_same_bytes()
    {
        var (first, second) = (Write(ExampleFacts.Large, out _), Write(ExampleFacts.Large, out _));
        first.Keys.Should().Equal(second.Keys);
        first.Should().OnlyContain(file => file.Value.SequenceEqual(second[file.Key]));
    }

    private static Dictionary<string, byte[]> Write(GrantReportFacts facts, out ReportDocument document)
    {
        document = GrantReport.Compose(facts);
        var streams = new Dictionary<string, MemoryStream>();
        MachineCopyFiles.Write(document, GrantReport.Parameters(facts), [new("report.pdf", "The report", Pdf)], name => streams[name] = new MemoryStream());
        return streams.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());
    }
}
