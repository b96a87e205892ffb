using System.Text.Json;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Studies;

/// <summary>A stored analysis, as it was computed.</summary>
internal static class ShowAnalysis
{
    internal sealed record Answer(Guid AnalysisId, string InputHash, string ProgramVersion, DateTimeOffset CreatedAt, JsonElement Findings);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/studies/{studyId:guid}/analyses/{analysisId:guid}", Handle)
        .RequireStaff(Role.Evaluator).WithTags("Studies")
        .WithSummary("Shows a stored analysis: findings, hash of the input, program version.");

    [NotAudited("Reads aggregates that the analysis' own entry covers.")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid studyId, Guid analysisId, Staff staff, Database database, CancellationToken stop)
    {
        var run = await database.ReadAsync(async session =>
            await new StudyStore(session).Find(staff.AgencyId, studyId) is { } study
            && await new AnalysisRunStore(session).Find(staff.AgencyId, analysisId) is { } found && found.StudyNo == study.StudyNo
                ? found
                : null, stop);
        return run is null
            ? Refusals.NotFound.Because("There is no analysis with this id.").ToProblem()
            : TypedResults.Ok(new Answer(
                analysisId, run.InputHash, run.ProgramVersion, run.CreatedAt, JsonSerializer.Deserialize<JsonElement>(run.Findings)));
    }
}
