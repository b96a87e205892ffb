using Assessment.Api.Features.Attempts;
using Assessment.Api.Hosting;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Reporting.Reports.Grant;

namespace Assessment.Api.Features.Reports;

/// <summary>Makes a grant report for whoever may ask: the endpoint and the verb.</summary>
internal sealed class ReportMaker(Database database, FormVersions forms)
{
    /// <summary>Computes the facts from one snapshot, checks that they can be printed, and keeps them.</summary>
    /// <param name="agencyId">The grantee.</param>
    /// <param name="grantId">The award.</param>
    /// <param name="request">Which year, as of when.</param>
    /// <param name="now">Time of the request.</param>
    /// <param name="audit">Writes the audit entry of the report with this id, in its transaction.</param>
    /// <param name="stop">Stops.</param>
    public async Task<Result<MakeReport.Answer>> MakeAsync(
        int agencyId, Guid grantId, MakeReport.Request request, DateTimeOffset now, Func<Session, Guid, Task> audit, CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var asked = new GrantReportRequest(request.AsOf ?? today, today, request.FiscalYear, grantId, ProgramVersion.Text, Secret.NewId());
        if (asked.AsOf > today)
        {
            return Refusals.RequestContradicts.Because("asOf is in the future; the data of that day are not known yet.");
        }

        var facts = await database.ReadAsync(session => ReadAsync(session, agencyId, asked, stop), stop);
        if (facts.IsRefused)
        {
            return facts.Refusal!;
        }

        _ = GrantReport.Compose(facts.Value);
        await database.WriteAsync(async session =>
        {
            await audit(session, asked.ReportId);
            return await new ReportStore(session).Add(GrantReports.Row(agencyId, asked, facts.Value, now));
        }, stop);
        return new MakeReport.Answer(asked.ReportId, asked.AsOf);
    }

    private async Task<Result<GrantReportFacts>> ReadAsync(Session session, int agencyId, GrantReportRequest asked, CancellationToken stop) =>
        await new GrantStore(session).Find(agencyId, asked.GrantId) is { } grant
            ? await GrantReports.ComputeAsync(session, forms, grant, asked, stop)
            : Refusals.NotFound.Because("There is no award with this id.");
}
