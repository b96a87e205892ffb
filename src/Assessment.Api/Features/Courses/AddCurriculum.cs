using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.Curricula;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Courses;

/// <summary>Adds a curriculum with its learning objectives and required elements, and a course that gives it.</summary>
internal static class AddCurriculum
{
    internal sealed record Objective([property: Required] string Code, [property: Required] string Topic, [property: Required] string Meaning);

    // Kind: scenario-exercise, pre-test, post-test, follow-up, content or method.
    internal sealed record Element(
        [property: Required, AllowedValues("scenario-exercise", "pre-test", "post-test", "follow-up", "content", "method")] string Kind,
        string? Topic,
        [property: Required] string Meaning);

    // Only the Attorney General's word is "certified".
    internal sealed record Certification(
        [property: Required, AllowedValues("none", "submitted", "certified", "equivalent-claimed", "terminated")] string Status,
        DateOnly From,
        DateOnly? To,
        string? Basis);

    internal sealed record Course(
        [property: Required, StringLength(200, MinimumLength = 2)] string Title,
        [property: Required, StringLength(200, MinimumLength = 2)] string Provider,
        [property: Required, AllowedValues("in-person", "online", "blended")] string Mode,
        [property: Range(1, 100_000)] int Minutes,
        [property: Range(0, 100_000)] int ScenarioMinutes,
        [property: Required] IReadOnlyDictionary<string, int> TopicMinutes,
        [property: Required] IReadOnlyList<Certification> Certifications);

    internal sealed record Request(
        [property: Required, StringLength(300, MinimumLength = 2)] string Title,
        [property: Required, StringLength(50, MinimumLength = 1)] string Version,
        [property: Required, MinLength(1)] IReadOnlyList<Objective> Objectives,
        [property: Required] IReadOnlyList<Element> Elements,
        [property: Required] Course Course);

    internal sealed record Answer(Guid CurriculumId, Guid CourseId);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/curricula", Handle)
        .RequireStaff(Role.AgencyAdmin).WithTags("Courses")
        .WithSummary("Adds a curriculum with objectives and required elements, and a course with its certification history.");

    [Audited("add.curriculum")]
    internal static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        if (UnknownTopic(request) is { } topic)
        {
            return Refusals.RequestContradicts.Because($"\"{topic}\" is no topic of the Act; known: {string.Join(", ", Topic.All.Select(known => known.Code))}.").ToProblem();
        }

        var now = clock.GetUtcNow();
        try
        {
            var added = await database.WriteAsync(async session =>
            {
                var answer = await AddAsync(session, request, staff);
                await Audit.RecordAsync(session, staff, "add.curriculum", answer.CurriculumId, now);
                return (Result<Answer>)answer;
            }, stop);
            return added.ToCreated(answer => $"/api/courses/{answer.CourseId}");
        }
        catch (Exception exception) when (Dialect.IsUniqueViolation(exception))
        {
            return Refusals.AlreadyThere.Because("This curriculum version, or a course of this title, is there already.").ToProblem();
        }
    }

    private static string? UnknownTopic(Request request) =>
        request.Objectives.Select(objective => objective.Topic)
            .Concat(request.Elements.Select(element => element.Topic).OfType<string>())
            .Concat(request.Course.TopicMinutes.Keys)
            .FirstOrDefault(code => Topic.Find(code) is null);

    private static async Task<Answer> AddAsync(Session session, Request request, Staff staff)
    {
        var answer = new Answer(Secret.NewId(), Secret.NewId());
        var curriculumNo = await new CurriculumStore(session).Add(
            new CurriculumRow { CurriculumId = answer.CurriculumId, Title = request.Title, Version = request.Version, Status = "in-force" },
            request.Objectives.Select(objective => new ObjectiveRow { Code = objective.Code, TopicCode = objective.Topic, Meaning = objective.Meaning }),
            request.Elements.Select((element, i) => new CurriculumElementRow
            {
                ElementNo = i + 1, Kind = element.Kind, TopicCode = element.Topic, Meaning = element.Meaning,
            }));
        var courses = new CourseStore(session);
        var courseNo = await courses.Add(
            new CourseRow
            {
                CourseId = answer.CourseId,
                OwnerAgencyId = staff.AgencyId,
                CurriculumNo = curriculumNo,
                Title = request.Course.Title,
                Provider = request.Course.Provider,
                Mode = request.Course.Mode,
                Minutes = request.Course.Minutes,
                ScenarioMinutes = request.Course.ScenarioMinutes,
            },
            request.Course.TopicMinutes.Select(topic => new TopicMinutesRow { TopicCode = topic.Key, Minutes = topic.Value }));
        foreach (var status in request.Course.Certifications)
        {
            await courses.Certify(new CertificationRow
            {
                CourseNo = courseNo, Status = status.Status, ValidFrom = status.From, ValidTo = status.To, Basis = status.Basis,
            });
        }

        return answer;
    }
}
