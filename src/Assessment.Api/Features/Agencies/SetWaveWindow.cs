using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
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
        .WithSummary("Sets the window of a follow-up wave; without it, that of the installation.");

    [Audited("set.wave-window")]
    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        string wave, Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var set = await database.WriteAsync(async session =>
        {
            var store = new WaveStore(session);
            var fault = Fault(await store.List(staff.AgencyId), wave, request);
            if (fault is not null)
            {
                return fault;
            }

            await store.SetWindow(staff.AgencyId, wave, request.FromMonths, request.ToMonths);
            await Audit.RecordAsync(session, staff, "set.wave-window", null, clock.GetUtcNow());
            return (Result<bool>)true;
        }, stop);
        return set.IsRefused ? set.Refusal!.ToProblem() : TypedResults.NoContent();
    }

    private static Refusal? Fault(IReadOnlyList<WaveRow> waves, string code, Request request)
    {
        var followUps = waves.Where(wave => wave.WindowFromMonths is not null).ToList();
        return followUps.Exists(wave => wave.Code == code)
            ? WaveOrder.Fault(followUps.Select(wave => wave.Code == code ? wave with { WindowFromMonths = request.FromMonths, WindowToMonths = request.ToMonths } : wave))
            : Refusals.WaveWrong.Because($"Only follow-up waves have a window: {string.Join(", ", followUps.Select(wave => wave.Code))}.");
    }
}
