using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Courses;

/// <summary>
/// Enters a course of the own agency by its title: what a small agency knows ten minutes before class. It follows no curriculum
/// and is not certified; a course that is comes with its curriculum (<see cref="AddCurriculum"/>).
/// </summary>
internal static class AddCourse
{
    /// <param name="Title">Name as given to participants.</param>
    /// <param name="Provider">Who offers it.</param>
    /// <param name="Minutes">Planned length.</param>
    /// <param name="ScenarioMinutes">Of these in scenario-based exercises.</param>
    /// <param name="Mode">in-person, online or blended.</param>
    internal sealed record Request(
        [property: Required, StringLength(200, MinimumLength = 2)] string Title,
        [property: Required, StringLength(200, MinimumLength = 2)] string Provider,
        [property: Range(1, 100_000)] int Minutes,
        [property: Range(0, 100_000)] int ScenarioMinutes = 0,
        [property: AllowedValues("in-person", "online", "blended")] string Mode = "in-person");

    internal sealed record Answer(Guid CourseId);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/courses", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Courses")
        .WithSummary("Adds a course of the own agency without a curriculum; it is not certified.");

    [Audited("add.course")]
    internal static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        if (Fault(request) is { } fault)
        {
            return fault.ToProblem();
        }

        try
        {
            var added = await database.WriteAsync(
                async session => (Result<Answer>)new Answer(await AddAsync(session, request, staff, clock.GetUtcNow())), stop);
            return added.ToCreated(answer => $"/api/courses/{answer.CourseId}");
        }
        catch (Exception exception) when (Dialect.IsUniqueViolation(exception))
        {
            return Refusals.AlreadyThere.Because("The agency has a course of this title.").ToProblem();
        }
    }

    /// <summary>What contradicts itself in a request; null when nothing does.</summary>
    internal static Refusal? Fault(Request request) => request.ScenarioMinutes > request.Minutes
        ? Refusals.RequestContradicts.Because("Scenario exercises are a part of the course and cannot be longer.")
        : null;

    /// <summary>Adds the course and records it; answers its id.</summary>
    internal static async Task<Guid> AddAsync(Session session, Request request, Staff staff, DateTimeOffset now)
    {
        var id = Secret.NewId();
        var course = new CourseRow
        {
            CourseId = id,
            OwnerAgencyId = staff.AgencyId,
            Title = request.Title,
            Provider = request.Provider,
            Mode = request.Mode,
            Minutes = request.Minutes,
            ScenarioMinutes = request.ScenarioMinutes,
        };
        await new CourseStore(session).Add(course, []);
        await Audit.RecordAsync(session, staff, "add.course", id, now);
        return id;
    }
}
