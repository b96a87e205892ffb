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
/// Records that a review board waived consent for a class at a wave (28 CFR 46.116). Who refused in person stays refused.
/// </summary>
internal static class WaiveConsent
{
    /// <param name="Wave">The wave.</param>
    /// <param name="Reference">Number of the board's letter.</param>
    internal sealed record Request([property: Required] string Wave, [property: Required, StringLength(100, MinimumLength = 3)] string Reference);

    internal sealed record Answer(int Waived);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/deliveries/{deliveryId:guid}/waivers", Handle)
        .RequireStaff(Role.PrivacyOfficer).WithTags("Deliveries")
        .WithSummary("Records a review board's waiver of consent for everybody of a class who has not decided at this wave.");

    [Audited("waive.consent")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid deliveryId, Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var text = $"Consent was waived by the review board, letter {request.Reference}.";
        var notice = new Attempts.ParticipantNotice(text);
        var waived = await database.WriteAsync(async session =>
        {
            if ((await new WaveStore(session).List(staff.AgencyId)).All(wave => wave.Code != request.Wave))
            {
                return Refusals.WaveWrong.Because("There is no wave with this code.");
            }

            if (await new DeliveryStore(session).Find(staff.AgencyId, deliveryId) is not { } delivery)
            {
                return Refusals.NotFound.Because("There is no class with this id.");
            }

            var consents = new ConsentStore(session);
            await consents.KeepNotice(notice.Version, notice.Text, now);
            var count = 0;
            foreach (var place in await new EnrollmentStore(session).List(staff.AgencyId, delivery.DeliveryNo))
            {
                if (await consents.Find(staff.AgencyId, place.ParticipantNo, request.Wave) is null)
                {
                    await consents.Record(new ConsentRow
                    {
                        AgencyId = staff.AgencyId,
                        ParticipantNo = place.ParticipantNo,
                        Wave = request.Wave,
                        Decision = "waived",
                        TextVersion = notice.Version,
                        DecidedAt = now,
                    });
                    count++;
                }
            }

            await Audit.RecordAsync(session, staff, "waive.consent", deliveryId, now);
            return (Result<Answer>)new Answer(count);
        }, stop);
        return waived.ToOk();
    }
}
