using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Deliveries;

/// <summary>Plans a class: one run of a course.</summary>
internal static class AddDelivery
{
    /// <param name="CourseId">The course.</param>
    /// <param name="Title">How the agency calls the class.</param>
    /// <param name="StartsOn">First day.</param>
    /// <param name="EndsOn">Last day; follow-ups are counted from here.</param>
    /// <param name="Place">Where.</param>
    /// <param name="MinutesDelivered">Minutes given; null while the class is planned.</param>
    /// <param name="ScenarioMinutes">Minutes of scenario exercises; null while the class is planned.</param>
    /// <param name="ElementsDelivered">Numbers of the curriculum's required elements that were delivered.</param>
    internal sealed record Request(
        Guid CourseId,
        [property: Required, StringLength(200, MinimumLength = 2)] string Title,
        DateOnly StartsOn,
        DateOnly EndsOn,
        [property: StringLength(200)] string? Place,
        [property: Range(0, 100_000)] int? MinutesDelivered,
        [property: Range(0, 100_000)] int? ScenarioMinutes,
        IReadOnlyList<int>? ElementsDelivered);

    internal sealed record Answer(Guid DeliveryId);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/deliveries", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Deliveries")
        .WithSummary("Adds a delivery: one run of a course, on screens a class.");

    [Audited("add.delivery")]
    internal static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        if (request.EndsOn < request.StartsOn)
        {
            return Refusals.RequestContradicts.Because("The class ends before it starts.").ToProblem();
        }

        var now = clock.GetUtcNow();
        var added = await database.WriteAsync(session => AddAsync(session, request, Secret.NewId(), staff, now), stop);
        return added.Then<Answer>(delivery => new Answer(delivery.DeliveryId)).ToCreated(answer => $"/api/deliveries/{answer.DeliveryId}");
    }

    /// <summary>Adds a delivery under an id and records it.</summary>
    internal static async Task<Result<DeliveryRow>> AddAsync(Session session, Request request, Guid id, Staff staff, DateTimeOffset now)
    {
        if (await new CourseStore(session).Find(request.CourseId) is not { } course)
        {
            return Refusals.NotFound.Because("There is no course with this id.");
        }

        var row = Row(request, id, staff, course, now);
        row = row with { DeliveryNo = await new DeliveryStore(session).Add(row, await new CourseStore(session).Topics(course.CourseNo)) };
        if (course.CurriculumNo is { } curriculum && request.ElementsDelivered is { } delivered)
        {
            var required = (await new CurriculumStore(session).Elements(curriculum)).Select(element => element.ElementNo).ToList();
            if (delivered.Except(required).Any())
            {
                return Refusals.RequestContradicts.Because("elementsDelivered names a number that the curriculum does not have.");
            }

            await new AdherenceStore(session).Put(required.Select(element => new ElementJudgementRow
            {
                AgencyId = staff.AgencyId, DeliveryNo = row.DeliveryNo, CurriculumNo = curriculum, ElementNo = element,
                Delivered = delivered.Contains(element) ? "full" : "no", Observer = "trainer",
            }));
        }

        await Audit.RecordAsync(session, staff, "add.delivery", row.DeliveryId, now);
        return row;
    }

    private static DeliveryRow Row(Request request, Guid id, Staff staff, CourseRow course, DateTimeOffset now) => new()
    {
        AgencyId = staff.AgencyId,
        DeliveryId = id,
        CourseNo = course.CourseNo,
        Title = request.Title,
        StartsOn = request.StartsOn,
        EndsOn = request.EndsOn,
        Place = request.Place,
        Mode = course.Mode,
        MinutesDelivered = request.MinutesDelivered,
        ScenarioMinutes = request.ScenarioMinutes,
        CreatedAt = now,
    };
}
