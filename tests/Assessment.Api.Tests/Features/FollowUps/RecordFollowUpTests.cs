using Assessment.Api.Features.Demo;
using Assessment.Api.Features.FollowUps;
using Assessment.Api.Features.Raters;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.FollowUps;

public sealed class RecordFollowUpTests : ApplicationTests
{
    private AssessmentApplicationClass people = null!;
    private ApiClient supervisor = null!;
    private Guid checklist;

    [SetUp]
    public async Task NewClass()
    {
        var agency = await Application.NewAgencyAsync();
        (people, supervisor) = (await agency.ClassAsync(1), await agency.KeyAsync("supervisor"));
        checklist = await agency.PublishAsync(AssessmentApplicationForms.Checklist);
        Application.Clock.Set(AssessmentApplication.FirstDay.AddMonths(6));
    }

    [Test]
    public async Task A_supervisor_records_a_checklist_about_a_participant() =>
        (await supervisor.PostAsync<RecordFollowUp.Answer>(Address, Body())).FollowUpId.Should().NotBeEmpty();

    [Test]
    public async Task A_wave_of_the_class_itself_is_no_follow_up() =>
        (await RefusedAsync(Body(wave: "post"))).Code.Should().Be("wave-wrong");

    [Test]
    public async Task A_knowledge_test_is_no_checklist()
    {
        var test = await people.Agency.PublishAsync(AssessmentApplicationForms.Knowledge("A"));
        (await RefusedAsync(Body(form: test))).Code.Should().Be("request-contradicts");
    }

    [TestCase("f9", "shown", "item-not-on-form")]
    [TestCase("f1", "often", "response-invalid")]
    public async Task An_indicator_that_does_not_fit_is_refused(string item, string value, string code) =>
        (await RefusedAsync(Body(item: item, value: value))).Code.Should().Be(code);

    [Test]
    public async Task A_draft_and_an_unknown_participant_are_not_found()
    {
        var draft = await people.Agency.ImportAsync(AssessmentApplicationForms.Scale);
        (await RefusedAsync(Body(form: draft))).Code.Should().Be("not-found");
        (await RefusedAsync(Body(person: Guid.NewGuid()))).Code.Should().Be("not-found");
    }

    [Test]
    public async Task A_supervisor_of_another_agency_finds_no_such_class()
    {
        var other = await Application.NewAgencyAsync();
        var form = await other.PublishAsync(AssessmentApplicationForms.Checklist);
        var sent = (await other.KeyAsync("supervisor")).PostAsync(Address, Body(form: form));
        (await Problem.OfAsync(sent)).Code.Should().Be("not-found");
    }

    [Test]
    public async Task A_checklist_names_its_rater_and_a_supervisor_becomes_one_once()
    {
        await supervisor.PostAsync<RecordFollowUp.Answer>(Address, Body());
        await supervisor.PostAsync<RecordFollowUp.Answer>(Address, Body(wave: "follow-up-12m"));

        var rater = (await people.Agency.Admin.GetAsync<ListRaters.Answer>("/api/raters")).Raters.Should().ContainSingle().Subject;
        rater.Should().BeEquivalentTo(new { Kind = "supervisor", Label = "The supervisor" });
        (await RatersAsync()).Should().Equal("1 supervisor", "1 supervisor");
        (await Application.AuditedAsync(people.Agency, "record.follow-up")).Should().Be(2);
        (await Application.AuditedAsync(people.Agency, "add.rater")).Should().Be(1, "the first judgement made the key a rater");
    }

    [Test]
    public async Task A_coder_reviews_a_recording_by_study_code_alone()
    {
        var text = await people.Agency.KeyTextAsync("evaluator");
        var coder = Application.Nobody.WithKey(text);
        var code = await StudyCodeAsync();
        object Review(object? person = null) => new { studyCode = code, wave = "follow-up-6m", formId = checklist, source = "recording", participantId = person, indicators = Shown };

        (await Problem.OfAsync(coder.PostAsync(Address, Review()))).Code.Should().Be("role-missing", "the key is no rater's yet");
        await people.Agency.Admin.PostAsync<AddRater.Answer>("/api/raters", new { kind = "coder", label = "Coder 1", keyNumber = KeyNumber(text) });
        await coder.PostAsync<RecordFollowUp.Answer>(Address, Review());

        (await RatersAsync()).Should().Equal("1 recording");
        (await Problem.OfAsync(coder.PostAsync(Address, Body()))).Code.Should().Be("request-contradicts", "an evaluator knows no participant id");
        (await Problem.OfAsync(supervisor.PostAsync(Address, Review()))).Code.Should().Be("request-contradicts", "a supervisor knows no study code");
    }

    [Test]
    public async Task Records_are_entered_for_a_rater_without_a_key_and_for_nobody_else()
    {
        var clerk = await people.Agency.Admin.PostAsync<AddRater.Answer>("/api/raters", new { kind = "records", label = "Records unit" });
        var other = await people.Agency.Admin.PostAsync<AddRater.Answer>("/api/raters", new { kind = "records", label = "With key", keyNumber = 1 });
        object From(Guid rater) => new { participantId = people.People[0].ParticipantId, wave = "follow-up-6m", formId = checklist, source = "records", raterId = rater, indicators = Shown };

        await supervisor.PostAsync<RecordFollowUp.Answer>(Address, From(clerk.RaterId));
        (await RefusedAsync(From(other.RaterId))).Code.Should().Be("not-found");
        (await RatersAsync()).Should().Equal("1 records");
    }

    [Test]
    public async Task The_own_checklist_is_corrected_within_thirty_days_and_once()
    {
        var first = (await supervisor.PostAsync<RecordFollowUp.Answer>(Address, Body())).FollowUpId;
        Application.Clock.Set(AssessmentApplication.FirstDay.AddMonths(6).AddDays(30));
        var another = await people.Agency.KeyAsync("supervisor");
        (await Problem.OfAsync(another.PostAsync(Address, Corrected(first)))).Code.Should().Be("not-found", "it is another's");
        var second = (await supervisor.PostAsync<RecordFollowUp.Answer>(Address, Corrected(first))).FollowUpId;

        (await RefusedAsync(Corrected(first))).Code.Should().Be("already-there");
        Application.Clock.Set(AssessmentApplication.FirstDay.AddMonths(6).AddDays(61));
        (await RefusedAsync(Corrected(second))).Code.Should().Be("correction-late");
        (await people.Agency.Admin.GetAsync<ShowFollowUps.Answer>(Address)).Responses
            .Single(one => one is { Wave: "follow-up-6m", Source: "supervisor" }).Done.Should().Be(1, "the corrected checklist no longer counts");
        (await Application.AuditedAsync(people.Agency, "record.follow-up")).Should().Be(2);
    }

    private static object[] Shown => [new { item = "f1", value = "shown" }];

    private object Corrected(Guid replaces) => new
    {
        participantId = people.People[0].ParticipantId, wave = "follow-up-6m", formId = checklist, indicators = Shown, replaces, correctionReason = "Mixed up two people.",
    };

    private static int KeyNumber(string key) => int.Parse(key.Split('.')[1], System.Globalization.CultureInfo.InvariantCulture);

    private async Task<string> StudyCodeAsync() => (await Application.ReadAsync(session => session.List<string>(
        "SELECT study_code FROM participant WHERE agency_id = @Number", new { people.Agency.Number })))[0];

    private Task<IReadOnlyList<string>> RatersAsync() => Application.ReadAsync(session => session.List<string>(
        "SELECT rater_no || ' ' || source FROM follow_up_assessment WHERE agency_id = @Number ORDER BY follow_up_no", new { people.Agency.Number }));

    private string Address => $"/api/deliveries/{people.Id}/follow-ups";

    private object Body(string wave = "follow-up-6m", Guid? form = null, Guid? person = null, string item = "f1", string value = "shown") => new
    {
        participantId = person ?? people.People[0].ParticipantId,
        wave,
        formId = form ?? checklist,
        indicators = new[] { new { item, value } },
    };

    private Task<Problem> RefusedAsync(object body) => Problem.OfAsync(supervisor.PostAsync(Address, body));
}
