using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Studies;

/// <summary>Declares a study before its outcomes are read: design, outcomes and plan are frozen by the first analysis.</summary>
internal static class AddStudy
{
    /// <param name="Title">Full name.</param>
    /// <param name="DesignClass">A randomized or stepped wedge, B comparison or time series, C before-after, D description.</param>
    /// <param name="Outcomes">What is measured, declared beforehand.</param>
    /// <param name="Plan">How it will be analysed.</param>
    internal sealed record Request(
        [property: Required, StringLength(200, MinimumLength = 2)] string Title,
        [property: Required, AllowedValues("A", "B", "C", "D")] string DesignClass,
        [property: Required, StringLength(4000, MinimumLength = 2)] string Outcomes,
        [property: Required, StringLength(8000, MinimumLength = 2)] string Plan);

    internal sealed record Answer(Guid StudyId);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/studies", Handle)
        .RequireStaff(Role.Evaluator).WithTags("Studies")
        .WithSummary("Declares a study: design class, outcomes and analysis plan.");

    [Audited("add.study")]
    internal static async Task<Created<Answer>> Handle(Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var id = Secret.NewId();
        await database.WriteAsync(async session =>
        {
            var studyNo = await new StudyStore(session).Add(new StudyRow
            {
                AgencyId = staff.AgencyId,
                StudyId = id,
                Title = request.Title,
                DesignClass = request.DesignClass,
                Outcomes = request.Outcomes,
                Plan = request.Plan,
                CreatedAt = now,
            });
            await Audit.RecordAsync(session, staff, "add.study", id, now);
            return studyNo;
        }, stop);
        return TypedResults.Created($"/api/studies/{id}", new Answer(id));
    }
}
