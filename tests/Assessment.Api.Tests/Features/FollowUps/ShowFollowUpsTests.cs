using Assessment.Api.Features.FollowUps;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.FollowUps;

public sealed class ShowFollowUpsTests : ApplicationTests
{
    private AssessmentApplicationAgency agency = null!;
    private AssessmentApplicationClass people = null!;
    private Guid checklist;

    [SetUp]
    public async Task NewClass()
    {
        agency = await Application.NewAgencyAsync();
        people = await agency.ClassAsync(4);
        checklist = await agency.PublishAsync(AssessmentApplicationForms.Checklist);
    }

    [Test]
    public async Task Nobody_is_due_before_the_window_opens()
    {
        // The class ends on 2026-03-03; the window of the first follow-up opens four months later.
        Application.Clock.Set(new DateTimeOffset(2026, 7, 2, 12, 0, 0, TimeSpan.Zero));
        (await OfAsync("follow-up-6m", "supervisor")).Should().Be(new ShowFollowUps.Response("follow-up-6m", "supervisor", false, 0, 0, null));
        Application.Clock.Set(new DateTimeOffset(2026, 7, 3, 12, 0, 0, TimeSpan.Zero));
        (await OfAsync("follow-up-6m", "supervisor")).Due.Should().Be(4);
        (await OfAsync("follow-up-12m", "supervisor")).Due.Should().Be(0);
    }

    [Test]
    public async Task Each_method_counts_different_people_of_those_due()
    {
        Application.Clock.Set(AssessmentApplication.FirstDay.AddMonths(6));
        var supervisor = await agency.KeyAsync("supervisor");
        foreach (var person in new[] { 0, 1, 1 })
        {
            await supervisor.PostAsync<RecordFollowUp.Answer>(Address, new
            {
                participantId = people.People[person].ParticipantId, wave = "follow-up-6m", formId = checklist, indicators = new[] { new { item = "f1", value = "shown" } },
            });
        }

        var door = await people.OpenAsync("follow-up-6m", checklist);
        await (await people.StartAsync(door, person: 3)).SubmitAsync();
        await people.StartAsync(door, person: 2);

        (await OfAsync("follow-up-6m", "supervisor")).Should().Be(new ShowFollowUps.Response("follow-up-6m", "supervisor", true, 4, 2, 0.5), "two people, one of them twice");
        (await OfAsync("follow-up-6m", "self")).Should().Be(new ShowFollowUps.Response("follow-up-6m", "self", true, 4, 1, 0.25), "one handed in, one only started");
        (await OfAsync("follow-up-6m", "records")).Should().Be(new ShowFollowUps.Response("follow-up-6m", "records", false, 4, 0, null));
    }

    [Test]
    public async Task Counts_hold_no_person()
    {
        using var response = await agency.Admin.SendAsync(HttpMethod.Get, Address);
        var text = await response.Content.ReadAsStringAsync();
        foreach (var person in people.People) text.Should().NotContain(person.ParticipantId.ToString());
    }

    [Test]
    public async Task Another_agency_finds_no_such_class()
    {
        var other = await Application.NewAgencyAsync();
        (await Problem.OfAsync(other.Admin.SendAsync(HttpMethod.Get, Address))).Code.Should().Be("not-found");
    }

    private string Address => $"/api/deliveries/{people.Id}/follow-ups";

    private async Task<ShowFollowUps.Response> OfAsync(string wave, string source) =>
        (await agency.Admin.GetAsync<ShowFollowUps.Answer>(Address)).Responses.Single(one => one.Wave == wave && one.Source == source);
}
