using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Administrations;

/// <summary>
/// Ends an administration now, extra time included: no further start, and no further answer but those that queued on a device.
/// </summary>
internal static class CloseAdministration
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/administrations/{administrationId:guid}/close", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Administrations")
        .WithSummary("Ends an administration; ending it twice is no error.");

    [Audited("close.administration")]
    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid administrationId, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var closed = await database.WriteAsync(async session =>
        {
            var store = new AdministrationStore(session);
            if (await store.Find(staff.AgencyId, administrationId) is not { } administration)
            {
                return Refusals.NotFound.Because("There is no administration with this id.");
            }

            if (await store.End(staff.AgencyId, administration.AdministrationNo, now))
            {
                await new SeatStore(session).EndAll(staff.AgencyId, administration.AdministrationNo);
                await Audit.RecordAsync(session, staff, "close.administration", administrationId, now);
            }

            return (Result<bool>)true;
        }, stop);
        return closed.IsRefused ? closed.Refusal!.ToProblem() : TypedResults.NoContent();
    }
}
