using Assessment.Api.Features.Demo;
using Assessment.Api.Tests.Features.Grants;
using Assessment.Testing;

namespace Assessment.Api.Tests.Auditing;

/// <summary>A request to an audited use case.</summary>
/// <param name="Method">Verb.</param>
/// <param name="Who">Caller.</param>
/// <param name="Path">Address.</param>
/// <param name="Body">Makes the body; null sends an empty object.</param>
/// <param name="AfterMonths">When, from the first day.</param>
internal sealed record AuditedCall(HttpMethod Method, ApiClient Who, string Path, Func<object>? Body = null, int AfterMonths = 0);

/// <summary>
/// For each audited action a request that does it and one that is refused. A new audited use case gets a line here.
/// Where doing it needs a long set-up, the first is null and the test named beside it looks at the audit.
/// </summary>
internal sealed class AuditedDeeds
{
    private static readonly Guid Unknown = Guid.NewGuid();

    private readonly Dictionary<string, (AuditedCall? Done, AuditedCall Refused)> deeds = [];

    public AuditedDeeds(AuditedScene scene)
    {
        AddAgencies(scene);
        AddClasses(scene);
        AddForms(scene);
        AddAttempts(scene);
        AddStudies(scene);
    }

    public IEnumerable<string> Known => deeds.Keys;

    public (AuditedCall? Done, AuditedCall Refused) Of(string action) => deeds[action];

    private static AuditedCall Post(ApiClient who, string path, object? body = null) => new(HttpMethod.Post, who, path, body is null ? null : () => body);

    private static AuditedCall Put(ApiClient who, string path, object body) => new(HttpMethod.Put, who, path, () => body);

    private void AddAgencies(AuditedScene scene)
    {
        var (installation, admin) = (scene.Application.Operator, scene.Agency.Admin);
        deeds["add.agency"] = (
            Post(installation, "/api/agencies", new { name = "Second Police Department", kind = "law-enforcement", state = "OH" }),
            Post(installation, "/api/agencies", new { name = "Third Police Department", kind = "law-enforcement", timeZone = "Mars/Olympus" }));
        deeds["add.key"] = (Post(admin, "/api/keys", new { role = "trainer", label = "Trainer" }), Post(admin, "/api/keys", new { role = "king", label = "King" }));
        deeds["set.wave-window"] = (
            Put(admin, "/api/waves/follow-up-6m/window", new { fromMonths = 4, toMonths = 7 }),
            Put(admin, "/api/waves/pre/window", new { fromMonths = 4, toMonths = 7 }));
        deeds["add.grant"] = (Post(scene.Applicant.Admin, "/api/grants", GrantScene.Grant()), Post(scene.Grantee.Admin, "/api/grants", GrantScene.Grant()));
        deeds["make.report"] = (
            Post(scene.Grantee.Admin, $"/api/grants/{scene.Grant}/reports", new { fiscalYear = 2026 }),
            Post(scene.Grantee.Admin, $"/api/grants/{scene.Grant}/reports", new { fiscalYear = 2026, asOf = "2099-01-01" }));
    }

    private void AddClasses(AuditedScene scene)
    {
        var (admin, address, person) = (scene.Agency.Admin, $"/api/deliveries/{scene.Class.Id}", scene.Class.People[1].ParticipantId);
        var course = new Lazy<Guid>(() => scene.Agency.CourseAsync().GetAwaiter().GetResult());
        deeds["add.curriculum"] = (
            Post(admin, "/api/curricula", AssessmentApplicationForms.Curriculum("Another")), Post(admin, "/api/curricula", AssessmentApplicationForms.Curriculum("Third", "SURFING")));
        deeds["add.delivery"] = (
            new(HttpMethod.Post, admin, "/api/deliveries", () => new { courseId = course.Value, title = "Later", startsOn = "2026-05-01", endsOn = "2026-05-02" }),
            new(HttpMethod.Post, admin, "/api/deliveries", () => new { courseId = course.Value, title = "Odd", startsOn = "2026-05-01", endsOn = "2026-05-02", elementsDelivered = new[] { 99 } }));
        deeds["enroll.roster"] = (
            new(HttpMethod.Post, admin, address + "/roster", () => ApiClient.Csv("kind\nofficer\n")),
            new(HttpMethod.Post, admin, address + "/roster", () => ApiClient.Csv("kind\nofficer\nking\n")));
        deeds["record.accommodation"] = (
            Put(admin, address + "/accommodations", new { participantId = person, kind = "reader" }),
            Put(admin, address + "/accommodations", new { participantId = Unknown, kind = "reader" }));
        deeds["waive.consent"] = (
            Post(scene.PrivacyOfficer, address + "/waivers", new { wave = "post", reference = "IRB 2026-14" }),
            Post(scene.PrivacyOfficer, $"/api/deliveries/{Unknown}/waivers", new { wave = "post", reference = "IRB 2026-14" }));
        deeds["reissue.slips"] = (
            Post(admin, address + "/slips", new { participants = new[] { person } }), Post(admin, address + "/slips", new { participants = new[] { person, Unknown } }));
        deeds["record.follow-up"] = (FollowUp("f1"), FollowUp("f9"));

        AuditedCall FollowUp(string item) => new(HttpMethod.Post, scene.Supervisor, address + "/follow-ups", () => new
        {
            participantId = person, wave = "follow-up-6m", formId = scene.Checklist, indicators = new[] { new { item, value = "shown" } },
        }, AfterMonths: 6);
    }

    private void AddForms(AuditedScene scene)
    {
        var (admin, address) = (scene.Agency.Admin, $"/api/deliveries/{scene.Class.Id}/administrations");
        var administration = $"/api/administrations/{scene.Door.AdministrationId}";
        deeds["import.form"] = (
            new(HttpMethod.Post, admin, "/api/forms", () => AssessmentApplicationForms.File(AssessmentApplicationForms.Knowledge("C", "other"))),
            new(HttpMethod.Post, admin, "/api/forms", () => AssessmentApplicationForms.File(AssessmentApplicationForms.Knowledge("C", plane: "training"))));
        deeds["publish.form"] = (Post(admin, $"/api/forms/{scene.Draft}/publish"), Post(admin, $"/api/forms/{scene.Form}/publish"));
        deeds["set.feedback"] = (
            Put(admin, $"/api/forms/{scene.Form}/feedback", new { feedback = "objectives" }), Put(admin, $"/api/forms/{Unknown}/feedback", new { feedback = "objectives" }));
        deeds["open.administration"] = (
            Post(admin, address, new { wave = "post", forms = new[] { scene.Form } }), Post(admin, address, new { wave = "pre", forms = new[] { scene.Form } }));
        deeds["set.administration-times"] = (
            Put(admin, administration + "/times", new { }), Put(admin, administration + "/times", new { doorClosesAt = "2026-03-03T00:00:00Z", endsAt = "2026-03-02T00:00:00Z" }));
        deeds["close.administration"] = (Post(admin, administration + "/close"), Post(admin, $"/api/administrations/{Unknown}/close"));
    }

    private void AddAttempts(AuditedScene scene)
    {
        var (admin, attempt, unknown) = (scene.Agency.Admin, $"/api/attempts/{scene.Attempt.Id}", $"/api/attempts/{Unknown}");
        deeds["extend.attempt"] = (Post(admin, attempt + "/extra-time", new { minutes = 5 }), Post(admin, unknown + "/extra-time", new { minutes = 5 }));
        deeds["reopen.attempt"] = (Post(admin, attempt + "/reopen", new { minutes = 5 }), Post(admin, unknown + "/reopen", new { minutes = 5 }));
        deeds["move.attempt"] = (Post(admin, attempt + "/move"), Post(admin, unknown + "/move"));
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
