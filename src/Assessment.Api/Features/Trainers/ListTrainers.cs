using Assessment.Api.Auditing;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Trainers;

/// <summary>The agency's trainers with what they were trained in.</summary>
internal static class ListTrainers
{
    internal sealed record Credential(int Number, string Kind, string Course, string Issuer, DateOnly CompletedOn, DateOnly? ExpiresOn, int Minutes);

    internal sealed record Trainer(Guid TrainerId, string Name, string Background, IReadOnlyList<Credential> Credentials);

    internal sealed record Answer(IReadOnlyList<Trainer> Trainers);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/trainers", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Trainers")
        .WithSummary("Lists the agency's trainers with their credentials.");

    [NotAudited("The agency's own list of who teaches; no participant's row is read.")]
    internal static async Task<Ok<Answer>> Handle(Staff staff, Database database, CancellationToken stop)
    {
        var (trainers, credentials) = await database.ReadAsync(async session =>
        {
            var store = new TrainerStore(session);
            return (await store.List(staff.AgencyId), (await store.Credentials(staff.AgencyId)).ToLookup(row => row.TrainerNo));
        }, stop);
        return TypedResults.Ok(new Answer(
        [
            .. trainers.Select(trainer => new Trainer(
                trainer.TrainerId, trainer.Name, trainer.Background, [.. credentials[trainer.TrainerNo].Select(Entry)])),
        ]));
    }

    private static Credential Entry(CredentialRow row) =>
        new(row.CredentialNo, row.Kind, row.Course, row.Issuer, row.CompletedOn, row.ExpiresOn, row.Minutes);
}
