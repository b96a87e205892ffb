using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Assessment.Reporting.Reports.Grant;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Reports;

/// <summary>A kept report in one of its forms, always from the facts as they were kept.</summary>
internal static class ShowReport
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Describe(routes.MapGet("/api/reports/{reportId:guid}/pdf", Pdf), "The report as tagged PDF.");
        Describe(routes.MapGet("/api/reports/{reportId:guid}/html", Html), "The report as a page.");
        Describe(routes.MapGet("/api/reports/{reportId:guid}/json", Json), "Description of the report for machines: parameters and checksums.");
        Describe(routes.MapGet("/api/reports/{reportId:guid}/files", Files), "The PDF with its machine copy, zipped: a CSV per table and report.json.");
    }

    [NotAudited("Prints what the report's own entry covers.")]
    internal static Task<Results<FileContentHttpResult, ProblemHttpResult>> Pdf(Guid reportId, Staff staff, Database database, CancellationToken stop) =>
        AnswerAsync(database, staff, reportId, facts => TypedResults.File(ReportFiles.Of(facts).Pdf, "application/pdf"), stop);

    [NotAudited("Prints what the report's own entry covers.")]
    internal static Task<Results<FileContentHttpResult, ProblemHttpResult>> Html(Guid reportId, Staff staff, Database database, CancellationToken stop) =>
        AnswerAsync(database, staff, reportId, facts => TypedResults.File(ReportFiles.Html(facts), "text/html; charset=utf-8"), stop);

    [NotAudited("Prints what the report's own entry covers.")]
    internal static Task<Results<FileContentHttpResult, ProblemHttpResult>> Json(Guid reportId, Staff staff, Database database, CancellationToken stop) =>
        AnswerAsync(database, staff, reportId, facts => TypedResults.File(ReportFiles.Of(facts).Description, "application/json"), stop);

    [NotAudited("Prints what the report's own entry covers.")]
    internal static Task<Results<FileContentHttpResult, ProblemHttpResult>> Files(Guid reportId, Staff staff, Database database, CancellationToken stop) =>
        AnswerAsync(database, staff, reportId, facts => TypedResults.File(ReportFiles.Of(facts).Zip(), "application/zip"), stop);

    private static void Describe(RouteHandlerBuilder endpoint, string summary) =>
        endpoint.RequireStaff(Role.AgencyAdmin).WithTags("Reports").WithSummary(summary);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> AnswerAsync(
        Database database, Staff staff, Guid reportId, Func<GrantReportFacts, FileContentHttpResult> answer, CancellationToken stop)
    {
        var row = await database.ReadAsync(session => new ReportStore(session).Find(staff.AgencyId, reportId), stop);
        return row is null
            ? Refusals.NotFound.Because("There is no report with this id.").ToProblem()
            : answer(GrantFactsJson.Read(row.Facts));
    }
}
