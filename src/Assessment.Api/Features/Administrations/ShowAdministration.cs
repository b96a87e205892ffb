using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Administrations;

/// <summary>How far a class is: counts of people, never an answer or a score.</summary>
internal static class ShowAdministration
{
    internal sealed record Answer(Guid AdministrationId, string Wave, bool Open, int Enrolled, int Started, int Submitted, bool Waits);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/administrations/{administrationId:guid}", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Administrations")
        .WithSummary("Shows an administration: wave, whether it is open, how many are enrolled, have begun, have submitted, and whether they wait for its start.");

    [NotAudited("Counts of the own agency's class; no person's row is read.")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid administrationId, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var shown = await database.ReadAsync(async session =>
        {
            var store = new AdministrationStore(session);
            if (await store.Find(staff.AgencyId, administrationId) is not { } administration)
            {
                return Refusals.NotFound.Because("There is no administration with this id.");
            }

            var progress = await store.Progress(staff.AgencyId, administration.AdministrationNo);
            return (Result<Answer>)new Answer(
                administrationId, administration.Wave, !administration.IsDoorClosed(now), progress.Enrolled, progress.Started, progress.Submitted, administration.Waits);
        }, stop);
        return shown.ToOk();
    }
}
