using Assessment.Api.Features.Demo;
using Assessment.Api.Features.Ratings;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Ratings;

public sealed class ObserveScenarioTests : ApplicationTests
{
    private AssessmentApplicationClass people = null!;
    private ApiClient trainer = null!;

    [SetUp]
    public async Task NewClass()
    {
        var agency = await Application.NewAgencyAsync();
        (people, trainer) = (await agency.ClassAsync(2), await agency.KeyAsync("trainer"));
    }

    [Test]
    public async Task A_trainer_observes_and_rates_and_the_request_may_come_twice()
    {
        var door = await people.OpenAsync("post", await people.Agency.PublishAsync(AssessmentApplicationForms.Essay("training")));
        var body = Body(0);
        await trainer.PostAsync<ObserveScenario.Answer>(Address(door.AdministrationId), body);
        var answer = await trainer.PostAsync<ObserveScenario.Answer>(Address(door.AdministrationId), body);
        answer.Items.Should().Equal("e1");
        (await Application.AuditAsync(people.Agency)).Select(entry => entry.Action).Where(action => action is "add.rater" or "observe.scenario")
            .Should().Equal("add.rater", "observe.scenario");

        var work = (await trainer.GetAsync<ListRatingWork.Answer>("/api/ratings/work")).Items.Should().ContainSingle().Subject;
        (work.AttemptId, work.Response).Should().Be((answer.AttemptId, null));
        (await RatingScene.RateAsync(trainer, Guid.NewGuid(), answer.AttemptId, 2, 2)).Complete.Should().BeTrue();
        (await Application.ReadAsync(session => session.List<int>("SELECT points FROM score_sheet WHERE agency_id = @Number", new { people.Agency.Number })))
            .Should().Equal(2 * 12_600);
    }

    [Test]
    public async Task A_research_scenario_waits_for_the_decision_about_consent()
    {
        var door = await people.OpenAsync("pre", await people.Agency.PublishAsync(AssessmentApplicationForms.Essay()));
        (await RefusedAsync(door.AdministrationId, Body(0))).Code.Should().Be("consent-missing");
        await people.StartAsync(await people.OpenAsync("pre", await people.Agency.PublishAsync(AssessmentApplicationForms.Scale)));

        (await trainer.PostAsync(Address(door.AdministrationId), Body(0))).EnsureSuccessStatusCode();
        (await trainer.GetAsync<ListRatingWork.Answer>("/api/ratings/work")).Items.Single().Person.Should().BeNull("a trainer knows no study code");
    }

    [Test]
    public async Task A_form_with_other_items_and_a_second_attempt_are_refused()
    {
        var knowledge = await people.OpenAsync("pre", await people.Agency.PublishAsync(AssessmentApplicationForms.Knowledge("A")));
        (await RefusedAsync(knowledge.AdministrationId, Body(0))).Code.Should().Be("request-contradicts");
        var door = await people.OpenAsync("pre", await people.Agency.PublishAsync(AssessmentApplicationForms.Essay("training")));
        await people.StartAsync(door);
        (await RefusedAsync(door.AdministrationId, Body(0))).Code.Should().Be("attempt-exists");
        (await Application.AuditedAsync(people.Agency, "observe.scenario")).Should().Be(0);
    }

    [Test]
    public async Task An_observation_that_cannot_be_audited_leaves_nothing()
    {
        var door = await people.OpenAsync("post", await people.Agency.PublishAsync(AssessmentApplicationForms.Essay("training")));
        var before = await Application.AuditAsync(people.Agency);
        await Application.WriteAsync(session => session.Execute(
            "CREATE TRIGGER no_audit BEFORE INSERT ON audit_entry WHEN NEW.action = 'observe.scenario' BEGIN SELECT RAISE(ABORT, 'no audit'); END"));
        try
        {
            (await trainer.PostAsync(Address(door.AdministrationId), Body(0))).IsSuccessStatusCode.Should().BeFalse();
        }
        finally
        {
            await Application.WriteAsync(session => session.Execute("DROP TRIGGER no_audit"));
        }

        (await Application.AuditAsync(people.Agency)).Should().HaveCount(before.Count);
        foreach (var table in new[] { "attempt", "response", "rater", "rating_assignment", "score_sheet" })
        {
            (await Application.ReadAsync(session => session.Value<int>($"SELECT COUNT(*) FROM {table} WHERE agency_id = @Number", new { people.Agency.Number })))
                .Should().Be(0, "nothing is left in {0}", table);
        }
    }

    [Test]
    public async Task A_closed_door_and_another_agency_refuse()
    {
        var door = await people.OpenAsync("pre", await people.Agency.PublishAsync(AssessmentApplicationForms.Essay("training")));
        var other = await (await Application.NewAgencyAsync()).KeyAsync("trainer");
        (await Problem.OfAsync(other.PostAsync(Address(door.AdministrationId), Body(0)))).Code.Should().Be("not-found");
        (await people.Agency.Admin.PostAsync($"/api/administrations/{door.AdministrationId}/close")).EnsureSuccessStatusCode();
        (await RefusedAsync(door.AdministrationId, Body(0))).Code.Should().Be("administration-closed");
    }

    private static string Address(Guid administration) => $"/api/administrations/{administration}/observations";

    private object Body(int person) => new { attemptId = Guid.NewGuid(), participantId = people.People[person].ParticipantId };

    private Task<Problem> RefusedAsync(Guid administration, object body) => Problem.OfAsync(trainer.PostAsync(Address(administration), body));
}
