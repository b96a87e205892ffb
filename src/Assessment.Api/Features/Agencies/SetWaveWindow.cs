using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.Delivery;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Agencies;

/// <summary>Sets the months after training in which a follow-up wave of the agency counts.</summary>
internal static class SetWaveWindow
{
    /// <param name="FromMonths">First month after the end of training that counts.</param>
    /// <param name="ToMonths">Last month that counts.</param>
    internal sealed record Request([property: Range(1, 60)] int FromMonths, [property: Range(1, 60)] int ToMonths);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/api/waves/{wave}/window", Handle)
        .RequireStaff(Role.AgencyAdmin).WithTags("Agencies")
        .WithSummary("Sets the window of a follow-up wave; without it, 4 to 7 and 11 to 15 months.");

    [Audited("set.wave-window")]
    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        string wave, Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        if (Wave.Find(wave) is not { IsFollowUp: true })
        {
            return Refusals.WaveWrong.Because("Only follow-up waves have a window: follow-up-6m and follow-up-12m.").ToProblem();
        }

        if (request.ToMonths < request.FromMonths)
        {
            return Refusals.RequestContradicts.Because("The window ends before it begins.").ToProblem();
        }

        await database.WriteAsync(async session =>
        {
            await new WaveStore(session).SetWindow(staff.AgencyId, wave, request.FromMonths, request.ToMonths);
            await Audit.RecordAsync(session, staff, "set.wave-window", null, clock.GetUtcNow());
            return true;
        }, stop);
        return TypedResults.NoContent();
    }
}
