using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Administrations;

/// <summary>Sets when nobody may start any longer and when pens go down; also reopens what was closed.</summary>
internal static class SetTimes
{
    /// <param name="DoorClosesAt">Nobody starts from then on, who is in goes on; null keeps the door open to the end.</param>
    /// <param name="EndsAt">Pens down; null leaves the end to a hand.</param>
    internal sealed record Request(DateTimeOffset? DoorClosesAt, DateTimeOffset? EndsAt);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/api/administrations/{administrationId:guid}/times", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Administrations")
        .WithSummary("Sets when the door closes and when the administration ends; nulls reopen it.");

    [Audited("set.administration-times")]
    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid administrationId, Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        if (request.DoorClosesAt > request.EndsAt)
        {
            return Refusals.RequestContradicts.Because("The door cannot close after the end.").ToProblem();
        }

        var set = await database.WriteAsync(async session =>
        {
            var store = new AdministrationStore(session);
            if (await store.Find(staff.AgencyId, administrationId) is not { } administration)
            {
                return Refusals.NotFound.Because("There is no administration with this id.");
            }

            await store.SetTimes(staff.AgencyId, administration.AdministrationNo, request.DoorClosesAt, request.EndsAt);
            await Audit.RecordAsync(session, staff, "set.administration-times", administrationId, clock.GetUtcNow());
            return (Result<bool>)true;
        }, stop);
        return set.IsRefused ? set.Refusal!.ToProblem() : TypedResults.NoContent();
    }
}
