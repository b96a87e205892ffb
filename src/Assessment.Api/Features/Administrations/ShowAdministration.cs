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
    internal sealed record Answer(Guid AdministrationId, string Wave, bool Open, int Enrolled, int Started, int Submitted);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/administrations/{administrationId:guid}", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Administrations")
        .WithSummary("Shows an administration: wave, whether it is open, how many are enrolled, have started, have submitted.");

    [NotAudited("Counts of the own agency's class; no person's row is read.")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid administrationId, Staff staff, Database database, CancellationToken stop)
    {
        var progress = await database.ReadAsync(session => new AdministrationStore(session).Progress(staff.AgencyId, administrationId), stop);
        return progress is null
            ? Refusals.NotFound.Because("There is no administration with this id.").ToProblem()
            : TypedResults.Ok(new Answer(administrationId, progress.Wave, progress.ClosedAt is null, progress.Enrolled, progress.Started, progress.Submitted));
    }
}
