using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Deliveries;

/// <summary>A trainer's part in a class; sent again with other values, the newer ones stand.</summary>
internal static class AssignTrainer
{
    /// <param name="Part">lead, co-trainer, role-player or guest.</param>
    /// <param name="Minutes">Minutes taught.</param>
    internal sealed record Request(
        [property: Required, AllowedValues("lead", "co-trainer", "role-player", "guest")] string Part,
        [property: Range(0, 100_000)] int Minutes);

    internal sealed record Answer(Guid TrainerId, string Part, int Minutes);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/api/deliveries/{deliveryId:guid}/trainers/{trainerId:guid}", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Deliveries")
        .WithSummary("Records a trainer's part in a delivery and the minutes taught.");

    [Audited("assign.trainer")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid deliveryId, Guid trainerId, Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var assigned = await database.WriteAsync(async session =>
        {
            var store = new TrainerStore(session);
            if (await new DeliveryStore(session).Find(staff.AgencyId, deliveryId) is not { } delivery
                || await store.Find(staff.AgencyId, trainerId) is not { } trainer)
            {
                return Refusals.NotFound.Because("There is no class or no trainer with this id.");
            }

            var row = new DeliveryTrainerRow
            {
                AgencyId = staff.AgencyId, DeliveryNo = delivery.DeliveryNo, TrainerNo = trainer.TrainerNo, Part = request.Part, Minutes = request.Minutes,
            };
            if (!(await store.OfDelivery(staff.AgencyId, delivery.DeliveryNo)).Contains(row))
            {
                await store.Assign(row);
                await Audit.RecordAsync(session, staff, "assign.trainer", deliveryId, clock.GetUtcNow());
            }

            return (Result<Answer>)new Answer(trainerId, row.Part, row.Minutes);
        }, stop);
        return assigned.ToOk();
    }
}
