using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Studies;

/// <summary>An agency joins a study: from now on the study's evaluators may analyse its consented research data without names.</summary>
internal static class JoinStudy
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/studies/{studyId:guid}/join", Handle)
        .RequireStaff(Role.AgencyAdmin).WithTags("Studies")
        .WithSummary("Joins the own agency to a study whose id it was told; a frozen study takes no further agency.");

    [Audited("join.study")]
    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid studyId, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var joined = await database.WriteAsync(async session =>
        {
            var store = new StudyStore(session);
            if (await store.FindToJoin(studyId) is not { } study)
            {
                return Refusals.NotFound.Because("There is no study with this id.");
            }

            if (study.FrozenAt is not null)
            {
                return Refusals.StudyFrozen.Because("Its outcomes have been read; who takes part cannot change any more.");
            }

            if ((await store.Members(study.AgencyId, study.StudyNo)).All(member => member.MemberAgencyId != staff.AgencyId))
            {
                await store.AddMember(new StudyAgencyRow
                {
                    AgencyId = study.AgencyId,
                    StudyNo = study.StudyNo,
                    MemberAgencyId = staff.AgencyId,
                    JoinedOn = DateOnly.FromDateTime(now.UtcDateTime),
                });
                await Audit.RecordAsync(session, staff, "join.study", studyId, now);
            }

            return (Result<bool>)true;
        }, stop);
        return joined.IsRefused ? joined.Refusal!.ToProblem() : TypedResults.NoContent();
    }
}
