using Assessment.Api.Auditing;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain.Delivery;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Agencies;

/// <summary>The waves in the order of time, with the windows that hold at the caller's agency.</summary>
internal static class ListWaves
{
    /// <param name="Code">Word used everywhere.</param>
    /// <param name="Label">What a table prints.</param>
    /// <param name="FromMonths">First month after the end of training that counts; null for waves of the class itself.</param>
    /// <param name="ToMonths">Last month that counts.</param>
    /// <param name="Analysed">Whether analyses, reports and releases read it.</param>
    internal sealed record Planned(string Code, string Label, int? FromMonths, int? ToMonths, bool Analysed);

    internal sealed record Answer(IReadOnlyList<Planned> Waves);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/waves", Handle)
        .RequireStaff(Role.Operator, Role.AgencyAdmin, Role.Trainer, Role.Supervisor, Role.Evaluator, Role.PrivacyOfficer).WithTags("Agencies")
        .WithSummary("Lists the waves in the order of time, with the windows of the own agency.");

    [NotAudited("A calendar that every member of staff may read.")]
    internal static async Task<Ok<Answer>> Handle(Staff staff, Database database, CancellationToken stop)
    {
        var waves = await database.ReadAsync(session => new WaveStore(session).List(staff.AgencyId), stop);
        return TypedResults.Ok(new Answer(
            [.. waves.Select(wave => new Planned(wave.Code, wave.Label, wave.WindowFromMonths, wave.WindowToMonths, Wave.Find(wave.Code) is not null))]));
    }
}
