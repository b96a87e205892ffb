using Assessment.Api.Features.Demo;
using Assessment.Testing;

namespace Assessment.Api.Tests.Auditing;

/// <summary>Deeds on classes: their people, what was taught, by whom and with whom.</summary>
internal sealed partial class AuditedDeeds
{
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
        deeds["add.course"] = (
            Post(admin, "/api/courses", new { title = "Own course", provider = "The department", minutes = 480 }),
            Post(admin, "/api/courses", new { title = "Odd course", provider = "The department", minutes = 480, scenarioMinutes = 481 }));
        deeds["show.roster"] = (Get(admin, address + "/roster"), Get(admin, $"/api/deliveries/{Unknown}/roster"));
        deeds["record.accommodation"] = (
            Put(admin, address + "/accommodations", new { participantId = person, kind = "reader" }),
            Put(admin, address + "/accommodations", new { participantId = Unknown, kind = "reader" }));
        deeds["waive.consent"] = (
            Post(scene.PrivacyOfficer, address + "/waivers", new { wave = "post", reference = "IRB 2026-14" }),
            Post(scene.PrivacyOfficer, $"/api/deliveries/{Unknown}/waivers", new { wave = "post", reference = "IRB 2026-14" }));
        deeds["reissue.slips"] = (
            Post(admin, address + "/slips", new { participants = new[] { person } }), Post(admin, address + "/slips", new { participants = new[] { person, Unknown } }));
        deeds["link.waves"] = (
            Post(scene.PrivacyOfficer, address + "/links", new { earlier = "pre", later = "post" }),
            Post(scene.PrivacyOfficer, address + "/links", new { earlier = "post", later = "pre" }));
        deeds["export.bundle"] = (Post(admin, address + "/bundles"), Post(admin, $"/api/deliveries/{Unknown}/bundles"));
        deeds["import.bundle"] = (null, new(HttpMethod.Post, admin, "/api/bundles", () => new ByteArrayContent([1]))); // done: BundleTests
        deeds["record.follow-up"] = (FollowUp("f1"), FollowUp("f9"));

        AuditedCall FollowUp(string item) => new(HttpMethod.Post, scene.Supervisor, address + "/follow-ups", () => new
        {
            participantId = person, wave = "follow-up-6m", formId = scene.Checklist, indicators = new[] { new { item, value = "shown" } },
        }, AfterMonths: 6);
    }

    private void AddRecords(AuditedScene scene)
    {
        var (admin, address) = (scene.Agency.Admin, $"/api/deliveries/{scene.Class.Id}");
        deeds["record.minutes"] = (
            Put(admin, address + "/minutes", new { minutesDelivered = 900, scenarioMinutes = 200 }),
            Put(admin, address + "/minutes", new { minutesDelivered = 900, scenarioMinutes = 901 }));
        deeds["record.adherence"] = (
            Put(admin, address + "/adherence", Checklist(1, 2)), Put(admin, address + "/adherence", Checklist(1, 3)));
        deeds["assign.trainer"] = (
            Put(admin, $"{address}/trainers/{scene.TrainerId}", new { part = "lead", minutes = 480 }),
            Put(admin, $"{address}/trainers/{Unknown}", new { part = "lead", minutes = 480 }));
        deeds["record.partner-session"] = (
            Put(admin, $"{address}/partners/{scene.PartnerId}", new { part = "Panel", minutes = 30, livedExperience = true }),
            Put(admin, $"{address}/partners/{Unknown}", new { part = "Panel", minutes = 30, livedExperience = true }));

        static object Checklist(params int[] elements) => new { observer = "trainer", elements = elements.Select(number => new { number, delivered = "full" }) };
    }

    private void AddPeople(AuditedScene scene)
    {
        var (admin, credentials) = (scene.Agency.Admin, $"/api/trainers/{scene.TrainerId}/credentials");
        deeds["add.trainer"] = (
            Post(admin, "/api/trainers", new { name = "U. Example", background = "officer" }), Post(admin, "/api/trainers", new { name = "U. Example", background = "king" }));
        deeds["add.credential"] = (Post(admin, credentials, Credential("2029-01-09")), Post(admin, credentials, Credential("2026-01-09")));
        deeds["add.partner"] = (Post(admin, "/api/partners", Partner("2030-01-01")), Post(admin, "/api/partners", Partner("2019-12-31")));
        deeds["add.rater"] = (
            Post(admin, "/api/raters", new { kind = "records", label = "Records unit" }),
            Post(admin, "/api/raters", new { kind = "coder", label = "A coder", keyNumber = 9999 }));

        static object Credential(string expiresOn) =>
            new { kind = "training-of-trainers", course = "Regional training", issuer = "COPS Office", completedOn = "2026-01-10", expiresOn, minutes = 2400 };
        static object Partner(string until) => new { name = "County Housing Office", kind = "housing", since = "2020-01-01", until };
    }
}
