using System.CommandLine;
using Assessment.Api.Auditing;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Operations;
using Assessment.Api.Hosting;
using Assessment.Data;
using Assessment.Domain;

namespace Assessment.Api.Features.Reports;

/// <summary>The verb <c>report grant</c>: the report of an award's fiscal year as files.</summary>
internal static class ReportCommand
{
    public static Command Build()
    {
        var award = new Option<string>("--grant") { Description = "Award number.", Required = true };
        var year = new Option<int>("--fiscal-year") { Description = "Federal fiscal year, such as 2025.", Required = true };
        var asOf = new Option<DateOnly?>("--as-of") { Description = "Data as of this day (today when not given)." };
        var output = new Option<string>("--out") { Description = "The PDF to write; its machine copy goes into the folder of the same name.", Required = true };
        var (database, json) = (DatabaseOption.New(), JsonOption.New());
        var grant = new Command("grant", "Agency grant performance report.") { award, year, asOf, output, database, json };
        grant.SetAction((parsed, stop) => RunAsync(
            new ReportOrder(parsed.GetValue(award)!, parsed.GetValue(year), parsed.GetValue(asOf), parsed.GetValue(output)!),
            parsed.GetValue(database)!,
            new VerbOutput(parsed.InvocationConfiguration, parsed.GetValue(json)),
            stop));
        return new Command("report", "Make a report as PDF with its machine copy.") { grant };
    }

    private static async Task<int> RunAsync(ReportOrder order, string connection, VerbOutput output, CancellationToken stop)
    {
        if (!order.Out.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))
        {
            return output.Usage("--out needs a name that ends in .pdf.");
        }

        await using var database = Database.Open(connection);
        Migrator.Migrate(database);
        var made = await MakeAsync(database, order, stop);
        if (made.IsRefused)
        {
            return output.Refused(made.Refusal!);
        }

        ReportFolder.Write(order.Out, ReportFiles.Of(GrantFactsJson.Read(made.Value.Facts)));
        return output.Done(new { report = made.Value.ReportId, file = order.Out }, $"{order.Out}");
    }

    private static async Task<Result<ReportRow>> MakeAsync(Database database, ReportOrder order, CancellationToken stop)
    {
        var grants = await database.ReadAsync(session => new GrantStore(session).FindByAwardNumber(order.AwardNumber), stop);
        if (grants is not [var grant])
        {
            return Refusals.NotFound.Because(grants.Count == 0 ? "There is no award with this number." : "Several agencies have an award with this number; ask for the report over the API.");
        }

        var now = Clock.System.GetUtcNow();
        var made = await new ReportMaker(database, new FormVersions(database)).MakeAsync(
            grant.AgencyId, grant.GrantId, new MakeReport.Request(order.FiscalYear, order.AsOf), now, (session, reportId) => Audit.RecordAtMachineAsync(session, grant.AgencyId, "make.report", reportId, now), stop);
        return made.IsRefused ? made.Refusal! : (await database.ReadAsync(session => new ReportStore(session).Find(grant.AgencyId, made.Value.ReportId), stop))!;
    }

    /// <param name="AwardNumber">Which award.</param>
    /// <param name="FiscalYear">Which year.</param>
    /// <param name="AsOf">As of when; null for today.</param>
    /// <param name="Out">The PDF to write.</param>
    private sealed record ReportOrder(string AwardNumber, int FiscalYear, DateOnly? AsOf, string Out);
}
