using Assessment.Api.Features.Demo;
using Assessment.Api.Features.FollowUps;
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
