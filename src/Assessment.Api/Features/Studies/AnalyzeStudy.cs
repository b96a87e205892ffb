using System.Text;
using System.Text.Json;
using Assessment.Api.Auditing;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Hosting;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Assessment.Evaluation.Findings;
using Assessment.Evaluation.Gains;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Studies;

/// <summary>
/// Analyses a study's consented research data and keeps the run: options, hash of the input, program version, findings.
/// The first analysis freezes the study.
/// </summary>
internal static class AnalyzeStudy
{
    internal sealed record Answer(Guid AnalysisId, JsonElement Findings);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/studies/{studyId:guid}/analyses", Handle)
        .RequireStaff(Role.Evaluator).WithTags("Studies")
        .WithSummary("Analyses the study as of today; answers and stores the findings. The first analysis freezes the study.");

    [Audited("analyze.study")]
    internal static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        Guid studyId, Staff staff, Database database, FormVersions forms, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var read = await database.ReadAsync(session => ReadAsync(session, studyId, staff, forms, stop), stop);
        if (read.IsRefused)
        {
            return read.Refusal!.ToProblem();
        }

        var (study, input) = read.Value;
        var findings = Run(study.Title, input, DateOnly.FromDateTime(now.UtcDateTime));
        var json = FindingsJson.Write(findings);
        var id = Secret.NewId();
        await database.WriteAsync(async session =>
        {
            await new StudyStore(session).Freeze(staff.AgencyId, study.StudyNo, now);
            await new AnalysisRunStore(session).Add(new AnalysisRunRow
            {
                AgencyId = staff.AgencyId,
                AnalysisId = id,
                StudyNo = study.StudyNo,
                Options = JsonSerializer.Serialize(new { asOf = findings.AsOf, level = findings.Level, matchingRule = findings.MatchingRule }),
                InputHash = findings.InputSha256,
                ProgramVersion = findings.ProgramVersion,
                Findings = Encoding.UTF8.GetString(json),
                CreatedAt = now,
            });
            await Audit.RecordAsync(session, staff, "analyze.study", id, now);
            return true;
        }, stop);
        return TypedResults.Created($"/api/studies/{studyId}/analyses/{id}", new Answer(id, JsonSerializer.Deserialize<JsonElement>(json)));
    }

    /// <summary>The findings of a study's scores.</summary>
    internal static StudyFindings Run(string title, StudyInput input, DateOnly asOf) => GainAnalysis.Run(input.Scores, new GainOptions
    {
        Study = title,
        AsOf = asOf,
        ProgramVersion = ProgramVersion.Text,
        TrainingEnds = input.TrainingEnds,
    });

    private static async Task<Result<(StudyRow Study, StudyInput Input)>> ReadAsync(
        Session session, Guid studyId, Staff staff, FormVersions forms, CancellationToken stop)
    {
        var store = new StudyStore(session);
        if (await store.Find(staff.AgencyId, studyId) is not { } study)
        {
            return Refusals.NotFound.Because("There is no study with this id.");
        }

        var members = (await store.Members(staff.AgencyId, study.StudyNo)).Select(member => member.MemberAgencyId).ToList();
        var consents = await Consents.ReadAsync(session, staff.AgencyId, study.StudyNo);
        var input = await new StudyScoresReader(session, forms, members).ReadAsync(consents.Of, stop);
        return input.Forms.Count == 0
            ? Refusals.NothingToAnalyze.Because("No agency of the study has a submitted attempt.")
            : (study, input);
    }
}
