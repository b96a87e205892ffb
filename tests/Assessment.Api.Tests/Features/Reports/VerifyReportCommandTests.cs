using System.CommandLine;
using System.IO.Compression;
using System.Text.Json;
using Assessment.Api.Features.Reports;
using Assessment.Api.Tests.Features.Grants;
using Assessment.Data;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Reports;

/// <summary>A folder with database, PDF and machine copy, as it was and tampered with.</summary>
public sealed class VerifyReportCommandTests
{
    private string original = "";
    private string folder = "";

    [OneTimeSetUp]
    public async Task PlayAsync()
    {
        original = Directory.CreateTempSubdirectory("assessment_verify_").FullName;
        await using (var app = await AssessmentApplication.StartAsync(Path.Combine(original, "assessment.db")))
        {
            var scene = await GrantScene.PlayAsync(app);
            var report = await scene.MakeReportAsync(await scene.AddGrantAsync());
            using var zip = new ZipArchive(new MemoryStream(await scene.Admin.GetBytesAsync($"/api/reports/{report}/files")));
            zip.ExtractToDirectory(original);
        }

        using var database = Database.Open(Path.Combine(original, "assessment.db"));
        await database.WriteAsync(session => session.Execute("UPDATE agency SET name = name WHERE agency_id = 0"));
    }

    [SetUp]
    public void Copy()
    {
        folder = Directory.CreateTempSubdirectory("assessment_verify_").FullName;
        foreach (var file in Directory.GetFiles(original)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }

    [TearDown]
    public void Drop() => Directory.Delete(folder, recursive: true);

    [OneTimeTearDown]
    public void DropOriginal() => Directory.Delete(original, recursive: true);

    [Test]
    public async Task Untouched_report_is_accepted()
    {
        var (code, output) = await VerifyAsync();
        output.Should().Contain("\"attempts\": 48");
        code.Should().Be(0);
    }

    [Test]
    public async Task Changed_answer_is_found_in_the_score_and_in_the_tables()
    {
        await TamperAsync("UPDATE response SET value = 'a' WHERE agency_id = 1 AND attempt_no = 1 AND item_no = 1");
        var details = await RefusedAsync();
        details.Should().Contain(detail => detail.StartsWith("stored score of attempt ", StringComparison.Ordinal));
        details.Should().Contain(detail => detail.StartsWith("T5.csv", StringComparison.Ordinal));
    }

    [Test]
    public async Task Changed_score_is_found()
    {
        await TamperAsync("UPDATE score_sheet SET points = points + 12600 WHERE agency_id = 1 AND attempt_no = 2");
        (await RefusedAsync()).Should().Contain(detail => detail.StartsWith("stored score of attempt ", StringComparison.Ordinal));
    }

    [Test]
    public async Task Changed_money_is_found()
    {
        await TamperAsync("UPDATE money_line SET amount_cents = amount_cents + 100 WHERE kind = 'spent' AND category = 'conduct'");
        (await RefusedAsync()).Should().Contain(detail => detail.StartsWith("T10.csv, line 2, column Spent,", StringComparison.Ordinal));
    }

    [Test]
    public async Task Changed_table_is_found_at_its_cell()
    {
        var table = Path.Combine(folder, "T2.csv");
        await File.WriteAllTextAsync(table, (await File.ReadAllTextAsync(table)).Replace(",12,N/A,12,30.0", ",13,N/A,12,30.0", StringComparison.Ordinal));
        (await RefusedAsync()).Should().OnlyContain(detail => detail.StartsWith("T2.csv, line ", StringComparison.Ordinal) && detail.Contains("column Officers trained (grant)", StringComparison.Ordinal));
    }

    [Test]
    public async Task Changed_pdf_is_found()
    {
        await File.AppendAllTextAsync(Path.Combine(folder, "report.pdf"), "\n");
        (await RefusedAsync()).Should().Equal("PDF: Found other bytes; the data give those of a new rendering.");
    }

    [Test]
    public async Task Missing_report_is_wrong_usage()
    {
        File.Delete(Path.Combine(folder, "report.json"));
        (await VerifyAsync()).Code.Should().Be(2);
    }

    [Test]
    public async Task Report_made_by_the_verb_is_accepted_from_its_own_folder()
    {
        var pdf = Path.Combine(folder, "year.pdf");
        string[] order = ["grant", "--grant", GrantScene.AwardNumber, "--fiscal-year", "2026", "--database", Path.Combine(folder, "assessment.db"), "--out", pdf];
        (await RunAsync(ReportCommand.Build(), order)).Code.Should().Be(0);
        Directory.GetFiles(folder, "*.new").Should().BeEmpty();
        File.Exists(Path.Combine(folder, "year", "report.json")).Should().BeTrue();
        (await RunAsync(VerifyReportCommand.Build(), pdf)).Output.Should().StartWith("The report follows from its data: 48 attempts");
    }

    [Test]
    public async Task Report_of_an_unknown_award_is_refused_and_writes_nothing()
    {
        var pdf = Path.Combine(folder, "year.pdf");
        var (code, output) = await RunAsync(
            ReportCommand.Build(), "grant", "--grant", "NO-SUCH", "--fiscal-year", "2026", "--database", Path.Combine(folder, "assessment.db"), "--out", pdf, "--json");
        code.Should().Be(3);
        output.Should().Contain("\"not-found\"");
        File.Exists(pdf).Should().BeFalse();
    }

    private async Task TamperAsync(string sql)
    {
        using var database = Database.Open(Path.Combine(folder, "assessment.db"));
        (await database.WriteAsync(session => session.Execute(sql))).Should().BeGreaterThan(0);
    }

    private async Task<IReadOnlyList<string>> RefusedAsync()
    {
        var (code, output) = await VerifyAsync();
        code.Should().Be(3);
        var refused = JsonDocument.Parse(output).RootElement.GetProperty("refused");
        refused.GetProperty("code").GetString().Should().Be("report-differs");
        return [.. refused.GetProperty("details").EnumerateArray().Select(detail => $"{detail.GetProperty("where").GetString()}: {detail.GetProperty("problem").GetString()}")];
    }

    private Task<(int Code, string Output)> VerifyAsync() => RunAsync(VerifyReportCommand.Build(), Path.Combine(folder, "report.pdf"), "--json");

    private static async Task<(int Code, string Output)> RunAsync(Command verb, params string[] arguments)
    {
        using var output = new StringWriter();
        var code = await verb.Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, Error = TextWriter.Null, EnableDefaultExceptionHandler = false });
        return (code, output.ToString());
    }
}
