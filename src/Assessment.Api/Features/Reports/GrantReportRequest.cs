using System.Text.Json;

namespace Assessment.Api.Features.Reports;

/// <summary>What a grant report was asked for; stored with it, so that it can be computed again.</summary>
/// <param name="AsOf">Data as of this day: decides which follow-ups are due.</param>
/// <param name="Date">Date of the report.</param>
/// <param name="FiscalYear">Fiscal year reported on.</param>
/// <param name="GrantId">The award.</param>
/// <param name="ProgramVersion">Version of the program that composed it.</param>
/// <param name="ReportId">Id of the report.</param>
internal sealed record GrantReportRequest(DateOnly AsOf, DateOnly Date, int FiscalYear, Guid GrantId, string ProgramVersion, Guid ReportId)
{
    /// <summary>Canonical JSON: the names above are in alphabetical order.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public static GrantReportRequest FromJson(string json) => JsonSerializer.Deserialize<GrantReportRequest>(json, JsonSerializerOptions.Web)!;
}
