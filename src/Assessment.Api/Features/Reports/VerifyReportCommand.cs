using System.CommandLine;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Hosting;
using Assessment.Data;

namespace Assessment.Api.Features.Reports;

/// <summary>The verb <c>verify-report</c>: does a printed report still follow from its data?</summary>
internal static class VerifyReportCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("file") { Description = "The report's PDF; its machine copy lies beside it." };
        var database = new Option<string?>("--database") { Description = "The database (assessment.db beside the file when not given)." };
        var json = JsonOption.New();
        var command = new Command("verify-report", "Compute a report again from the answers and compare every printed number.") { file, database, json };
        command.SetAction((parsed, stop) => RunAsync(
            parsed.GetValue(file)!, parsed.GetValue(database), new VerbOutput(parsed.InvocationConfiguration, parsed.GetValue(json)), stop));
        return command;
    }

    internal static async Task<int> RunAsync(string pdf, string? connection, VerbOutput output, CancellationToken stop)
    {
        if (!File.Exists(pdf) || ReportFolder.FindCopy(pdf) is not { } copy)
        {
            return output.Usage($"There is no report at {pdf}, or no report.json beside it.");
        }

        if (ReportFolder.ReadId(copy) is not { } reportId)
        {
            return output.Usage("report.json names no report.");
        }

        var place = connection ?? FindDatabase(pdf);
        if (place is null)
        {
            return output.Usage("There is no assessment.db beside the file; name one with --database.");
        }

        await using var database = Database.Open(place);
        var verified = await new ReportVerification(database, new FormVersions(database)).RunAsync(
            reportId, await File.ReadAllBytesAsync(pdf, stop), name => Read(Path.Combine(copy, name)), stop);
        return verified.IsRefused
            ? output.Refused(verified.Refusal!)
            : output.Done(
                new { verified = verified.Value },
                $"The report follows from its data: {verified.Value.Attempts} attempts scored again, {verified.Value.Files} tables and figures compared.");
    }

    /// <summary>Beside the file, or one folder up when the file lies in its machine copy's folder.</summary>
    private static string? FindDatabase(string pdf)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(pdf))!;
        return new[] { folder, Path.GetDirectoryName(folder) }.OfType<string>().Select(one => Path.Combine(one, "assessment.db")).FirstOrDefault(File.Exists);
    }

    private static byte[]? Read(string path) => File.Exists(path) ? File.ReadAllBytes(path) : null;
}
