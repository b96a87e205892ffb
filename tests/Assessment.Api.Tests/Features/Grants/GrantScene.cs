using System.Text;
using Assessment.Api.Features.Demo;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Grants;

/// <summary>
/// An agency of 40 officers with one class of 12 officers and 12 mental health professionals who took a test of four items
/// before and after: before, everybody is right on the first item; after, on the first and the fourth. So the gain of
/// everybody is one point of five, 20 of 100.
/// </summary>
internal sealed class GrantScene
{
    public const string AwardNumber = "TEST-26-0001";

    private const string Form =
        """
        {"schema": "assessment-form/1", "identifier": "know-a", "edition": "A", "title": "Knowledge A", "language": "en", "passMark": 2,
         "instrument": {"identifier": "know", "title": "Knowledge test", "kind": "knowledge-test", "plane": "research"},
         "items": [
          {"identifier": "a1", "type": "single-choice", "topic": "DE_ALT", "stem": "What does distance give?",
           "options": [{"identifier": "a", "text": "Cold"}, {"identifier": "b", "text": "Time"}], "key": "b"},
          {"identifier": "a2", "type": "multiple-choice", "topic": "CRISIS_DIS", "stem": "Which are signs of crisis?", "maxPoints": 2,
           "options": [{"identifier": "a", "text": "Talk of dying"}, {"identifier": "b", "text": "A hat"}, {"identifier": "c", "text": "Confusion"}], "key": ["a", "c"]},
          {"identifier": "a3", "type": "true-false", "topic": "CIT_PART", "stem": "A team works alone.", "key": false},
          {"identifier": "a4", "type": "single-choice", "topic": "REFERRAL", "stem": "What is a warm handoff?",
           "options": [{"identifier": "a", "text": "A shared call"}, {"identifier": "b", "text": "A leaflet"}], "key": "a"}]}
        """;

    private readonly AssessmentApplication app;

    private GrantScene(AssessmentApplication app, ApiClient admin) => (this.app, Admin) = (app, admin);

    public ApiClient Admin { get; }

    public Guid DeliveryId { get; private set; }

    private sealed record Key(string AdminKey);

    private sealed record Id(Guid CourseId, Guid FormId, Guid DeliveryId, Guid GrantId, Guid ReportId);

    private sealed record Roster(IReadOnlyList<Person> Participants);

    private sealed record Person(string Token);

    private sealed record Door(string JoinCode);

    private sealed record Started(string Ticket);

    public static async Task<GrantScene> PlayAsync(AssessmentApplication app)
    {
        var scene = await NewAgencyAsync(app, "OH9990600");
        var course = await scene.Admin.PostAsync<Id>("/api/curricula", Curriculum);
        var form = await scene.Admin.PostAsync<Id>("/api/forms", new StringContent(Form, Encoding.UTF8, "application/json"));
        (await scene.Admin.PostAsync($"/api/forms/{form.FormId}/publish")).EnsureSuccessStatusCode();
        var delivery = await scene.Admin.PostAsync<Id>("/api/deliveries", new
        {
            course.CourseId, title = "Class 1", startsOn = "2026-03-02", endsOn = "2026-03-03", minutesDelivered = 960, scenarioMinutes = 240, elementsDelivered = new[] { 1 },
        });
        scene.DeliveryId = delivery.DeliveryId;
        var csv = string.Join('\n', Enumerable.Range(0, 24).Select(i => i < 12 ? "officer" : "cmhp-agreement").Prepend("kind")) + "\n";
        var roster = await scene.Admin.PostAsync<Roster>($"/api/deliveries/{delivery.DeliveryId}/roster", ApiClient.Csv(csv));
        foreach (var wave in new[] { "pre", "post" })
        {
            var door = await scene.Admin.PostAsync<Door>($"/api/deliveries/{delivery.DeliveryId}/administrations", new { wave, forms = new[] { form.FormId } });
            foreach (var person in roster.Participants) await scene.TakeAsync(door, person, wave == "post");
        }

        return scene;
    }

    public static async Task<GrantScene> NewAgencyAsync(AssessmentApplication app, string ori, int officers = 40)
    {
        var added = await app.Operator.PostAsync<Key>("/api/agencies", new
        {
            name = $"Example Police {ori}", kind = "law-enforcement", ori, state = "OH", governmentType = "municipal",
            strength = new { asOf = "2026-01-01", officersEmployed = officers, fte = 55, cmhpEmployed = 10, cmhpAgreement = 20 },
        });
        return new GrantScene(app, app.Nobody.WithKey(added.AdminKey));
    }

    public async Task<Guid> AddGrantAsync() => (await Admin.PostAsync<Id>("/api/grants", Grant())).GrantId;

    public async Task<Guid> MakeReportAsync(Guid grantId) =>
        (await Admin.PostAsync<Id>($"/api/grants/{grantId}/reports", new { fiscalYear = 2026 })).ReportId;

    public static object Grant(string stream = "jag-training", string topic = "DE_ALT") => new
    {
        awardNumber = AwardNumber, stream, title = "De-escalation training", periodFrom = "2025-10-01", periodTo = "2028-09-30", amountCents = 18_000_000,
        year = new
        {
            fiscalYear = 2026, from = "2025-10-01", to = "2026-09-30", reportYear = 1, dueOn = "2026-12-31", contactRole = "Grants coordinator",
            otherFundsElected = false, unspentPlan = "Four further classes.", costPerOfficerCents = 145_000,
            money = new object[]
            {
                new { kind = "received", category = "unassigned", cents = 1_800_000, bookedOn = "2025-10-15" },
                new { kind = "spent", category = "conduct", cents = 1_240_000, bookedOn = "2026-02-01" },
                new { kind = "spent", category = "reporting", cents = 60_000, bookedOn = "2026-02-01" },
            },
            barriers = new[] { new { topic, code = "staffing", firstMonth = "2025-11-01", lastMonth = "2026-03-01", text = "Shifts could not release people.", action = "Moved." } },
            plan = new[] { new { quarter = "2026-Q4", topics = new[] { topic }, officers = 28, cents = 4_060_000 } },
            targets = new[] { new { measure = "M1", value = 30, unit = "officers", source = "application" } },
            narrative = new[] { new { question = 1, answer = "One class was held." } },
            statements = new[] { "This project was supported by an award of an example office." },
        },
    };

    private static readonly object Curriculum = new
    {
        title = "De-escalation", version = "1",
        objectives = new[] { new { code = "DE_ALT.1", topic = "DE_ALT", meaning = "Use time and distance." } },
        elements = new[] { new { kind = "content", topic = "DE_ALT", meaning = "Time" }, new { kind = "scenario-exercise", topic = "DE_ALT", meaning = "Exercise" } },
        course = new
        {
            title = "De-escalation, two days", provider = "Example Academy", mode = "in-person", minutes = 960, scenarioMinutes = 240,
            topicMinutes = new Dictionary<string, int> { ["DE_ALT"] = 480 },
            certifications = new[] { new { status = "submitted", from = "2025-01-01" } },
        },
    };

    private async Task TakeAsync(Door door, Person person, bool knowsFourth)
    {
        var attemptId = Guid.NewGuid();
        var started = await app.Nobody.PostAsync<Started>("/api/attempts", new { attemptId, door.JoinCode, person.Token, device = "tablet", consent = "refused" });
        var device = app.Nobody.WithTicket(started.Ticket);
        foreach (var (item, value) in new[] { ("a1", "b"), ("a4", knowsFourth ? "a" : "b") })
        {
            using var saved = await device.PutAsync($"/api/attempts/{attemptId}/responses/{item}", new { value, revision = 1, device = "tablet" });
            saved.EnsureSuccessStatusCode();
        }

        using var submitted = await device.PostAsync($"/api/attempts/{attemptId}/submit");
        submitted.EnsureSuccessStatusCode();
    }
}
