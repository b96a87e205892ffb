using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Deliveries;

/// <summary>What a partner did in a class, people with lived experience included; sent again with other values, the newer ones stand.</summary>
internal static class RecordPartnerSession
{
    /// <param name="Part">What the partner did.</param>
    /// <param name="Minutes">Minutes, all of the partner's sessions in the class together.</param>
    /// <param name="LivedExperience">People with lived experience led or spoke in it.</param>
    internal sealed record Request(
        [property: Required, StringLength(300, MinimumLength = 2)] string Part,
        [property: Range(0, 100_000)] int Minutes,
        bool LivedExperience);

    internal sealed record Answer(Guid PartnerId, int Minutes, bool LivedExperience);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/api/deliveries/{deliveryId:guid}/partners/{partnerId:guid}", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Deliveries")
        .WithSummary("Records a partner's sessions in a delivery: minutes, and whether people with lived experience took part.");

    [Audited("record.partner-session")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid deliveryId, Guid partnerId, Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var recorded = await database.WriteAsync(async session =>
        {
            var store = new PartnerStore(session);
            if (await new DeliveryStore(session).Find(staff.AgencyId, deliveryId) is not { } delivery
                || await store.Find(staff.AgencyId, partnerId) is not { } partner)
            {
                return Refusals.NotFound.Because("There is no class or no partner with this id.");
            }

            if (partner.Since > delivery.EndsOn || partner.Until < delivery.StartsOn)
            {
                return Refusals.RequestContradicts.Because("The class lies outside the time of this partner.");
            }

            var row = new PartnerSessionRow
            {
                AgencyId = staff.AgencyId, DeliveryNo = delivery.DeliveryNo, PartnerNo = partner.PartnerNo,
                Part = request.Part, Minutes = request.Minutes, LivedExperience = request.LivedExperience,
            };
            if (!(await store.OfDelivery(staff.AgencyId, delivery.DeliveryNo)).Contains(row))
            {
                await store.PutSession(row);
                await Audit.RecordAsync(session, staff, "record.partner-session", deliveryId, clock.GetUtcNow());
            }

            return (Result<Answer>)new Answer(partnerId, row.Minutes, row.LivedExperience);
        }, stop);
        return recorded.ToOk();
    }
}
