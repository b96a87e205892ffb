using System.Text.Json;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Studies;

namespace Assessment.Api.Tests.Features.Studies;

public sealed class AnalyzeStudyTests : ApplicationTests
{
    [Test]
    public async Task An_agency_that_did_not_join_contributes_nothing()
    {
        var study = await StudyPlay.DeclareAsync(Application);
        var member = await study.PlayAsync(people: 4);
        await study.PlayAsync(people: 3);
        (await study.JoinAsync(member)).EnsureSuccessStatusCode();
        var findings = await AnalyzedAsync(study);
        (findings.GetProperty("agencies").GetInt32(), findings.GetProperty("enrolled").GetInt32()).Should().Be((1, 4));
    }

    [Test]
    public async Task Who_refused_consent_is_absent_from_the_pairs_and_counted_as_such()
    {
        var study = await StudyPlay.DeclareAsync(Application);
        (await study.JoinAsync(await study.PlayAsync(people: 5, refusing: 2))).EnsureSuccessStatusCode();
        var flow = Find(await AnalyzedAsync(study), "lostEarlier");
        flow.GetProperty("noConsent").GetInt32().Should().Be(2);
        flow.GetProperty("pairs").GetInt32().Should().Be(3);
    }

    [Test]
    public async Task Who_took_consent_back_is_absent_from_the_pairs_and_counted_as_such()
    {
        var study = await StudyPlay.DeclareAsync(Application);
        (await study.JoinAsync(await study.PlayAsync(people: 5))).EnsureSuccessStatusCode();
        var (people, joinCode) = study.LastPlayed;
        await Application.Nobody.PostAsync<WithdrawConsent.Answer>("/api/withdrawals", new { joinCode, people.People[0].Token });
        var flow = Find(await AnalyzedAsync(study), "lostEarlier");
        (flow.GetProperty("noConsent").GetInt32(), flow.GetProperty("pairs").GetInt32()).Should().Be((1, 4));
    }

    [Test]
    public async Task The_analysis_freezes_the_study()
    {
        var study = await StudyPlay.DeclareAsync(Application);
        (await study.JoinAsync(await study.PlayAsync(people: 2))).EnsureSuccessStatusCode();
        await AnalyzedAsync(study);
        var late = await Application.NewAgencyAsync();
        (await Problem.OfAsync(study.JoinAsync(late))).Should().BeEquivalentTo(new { Status = 409, Code = "study-frozen" });
    }

    [Test]
    public async Task Without_a_submitted_attempt_there_is_nothing_to_analyze()
    {
        var study = await StudyPlay.DeclareAsync(Application);
        (await Problem.OfAsync(study.Evaluator.PostAsync(study.Analyses))).Code.Should().Be("nothing-to-analyze");
        (await study.JoinAsync(await Application.NewAgencyAsync())).EnsureSuccessStatusCode();
    }

    [Test]
    public async Task The_same_data_give_the_same_findings_and_the_stored_run_is_the_answered_one()
    {
        var study = await StudyPlay.DeclareAsync(Application);
        (await study.JoinAsync(await study.PlayAsync(people: 3))).EnsureSuccessStatusCode();
        var first = await study.Evaluator.PostAsync<AnalyzeStudy.Answer>(study.Analyses);
        var again = await study.Evaluator.PostAsync<AnalyzeStudy.Answer>(study.Analyses);
        again.Findings.GetRawText().Should().Be(first.Findings.GetRawText());
        var shown = await study.Evaluator.GetAsync<ShowAnalysis.Answer>($"{study.Analyses}/{first.AnalysisId}");
        shown.Findings.GetRawText().Should().Be(first.Findings.GetRawText());
        shown.InputHash.Should().Be(first.Findings.GetProperty("inputSha256").GetString());
    }

    [Test]
    public async Task A_study_of_another_evaluator_looks_like_none()
    {
        var (own, other) = (await StudyPlay.DeclareAsync(Application), await StudyPlay.DeclareAsync(Application));
        (await own.JoinAsync(await own.PlayAsync(people: 2))).EnsureSuccessStatusCode();
        var run = await own.Evaluator.PostAsync<AnalyzeStudy.Answer>(own.Analyses);
        (await Problem.OfAsync(other.Evaluator.PostAsync(own.Analyses))).Code.Should().Be("not-found");
        (await Problem.OfAsync(other.Evaluator.SendAsync(HttpMethod.Get, $"{own.Analyses}/{run.AnalysisId}"))).Code.Should().Be("not-found");
        (await Problem.OfAsync(own.Evaluator.SendAsync(HttpMethod.Get, $"{other.Analyses}/{run.AnalysisId}"))).Code.Should().Be("not-found");
    }

    private static async Task<JsonElement> AnalyzedAsync(StudyPlay study) =>
        (await study.Evaluator.PostAsync<AnalyzeStudy.Answer>(study.Analyses)).Findings;

    /// <summary>The first object that has a member of this name.</summary>
    private static JsonElement Find(JsonElement element, string name) => All(element).First(one => one.TryGetProperty(name, out _));

    private static IEnumerable<JsonElement> All(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => All(member.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(All),
        _ => [],
    };
}
