using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Deliveries;

/// <summary>
/// Records what is done for a participant of a class so that tests measure knowledge and not a disability. Extra time is given
/// by itself to every attempt that begins later; why a person needs it is not asked.
/// </summary>
internal static class RecordAccommodation
{
    /// <param name="ParticipantId">The participant.</param>
    /// <param name="Kind">extra-time, large-text, screen-reader, reader, separate-room, paper or other.</param>
    /// <param name="ExtraTimePercent">Time beyond the limit, percent of the limit; 50 is the usual half.</param>
    internal sealed record Request(
        Guid ParticipantId,
        [property: Required, AllowedValues("extra-time", "large-text", "screen-reader", "reader", "separate-room", "paper", "other")] string Kind,
        [property: Range(0, 300)] int ExtraTimePercent = 0);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/api/deliveries/{deliveryId:guid}/accommodations", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Deliveries")
        .WithSummary("Records an accommodation of a participant for the tests of a class, in place of the same kind recorded before.");

    [Audited("record.accommodation")]
    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid deliveryId, Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var recorded = await database.WriteAsync(async session =>
        {
            if (await new DeliveryStore(session).Find(staff.AgencyId, deliveryId) is not { } delivery
                || (await new EnrollmentStore(session).List(staff.AgencyId, delivery.DeliveryNo))
                    .FirstOrDefault(place => place.ParticipantId == request.ParticipantId) is not { } place)
            {
                return Refusals.NotFound.Because("There is no class with this id, or this participant is not enrolled in it.");
            }

            await new AccommodationStore(session).Record(new AccommodationRow
            {
                AgencyId = staff.AgencyId,
                DeliveryNo = delivery.DeliveryNo,
                ParticipantNo = place.ParticipantNo,
                Kind = request.Kind,
                ExtraTimePercent = request.ExtraTimePercent,
                RecordedAt = now,
            });
            await Audit.RecordAsync(session, staff, "record.accommodation", request.ParticipantId, now);
            return (Result<bool>)true;
        }, stop);
        return recorded.IsRefused ? recorded.Refusal!.ToProblem() : TypedResults.NoContent();
    }
}
