using Assessment.Api.Features.Administrations;
using Assessment.Api.Features.Demo;
using Assessment.Api.Tests.Features.Studies;
using Assessment.Domain;
using Assessment.Testing;

namespace Assessment.Api.Tests.Problems;

/// <summary>Every refusal of the domain, provoked over HTTP.</summary>
public sealed class RefusalTests : ApplicationTests
{
    private AssessmentApplicationAgency agency = null!;
    private AssessmentApplicationClass people = null!;
    private Guid form;

    // Provoked where its long set-up is at home (GrantReportTests, RecordFollowUpTests, StorageFaultTests, AccountTests), or only by a verb
    // (VerifyReportCommandTests, LinkCodesCommandTests, ScoreCommandTests).
    private static readonly string[] ProvokedElsewhere =
        ["strength-missing", "correction-late", "storage-full", "storage-busy", "sign-in-failed", "invite-unknown", "password-weak", "report-differs", "codes-invalid", "unsupported-processing"];

    public static IEnumerable<string> Codes => Refusals.All.Select(refusal => refusal.Code).Except(ProvokedElsewhere);

    [SetUp]
    public async Task NewClass()
    {
        agency = await Application.NewAgencyAsync();
        people = await agency.ClassAsync(1);
        form = await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A"));
    }

    [TestCaseSource(nameof(Codes))]
    public async Task Every_refusal_can_happen_and_has_the_status_of_its_kind(string code)
    {
        var problem = await Problem.OfAsync(await ProvokeAsync(code));
        var refusal = Refusals.All.Single(one => one.Code == code);
        (problem.Code, problem.Status).Should().Be((code, Api.Problems.ProblemAnswers.StatusOf(refusal.Kind)));
        problem.Text.Should().Contain(refusal.Title);
    }

    /// <summary>The request that provokes a code; a code without one fails here.</summary>
    private async Task<Task<HttpResponseMessage>> ProvokeAsync(string code) => code switch
    {
        "not-found" => agency.Admin.PostAsync($"/api/forms/{Guid.NewGuid()}/publish"),
        "role-missing" => Application.Operator.PostAsync("/api/keys"),
        "form-invalid" => agency.Admin.PostAsync("/api/forms", AssessmentApplicationForms.File("{}")),
        "form-frozen" => agency.Admin.PostAsync($"/api/forms/{form}/publish"),
        "form-not-published" => OpenAsync("pre", await agency.ImportAsync(AssessmentApplicationForms.Scale)),
        "roster-invalid" => agency.Admin.PostAsync($"/api/deliveries/{people.Id}/roster", ApiClient.Csv("kind\n")),
        "wave-wrong" => OpenAsync("midterm", form),
        "request-contradicts" => OpenAsync("pre", form, form),
        "bundle-invalid" => agency.Admin.PostAsync("/api/bundles", new ByteArrayContent([1])),
        "token-unknown" => Application.Nobody.PostAsync("/api/doors", new { joinCode = "AAAAAA" }),
        "already-there" => await ReopenAsync(),
        "study-frozen" => await JoinFrozenAsync(),
        "nothing-to-analyze" => await AnalyzeNothingAsync(),
        _ => await ProvokeByDeviceAsync(code, await people.OpenAsync("pre", form)),
    };

    private async Task<Task<HttpResponseMessage>> ProvokeByDeviceAsync(string code, OpenAdministration.Answer door)
    {
        if (code == "consent-missing") return StartAsync(door, consent: null);
        if (code == "not-started") return await SaveBeforeStartAsync();
        if (code == "handover-unreadable") return agency.Admin.PostAsync($"/api/administrations/{door.AdministrationId}/handovers", new ByteArrayContent([1]));
        var attempt = await people.StartAsync(door);
        switch (code)
        {
            case "attempt-exists": return StartAsync(door, consent: "granted");
            case "item-not-on-form": return attempt.SaveAsync("b1", "a", 1);
            case "response-invalid": return attempt.SaveAsync("a1", "z", 1);
            case "stale-revision":
                (await attempt.SaveAsync("a1", "a", 1)).EnsureSuccessStatusCode();
                return attempt.SaveAsync("a1", "b", 1, "phone");
            case "time-expired":
                (await agency.Admin.PostAsync($"/api/attempts/{attempt.Id}/reopen", new { minutes = 5 })).EnsureSuccessStatusCode();
                Application.Clock.Set(AssessmentApplication.FirstDay.AddHours(1));
                return attempt.SaveAsync("a1", "a", 1);
            case "attempts-used":
                await attempt.SubmitAsync();
                return StartAsync(door, consent: "granted");
            case "feedback-withheld": return attempt.Holder.SendAsync(HttpMethod.Get, $"/api/attempts/{attempt.Id}/feedback");
            case "class-running": return agency.Admin.SendAsync(HttpMethod.Get, $"/api/administrations/{door.AdministrationId}/sheet");
            case "move-code-unknown":
                return Application.Nobody.PostAsync("/api/attempts/continue", new { moveCode = "AAAAAA", token = people.People[0].Token });
            case "already-submitted":
                await attempt.SubmitAsync();
                return attempt.SaveAsync("a1", "a", 1);
            case "administration-closed":
                (await agency.Admin.PostAsync($"/api/administrations/{door.AdministrationId}/close")).EnsureSuccessStatusCode();
                Application.Clock.Set(AssessmentApplication.FirstDay.AddHours(1));
                return attempt.SaveAsync("a1", "a", 1);
            default: throw new InvalidOperationException($"No request provokes {code}.");
        }
    }

    private Task<HttpResponseMessage> OpenAsync(string wave, params Guid[] forms) =>
        agency.Admin.PostAsync($"/api/deliveries/{people.Id}/administrations", new { wave, forms });

    private Task<HttpResponseMessage> StartAsync(OpenAdministration.Answer door, string? consent) =>
        Application.Nobody.PostAsync("/api/attempts", people.Start(door, consent: consent));

    private async Task<Task<HttpResponseMessage>> SaveBeforeStartAsync() =>
        (await people.StartAsync(await people.OpenAsync("post", [form], new { held = true }))).SaveAsync("a1", "a", 1);

    private async Task<Task<HttpResponseMessage>> ReopenAsync()
    {
        await people.OpenAsync("pre", form);
        return OpenAsync("pre", form);
    }

    private async Task<Task<HttpResponseMessage>> JoinFrozenAsync()
    {
        var study = await StudyPlay.DeclareAsync(Application);
        (await study.JoinAsync(await study.PlayAsync(people: 2))).EnsureSuccessStatusCode();
        (await study.Evaluator.PostAsync(study.Analyses)).EnsureSuccessStatusCode();
        return study.JoinAsync(agency);
    }

    private async Task<Task<HttpResponseMessage>> AnalyzeNothingAsync()
    {
        var study = await StudyPlay.DeclareAsync(Application);
        return study.Evaluator.PostAsync(study.Analyses);
    }
}
