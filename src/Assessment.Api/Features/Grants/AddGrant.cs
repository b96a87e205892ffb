using Assessment.Api.Auditing;
using Assessment.Api.Hosting;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.Curricula;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Grants;

/// <summary>Registers an award with everything that the report of one fiscal year says about it.</summary>
internal static class AddGrant
{
    internal sealed record Answer(Guid GrantId);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/grants", Handle)
        .WithMetadata(new UploadAttribute())
        .RequireStaff(Role.AgencyAdmin).WithTags("Grants")
        .WithSummary("Registers an award with money, barriers, plan, targets, narrative and statements of one fiscal year.");

    [Audited("add.grant")]
    internal static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        GrantEntry.Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        if (Fault(request) is { } fault)
        {
            return Refusals.RequestContradicts.Because(fault).ToProblem();
        }

        var now = clock.GetUtcNow();
        var id = Secret.NewId();
        try
        {
            var added = await database.WriteAsync(async session =>
            {
                await new GrantRegister(session, staff.AgencyId).AddAsync(id, request);
                await Audit.RecordAsync(session, staff, "add.grant", id, now);
                return (Result<Answer>)new Answer(id);
            }, stop);
            return added.ToCreated(answer => $"/api/grants/{answer.GrantId}");
        }
        catch (Exception exception) when (Dialect.IsUniqueViolation(exception))
        {
            return Refusals.AlreadyThere.Because("The agency has an award with this number, or a plan for one of these topics and quarters, already.").ToProblem();
        }
    }

    /// <summary>What the request says twice or against itself; null when nothing.</summary>
    private static string? Fault(GrantEntry.Request request)
    {
        var year = request.Year;
        var topics = year.Barriers.Select(barrier => barrier.Topic).OfType<string>().Concat(year.Plan.SelectMany(quarter => quarter.Topics));
        return request.PeriodTo < request.PeriodFrom ? "periodTo is before periodFrom."
            : year.To < year.From ? "year.to is before year.from."
            : topics.FirstOrDefault(code => Topic.Find(code) is null) is { } topic ? $"\"{topic}\" is no topic of the Act; known: {string.Join(", ", Topic.All.Select(known => known.Code))}."
            : year.Barriers.Any(barrier => barrier.LastMonth < barrier.FirstMonth) ? "A barrier ends before it begins."
            : Repeats(year.Targets.Select(target => target.Measure)) ? "year.targets names a measure twice."
            : Repeats(year.Narrative.Select(answer => answer.Question)) ? "year.narrative answers a question twice."
            : Repeats(year.Plan.SelectMany(quarter => quarter.Topics.Select(code => (quarter.Quarter, code)))) ? "year.plan names a topic twice in a quarter."
            : null;
    }

    private static bool Repeats<T>(IEnumerable<T> values) => values.GroupBy(value => value).Any(group => group.Skip(1).Any());
}
