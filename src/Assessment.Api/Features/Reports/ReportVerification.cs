using System.Text;
using Assessment.Api.Features.Attempts;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.Scoring;
using Assessment.Reporting.MachineCopy;
using Assessment.Reporting.Reports.Grant;

namespace Assessment.Api.Features.Reports;

/// <summary>What was checked when a report agreed with its data.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="Attempts">Attempts scored again.</param>
/// <param name="Files">CSV files compared.</param>
internal sealed record Verified(Guid ReportId, int Attempts, int Files);

/// <summary>
/// Computes a report again from the stored answers and compares every number: answers with stored scores, computed facts with
/// kept facts, computed tables with the CSV files, a new rendering with the PDF.
/// </summary>
internal sealed class ReportVerification(Database database, FormVersions forms)
{
    /// <summary>Verifies.</summary>
    /// <param name="reportId">Id found in the machine copy.</param>
    /// <param name="pdf">The PDF's bytes.</param>
    /// <param name="copy">Reads a file of the machine copy; null when it is not there.</param>
    /// <param name="stop">Stops.</param>
    /// <returns>What was checked, or the list of what differs.</returns>
    public Task<Result<Verified>> RunAsync(Guid reportId, byte[] pdf, Func<string, byte[]?> copy, CancellationToken stop) =>
        database.ReadAsync(session => RunAsync(session, reportId, pdf, copy, stop), stop);

    private async Task<Result<Verified>> RunAsync(Session session, Guid reportId, byte[] pdf, Func<string, byte[]?> copy, CancellationToken stop)
    {
        if (await new ReportStore(session).FindAnywhere(reportId) is not { } row)
        {
            return Refusals.NotFound.Because("The database has no report with this id.");
        }

        var asked = GrantReportRequest.FromJson(row.Parameters);
        if (await new GrantStore(session).Find(row.AgencyId, asked.GrantId) is not { } grant)
        {
            return Refusals.NotFound.Because("The database has no award that this report is about.");
        }

        var rescored = await ScoreCheck.RunAsync(session, forms, row.AgencyId, stop);
        var computed = await GrantReports.ComputeAsync(session, forms, (grant, asked), (rescored, FromAnswers: true), stop);
        if (computed.IsRefused)
        {
            return computed.Refusal!;
        }

        var files = ReportFiles.Of(computed.Value);
        List<Difference> differences = [.. Scores(rescored), .. Tables(files, copy), .. Whole(row, computed.Value, files, pdf, copy)];
        return differences.Count == 0
            ? new Verified(reportId, rescored.Count, files.MachineCopy.Count - 1)
            : Refusals.ReportDiffers.Because(
                $"{differences.Count} places differ from what the stored answers and registers give.",
                [.. differences.Select(one => new Place(one.Where, $"Found {one.Found}; the data give {one.Expected}."))]);
    }

    private static IEnumerable<Difference> Scores(IReadOnlyList<Rescored> attempts) =>
        attempts.Where(attempt => !attempt.Agrees).Select(attempt => new Difference(
            $"stored score of attempt {attempt.Stored.AttemptId:D}, {attempt.Stored.Wave}",
            attempt.Stored.Points is { } points ? Points(points, attempt.Stored.Scores!) : "none",
            Points(attempt.Points, attempt.Scores)));

    private static string Points(int ticks, byte[] scores)
    {
        var blank = Enumerable.Range(0, ScoreSheet.Count(scores)).Count(item => ScoreSheet.Ticks(scores, item) == ScoreSheet.NotScored);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{ticks / (double)Domain.Points.TicksPerPoint:0.####} points with {blank} items not scored");
    }

    private static IEnumerable<Difference> Tables(ReportFiles files, Func<string, byte[]?> copy) =>
        from file in files.MachineCopy
        where file.Name != MachineCopyFiles.ReportJson
        from difference in copy(file.Name) is { } found
            ? CsvComparison.Of(file.Name, Encoding.UTF8.GetString(found), Encoding.UTF8.GetString(file.Bytes))
            : [new Difference(file.Name, "no file", "a table")]
        select difference;

    private static IEnumerable<Difference> Whole(ReportRow row, GrantReportFacts computed, ReportFiles files, byte[] pdf, Func<string, byte[]?> copy)
    {
        if (row.Facts != GrantFactsJson.Write(computed)) yield return new("facts kept in the database", "other facts", "those computed now");
        if (!pdf.AsSpan().SequenceEqual(files.Pdf)) yield return new("PDF", "other bytes", "those of a new rendering");
        if (copy(MachineCopyFiles.ReportJson) is not { } description || !description.AsSpan().SequenceEqual(files.Description))
        {
            yield return new(MachineCopyFiles.ReportJson, "other parameters or checksums", "those computed now");
        }
    }
}
