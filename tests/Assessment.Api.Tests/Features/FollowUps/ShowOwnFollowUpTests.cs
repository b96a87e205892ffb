using Assessment.Api.Features.Demo;
using Assessment.Api.Features.FollowUps;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.FollowUps;

public sealed class ShowOwnFollowUpTests : ApplicationTests
{
    [Test]
    public async Task The_own_checklist_is_shown_and_audited_and_nobody_elses()
    {
        var agency = await Application.NewAgencyAsync();
        var people = await agency.ClassAsync(1);
        var (supervisor, other) = (await agency.KeyAsync("supervisor"), await agency.KeyAsync("supervisor"));
        var form = await agency.PublishAsync(AssessmentApplicationForms.Checklist);
        Application.Clock.Set(AssessmentApplication.FirstDay.AddMonths(6));
        var id = (await supervisor.PostAsync<RecordFollowUp.Answer>($"/api/deliveries/{people.Id}/follow-ups", new
        {
            participantId = people.People[0].ParticipantId, wave = "follow-up-6m", formId = form, indicators = new[] { new { item = "f2", value = "not-shown" } },
        })).FollowUpId;
        await other.GetAsync<ListFollowUpWork.Answer>("/api/follow-ups/work");

        var own = await supervisor.GetAsync<ShowOwnFollowUp.Answer>($"/api/follow-ups/{id}");
        own.Indicators.Should().BeEquivalentTo(new Dictionary<string, string> { ["f2"] = "not-shown" });
        (own.FormId, own.FollowUp.Who, own.FollowUp.CorrectUntil).Should().Be((form, new Who(1, people.People[0].ParticipantId, null, null), new DateOnly(2026, 10, 2)));
        (await NotFoundAsync(other, id)).Should().Be("not-found");
        (await NotFoundAsync(await (await Application.NewAgencyAsync()).KeyAsync("supervisor"), id)).Should().Be("not-found");
        (await Application.AuditedAsync(agency, "show.follow-up")).Should().Be(1);

        var work = await supervisor.GetAsync<ListFollowUpWork.Answer>("/api/follow-ups/work");
        work.Classes.Should().ContainSingle().Which.People.Should().Equal(new ListFollowUpWork.Person(own.FollowUp.Who, id));
        work.Judges.Should().Equal(new ListFollowUpWork.Judge(null, "supervisor", "The supervisor"));
    }

    private static async Task<string?> NotFoundAsync(ApiClient who, Guid id) =>
        (await Problem.OfAsync(who.SendAsync(HttpMethod.Get, $"/api/follow-ups/{id}"))).Code;
}
