using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Deliveries;

/// <summary>
/// Who has which number in a class: the agency's own roster, by which slips are handed out. No token and no result stands beside a
/// name. Reading names is recorded.
/// </summary>
internal static class ShowRoster
{
    /// <param name="Number">Place on the roster, from 1: the number on the slip.</param>
    /// <param name="ParticipantId">The participant.</param>
    /// <param name="Name">As on the roster; null when none was given.</param>
    /// <param name="Kind">officer, cmhp-employee or cmhp-agreement.</param>
    /// <param name="Left">Has left the class.</param>
    internal sealed record Person(int Number, Guid ParticipantId, string? Name, string Kind, bool Left);

    internal sealed record Answer(IReadOnlyList<Person> People);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/deliveries/{deliveryId:guid}/roster", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Deliveries")
        .WithSummary("Shows the roster of a delivery: numbers and names, by place.");

    [Audited("show.roster")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid deliveryId, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var shown = await database.WriteAsync(async session =>
        {
            if (await new DeliveryStore(session).Find(staff.AgencyId, deliveryId) is not { } delivery)
            {
                return Refusals.NotFound.Because("There is no class with this id.");
            }

            var names = (await new IdentityStore(session).Roster(staff.AgencyId, delivery.DeliveryNo)).ToDictionary(one => one.ParticipantNo, one => one.Name);
            var places = await new EnrollmentStore(session).List(staff.AgencyId, delivery.DeliveryNo);
            await Audit.RecordAsync(session, staff, "show.roster", deliveryId, clock.GetUtcNow());
            return (Result<Answer>)new Answer(
                [.. places.Select(place => new Person(place.Position + 1, place.ParticipantId, names.GetValueOrDefault(place.ParticipantNo), place.Kind, place.WithdrawnOn is not null))]);
        }, stop);
        return shown.ToOk();
    }
}
