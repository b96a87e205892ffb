using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Trainers;

/// <summary>Enters a person who teaches.</summary>
internal static class AddTrainer
{
    /// <param name="Name">Name.</param>
    /// <param name="Background">What the trainer brings: officer, mental-health, lived-experience or other.</param>
    internal sealed record Request(
        [property: Required, StringLength(200, MinimumLength = 2)] string Name,
        [property: Required, AllowedValues("officer", "mental-health", "lived-experience", "other")] string Background);

    internal sealed record Answer(Guid TrainerId);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/trainers", Handle)
        .RequireStaff(Role.AgencyAdmin).WithTags("Trainers")
        .WithSummary("Adds a trainer.");

    [Audited("add.trainer")]
    internal static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var row = new TrainerRow { AgencyId = staff.AgencyId, TrainerId = Secret.NewId(), Name = request.Name, Background = request.Background };
        var added = await database.WriteAsync(async session =>
        {
            await new TrainerStore(session).Add(row);
            await Audit.RecordAsync(session, staff, "add.trainer", row.TrainerId, clock.GetUtcNow());
            return (Result<Answer>)new Answer(row.TrainerId);
        }, stop);
        return added.ToCreated(answer => $"/api/trainers/{answer.TrainerId}");
    }
}
