using Assessment.Api.Features.Demo;
using Assessment.Api.Tests.Features.Grants;
using Assessment.Testing;

namespace Assessment.Api.Tests.Auditing;

/// <summary>A request to an audited use case.</summary>
/// <param name="Method">Verb.</param>
/// <param name="Who">Caller.</param>
/// <param name="Path">Address.</param>
/// <param name="Body">Makes the body, an object or raw content; null sends an empty object, or nothing with a GET.</param>
/// <param name="AfterMonths">When, from the first day.</param>
internal sealed record AuditedCall(HttpMethod Method, ApiClient Who, string Path, Func<object>? Body = null, int AfterMonths = 0);

/// <summary>
/// For each audited action a request that does it and one that is refused. A new audited use case gets a line here.
/// Where doing it needs a long set-up, the first is null and the test named beside it looks at the audit.
/// </summary>
internal sealed partial class AuditedDeeds
{
    private static readonly Guid Unknown = Guid.NewGuid();

    private readonly Dictionary<string, (AuditedCall? Done, AuditedCall Refused)> deeds = [];

    public AuditedDeeds(AuditedScene scene)
    {
        AddAgencies(scene);
        AddClasses(scene);
        AddRecords(scene);
        AddPeople(scene);
        AddForms(scene);
        AddItems(scene);
        AddRatings(scene);
        AddAttempts(scene);
        AddStudies(scene);
    }

    public IEnumerable<string> Known => deeds.Keys;

    public (AuditedCall? Done, AuditedCall Refused) Of(string action) => deeds[action];

    private static AuditedCall Get(ApiClient who, string path) => new(HttpMethod.Get, who, path);

    private static AuditedCall Post(ApiClient who, string path, object? body = null) => new(HttpMethod.Post, who, path, body is null ? null : () => body);

    private static AuditedCall Put(ApiClient who, string path, object body) => new(HttpMethod.Put, who, path, () => body);

    private void AddAgencies(AuditedScene scene)
    {
        var (installation, admin) = (scene.Application.Operator, scene.Agency.Admin);
        deeds["add.agency"] = (
            Post(installation, "/api/agencies", new { name = "Second Police Department", kind = "law-enforcement", state = "OH" }),
            Post(installation, "/api/agencies", new { name = "Third Police Department", kind = "law-enforcement", timeZone = "Mars/Olympus" }));
        deeds["add.key"] = (Post(admin, "/api/keys", new { role = "trainer", label = "Trainer" }), Post(admin, "/api/keys", new { role = "king", label = "King" }));
        var account = new { signInName = "second.trainer", label = "Second trainer", role = "trainer" };
        deeds["add.account"] = (Post(admin, "/api/accounts", account), Post(admin, "/api/accounts", new { signInName = "?", account.label, account.role }));
        deeds["invite.account"] = (Post(admin, $"/api/accounts/{scene.Account}/invite"), Post(admin, "/api/accounts/999/invite"));
        deeds["stop.account"] = (Post(admin, $"/api/accounts/{scene.Account}/stop"), Post(admin, "/api/accounts/999/stop"));
        deeds["add.wave"] = (
            Post(installation, "/api/waves", new { code = "follow-up-30m", label = "Follow-up at 30 months", fromMonths = 28, toMonths = 32 }),
            Post(installation, "/api/waves", new { code = "follow-up-5m", label = "Follow-up at 5 months", fromMonths = 5, toMonths = 5 }));
        deeds["set.wave-window"] = (
            Put(admin, "/api/waves/follow-up-6m/window", new { fromMonths = 4, toMonths = 7 }),
            Put(admin, "/api/waves/pre/window", new { fromMonths = 4, toMonths = 7 }));
        deeds["add.grant"] = (Post(scene.Applicant.Admin, "/api/grants", GrantScene.Grant()), Post(scene.Grantee.Admin, "/api/grants", GrantScene.Grant()));
        deeds["make.report"] = (
            Post(scene.Grantee.Admin, $"/api/grants/{scene.Grant}/reports", new { fiscalYear = 2026 }),
            Post(scene.Grantee.Admin, $"/api/grants/{scene.Grant}/reports", new { fiscalYear = 2026, asOf = "2099-01-01" }));
    }

    private void AddAttempts(AuditedScene scene)
    {
        var (admin, attempt, unknown) = (scene.Agency.Admin, $"/api/attempts/{scene.Attempt.Id}", $"/api/attempts/{Unknown}");
        deeds["extend.attempt"] = (Post(admin, attempt + "/extra-time", new { minutes = 5 }), Post(admin, unknown + "/extra-time", new { minutes = 5 }));
        deeds["reopen.attempt"] = (Post(admin, attempt + "/reopen", new { minutes = 5 }), Post(admin, unknown + "/reopen", new { minutes = 5 }));
        deeds["move.attempt"] = (Post(admin, attempt + "/move"), Post(admin, unknown + "/move"));
        deeds["start.administration"] = (Post(admin, $"/api/administrations/{scene.Held}/start"), Post(admin, $"/api/administrations/{Unknown}/start"));
        deeds["take.handover"] = (
            Handover(() => SealedFile.OfAsync(scene.Application, scene.Attempt, new { item = "a1", value = "b", revision = 1 }).GetAwaiter().GetResult()),
            Handover(() => []));

        AuditedCall Handover(Func<byte[]> file) => new(
            HttpMethod.Post, scene.Trainer, $"/api/administrations/{scene.Door.AdministrationId}/handovers", () => new ByteArrayContent(file()));
    }

    private void AddStudies(AuditedScene scene)
    {
        var evaluator = scene.Declared.Evaluator;
        var study = new { title = "Second study", designClass = "C", outcomes = "Knowledge gain", plan = "Paired differences" };
        deeds["add.study"] = (Post(evaluator, "/api/studies", study), Post(evaluator, "/api/studies", new { study.title, designClass = "E", study.outcomes, study.plan }));
        deeds["join.study"] = (Post(scene.Agency.Admin, $"/api/studies/{scene.Declared.Id}/join"), Post(scene.Agency.Admin, $"/api/studies/{Unknown}/join"));
        deeds["analyze.study"] = (Post(scene.Played.Evaluator, scene.Played.Analyses), Post(evaluator, scene.Declared.Analyses));
        var release = new { name = "2026-R1", producer = "Example Institute", contact = "data@example.org" };
        deeds["build.release"] = (null, Post(scene.Played.Evaluator, $"/api/studies/{scene.Played.Id}/releases", release)); // done in BuildReleaseTests
    }
}
