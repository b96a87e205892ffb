using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.Delivery;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Administrations;

/// <summary>Starts a test that was opened held: everybody who waits goes on, and the time of each runs from now.</summary>
internal static class StartAdministration
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/administrations/{administrationId:guid}/start", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Administrations")
        .WithSummary("Starts an administration that was opened held; starting it twice is no error.");

    [Audited("start.administration")]
    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid administrationId, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var started = await database.WriteAsync(async session =>
        {
            var store = new AdministrationStore(session);
            if (await store.Find(staff.AgencyId, administrationId) is not { } administration)
            {
                return Refusals.NotFound.Because("There is no administration with this id.");
            }

            if (administration.Waits && administration.HasEnded(now))
            {
                return Refusals.AdministrationClosed.Because("The test has ended without a start; open it again first.");
            }

            if (await store.Start(staff.AgencyId, administration.AdministrationNo, now))
            {
                await SetEndsAsync(session, administration, now);
                await Audit.RecordAsync(session, staff, "start.administration", administrationId, now);
            }

            return (Result<bool>)true;
        }, stop);
        return started.IsRefused ? started.Refusal!.ToProblem() : TypedResults.NoContent();
    }

    /// <summary>Whoever waited has the whole time from now.</summary>
    private static async Task SetEndsAsync(Session session, AdministrationRow administration, DateTimeOffset now)
    {
        var seats = new SeatStore(session);
        foreach (var extra in await seats.ExtraMinutes(administration.AgencyId, administration.AdministrationNo))
        {
            if (HeldStart.EndOf(now, now, administration.TimeLimitMinutes + extra) is { } end)
            {
                await seats.SetEnd(administration.AgencyId, administration.AdministrationNo, extra, end);
            }
        }
    }
}
