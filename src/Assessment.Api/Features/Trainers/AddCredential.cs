using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Trainers;

/// <summary>An entry of a trainer's own training: the training of trainers, or continuing education.</summary>
internal static class AddCredential
{
    /// <param name="Kind">training-of-trainers or continuing-education.</param>
    /// <param name="Course">Course taken.</param>
    /// <param name="Issuer">Who issued it.</param>
    /// <param name="CompletedOn">Day of issue.</param>
    /// <param name="ExpiresOn">Last day it holds; null when it does not expire.</param>
    /// <param name="Minutes">Length, minutes.</param>
    internal sealed record Request(
        [property: Required, AllowedValues("training-of-trainers", "continuing-education")] string Kind,
        [property: Required, StringLength(200, MinimumLength = 2)] string Course,
        [property: Required, StringLength(200, MinimumLength = 2)] string Issuer,
        DateOnly CompletedOn,
        DateOnly? ExpiresOn,
        [property: Range(1, 100_000)] int Minutes);

    /// <param name="Number">Order among the trainer's entries, from 1.</param>
    internal sealed record Answer(int Number);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/trainers/{trainerId:guid}/credentials", Handle)
        .RequireStaff(Role.AgencyAdmin).WithTags("Trainers")
        .WithSummary("Adds a credential or an hour of continuing education to a trainer.");

    [Audited("add.credential")]
    internal static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        Guid trainerId, Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (request.ExpiresOn < request.CompletedOn || request.CompletedOn > DateOnly.FromDateTime(now.UtcDateTime))
        {
            return Refusals.RequestContradicts.Because("A credential is issued before it expires, and not in the future.").ToProblem();
        }

        var added = await database.WriteAsync(async session =>
        {
            var store = new TrainerStore(session);
            if (await store.Find(staff.AgencyId, trainerId) is not { } trainer)
            {
                return Refusals.NotFound.Because("There is no trainer with this id.");
            }

            var number = await store.AddCredential(new CredentialRow
            {
                AgencyId = staff.AgencyId, TrainerNo = trainer.TrainerNo, Kind = request.Kind, Course = request.Course, Issuer = request.Issuer,
                CompletedOn = request.CompletedOn, ExpiresOn = request.ExpiresOn, Minutes = request.Minutes,
            });
            await Audit.RecordAsync(session, staff, "add.credential", trainerId, now);
            return (Result<Answer>)new Answer(number);
        }, stop);
        return added.ToCreated(answer => $"/api/trainers/{trainerId}/credentials/{answer.Number}");
    }
}
