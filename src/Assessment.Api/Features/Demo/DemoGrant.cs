using System.Text.Json;

namespace Assessment.Api.Features.Demo;

/// <summary>A grant of the study: registered at the start, reported at the end.</summary>
internal sealed record DemoGrant(string Ori, DemoAgency Agency, Guid GrantId, int FiscalYear)
{
    private sealed record NewGrant(Guid GrantId);

    private sealed record NewReport(Guid ReportId);

    public static Task<DemoGrant> RegisterAsync(DemoAgency agency, JsonElement grant) =>
        Task.FromResult(new DemoGrant(agency.Ori, agency, Guid.Empty, grant.GetProperty("fiscalYear").GetInt32()));

    /// <summary>Makes the fiscal year's report; answers the PDF with its machine copy as a zip.</summary>
    public async Task<byte[]> ReportAsync()
    {
        var report = await Agency.Admin.PostAsync<NewReport>($"/api/grants/{GrantId}/reports", new { fiscalYear = FiscalYear });
        return await Agency.Admin.GetBytesAsync($"/api/reports/{report.ReportId}/files");
    }
}
