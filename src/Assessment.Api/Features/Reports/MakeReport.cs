using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Reports;

/// <summary>Composes the grant performance report of a fiscal year and keeps its facts, so that it prints the same for ever.</summary>
internal static class MakeReport
{
    /// <param name="FiscalYear">Fiscal year reported on.</param>
    /// <param name="AsOf">Data as of this day; today when not given.</param>
    internal sealed record Request([property: Range(2022, 2100)] int FiscalYear, DateOnly? AsOf);

    internal sealed record Answer(Guid ReportId, DateOnly AsOf);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/grants/{grantId:guid}/reports", Handle)
        .RequireStaff(Role.AgencyAdmin).WithTags("Reports")
        .WithSummary("Composes and keeps the grant performance report of a fiscal year.");

    [Audited("make.report")]
    internal static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        Guid grantId, Request request, Staff staff, ReportMaker maker, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var made = await maker.MakeAsync(
            staff.AgencyId, grantId, request, now, (session, reportId) => Audit.RecordAsync(session, staff, "make.report", reportId, now), stop);
        return made.ToCreated(answer => $"/api/reports/{answer.ReportId}/pdf");
    }
}
