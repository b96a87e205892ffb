using Assessment.Api.Features.Attempts;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Reporting.Reports.Grant;

namespace Assessment.Api.Features.Reports;

/// <summary>Computes the facts of a grant report, for a new report or to see whether an old one still follows from its data.</summary>
internal static class GrantReports
{
    public static async Task<Result<GrantReportFacts>> ComputeAsync(
        Session session, FormVersions forms, GrantRow grant, GrantReportRequest asked, CancellationToken stop)
    {
        var rescored = await ScoreCheck.RunAsync(session, forms, grant.AgencyId, stop);
        return await ComputeAsync(session, forms, (grant, asked), (rescored, FromAnswers: false), stop);
    }

    /// <summary>The same from attempts that are scored again already.</summary>
    public static async Task<Result<GrantReportFacts>> ComputeAsync(
        Session session, FormVersions forms, (GrantRow Grant, GrantReportRequest Asked) report, (IReadOnlyList<Rescored> Attempts, bool FromAnswers) scores, CancellationToken stop)
    {
        var owed = await new GrantStore(session).Reports(report.Grant.AgencyId, report.Grant.GrantNo);
        return owed.FirstOrDefault(row => row.FiscalYear == report.Asked.FiscalYear) is { } year
            ? await new GrantFactsReader(session, forms, report.Grant, year).ReadAsync(report.Asked, scores.Attempts, scores.FromAnswers, stop)
            : Refusals.NotFound.Because($"Nothing is entered for fiscal year {report.Asked.FiscalYear} of this award.");
    }

    /// <summary>The row that keeps a report.</summary>
    public static ReportRow Row(int agencyId, GrantReportRequest asked, GrantReportFacts facts, DateTimeOffset now) => new()
    {
        AgencyId = agencyId,
        ReportId = asked.ReportId,
        Kind = Kind,
        Parameters = asked.ToJson(),
        Facts = GrantFactsJson.Write(facts),
        ProgramVersion = asked.ProgramVersion,
        AsOf = asked.AsOf,
        CreatedAt = now,
    };

    public const string Kind = "grant-performance";
}
