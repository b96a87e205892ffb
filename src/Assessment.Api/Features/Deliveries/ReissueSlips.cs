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
/// Makes new slips for people who lost theirs, or for a follow-up. Tokens are stored as hashes only, so an old one cannot be
/// printed again; it stops to work, and the person's waves stay linked.
/// </summary>
internal static class ReissueSlips
{
    /// <param name="Participants">Who gets a new slip, 500 at most.</param>
    internal sealed record Request([property: Required, MinLength(1), MaxLength(500)] IReadOnlyList<Guid> Participants);

    /// <param name="Number">Place on the roster, from 1.</param>
    /// <param name="ParticipantId">The participant.</param>
    /// <param name="Token">The new roster token, shown this once.</param>
    internal sealed record Slip(int Number, Guid ParticipantId, string Token);

    internal sealed record Answer(IReadOnlyList<Slip> Slips);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/deliveries/{deliveryId:guid}/slips", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Deliveries")
        .WithSummary("Makes new slips with new roster tokens; the old tokens of these people stop to work.");

    [Audited("reissue.slips")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid deliveryId, Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var reissued = await database.WriteAsync(async session =>
        {
            if (await new DeliveryStore(session).Find(staff.AgencyId, deliveryId) is not { } delivery)
            {
                return Refusals.NotFound.Because("There is no class with this id.");
            }

            var roster = await new EnrollmentStore(session).List(staff.AgencyId, delivery.DeliveryNo);
            var chosen = roster.Where(place => request.Participants.Contains(place.ParticipantId)).ToList();
            if (chosen.Count != request.Participants.Distinct().Count())
            {
                return Refusals.NotFound.Because("Some of these participants are not enrolled in the class; nobody got a new slip.");
            }

            var slips = new List<Slip>();
            foreach (var place in chosen)
            {
                var token = Secret.NewRosterToken();
                await new ParticipantStore(session).SetToken(staff.AgencyId, place.ParticipantNo, Secret.Hash(Code.ReadRosterToken(token)!));
                slips.Add(new Slip(place.Position + 1, place.ParticipantId, token));
            }

            await Audit.RecordAsync(session, staff, "reissue.slips", deliveryId, now);
            return (Result<Answer>)new Answer(slips);
        }, stop);
        return reissued.ToOk();
    }
}
