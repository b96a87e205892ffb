using System.Net;
using Assessment.Api.Features.Administrations;
using Assessment.Api.Features.Attempts;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Administrations;

/// <summary>A test that is opened held: people join and wait, and the trainer starts it for all of them.</summary>
public sealed class StartAdministrationTests : ApplicationTests
{
    /// <summary>The clock of the tests goes on from where it is set.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(30);

    private AssessmentApplicationAgency agency = null!;
    private AssessmentApplicationClass people = null!;
    private Guid form;

    [SetUp]
    public async Task NewClass()
    {
        agency = await Application.NewAgencyAsync();
        people = await agency.ClassAsync(3);
        form = await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A"));
    }

    [Test]
    public async Task Without_being_asked_for_nothing_is_held()
    {
        var door = await people.OpenAsync("pre", form);
        (await DoorAsync(door)).Waits.Should().BeFalse();
        var attempt = await people.StartAsync(door);
        (attempt.Form.Items.Count, (await attempt.ShowAsync()).Waits, (await ShownAsync(door)).Waits).Should().Be((4, false, false));
    }

    [Test]
    public async Task Who_joins_waits_without_seeing_an_item_or_saving_an_answer_until_the_start()
    {
        var door = await people.OpenAsync("pre", [form], new { held = true });
        (await DoorAsync(door)).Should().BeEquivalentTo(new { Open = true, Waits = true });
        var attempt = await people.StartAsync(door);
        attempt.Form.Items.Should().BeEmpty();
        (await attempt.ShowAsync()).Should().BeEquivalentTo(new { Waits = true, Submitted = false });
        (await attempt.ShowAsync()).Form.Items.Should().BeEmpty();

        var saved = await Problem.OfAsync(attempt.SaveAsync("a1", "b", 1));
        (saved.Code, saved.Status).Should().Be(("not-started", 409));
        saved.Text.Should().Contain("Your trainer starts the test");
        (await Problem.OfAsync(attempt.Holder.PostAsync($"/api/attempts/{attempt.Id}/submit"))).Code.Should().Be("not-started");
        var uploaded = await attempt.Holder.PutAsync<UploadResponses.Answer>(
            $"/api/attempts/{attempt.Id}/responses", new { device = "tablet", answers = new[] { new { item = "a1", value = "b", revision = 1 } } });
        uploaded.Answers.Single().Should().BeEquivalentTo(new { State = "refused", Code = "not-started" });

        await StartAsync(door);
        (await attempt.ShowAsync()).Should().BeEquivalentTo(new { Waits = false, Responses = Array.Empty<object>() });
        (await attempt.ShowAsync()).Form.Items.Should().HaveCount(4);
        (await attempt.SaveAsync("a1", "b", 1)).EnsureSuccessStatusCode();
        (await attempt.SubmitAsync()).Code.Should().NotBeEmpty();
    }

    [Test]
    public async Task Time_counts_from_the_later_of_start_and_joining_with_extra_time()
    {
        (await agency.Admin.PutAsync(
            $"/api/deliveries/{people.Id}/accommodations", new { people.People[1].ParticipantId, kind = "extra-time", extraTimePercent = 50 })).EnsureSuccessStatusCode();
        var door = await people.OpenAsync("pre", [form], new { held = true, timeLimitMinutes = 20 });
        await people.StartAsync(door, 0);
        await people.StartAsync(door, 1);
        (await SeatsAsync(door)).Select(seat => seat.EndsAt).Should().AllBeEquivalentTo((DateTimeOffset?)null, "their time has not begun");
        At(minutes: 15);
        await StartAsync(door);
        At(minutes: 18);
        await people.StartAsync(door, 2);
        var seats = await SeatsAsync(door);
        seats[0].EndsAt.Should().BeCloseTo(AssessmentApplication.FirstDay.AddMinutes(15 + 20), Moment);
        seats[1].EndsAt.Should().BeCloseTo(AssessmentApplication.FirstDay.AddMinutes(15 + 30), Moment);
        seats[2].EndsAt.Should().BeCloseTo(AssessmentApplication.FirstDay.AddMinutes(18 + 20), Moment);
    }

    [Test]
    public async Task Who_waits_is_not_silent_and_silence_counts_from_the_start()
    {
        var door = await people.OpenAsync("pre", [form], new { held = true });
        await people.StartAsync(door);
        At(minutes: 30);
        (await SeatsAsync(door))[0].Should().BeEquivalentTo(new { State = "working", Waits = true, SilentSince = (DateTimeOffset?)null });
        await StartAsync(door);
        At(minutes: 32);
        (await SeatsAsync(door))[0].Should().BeEquivalentTo(new { Waits = false, SilentSince = (DateTimeOffset?)null });
        At(minutes: 34);
        (await SeatsAsync(door))[0].SilentSince.Should().BeCloseTo(AssessmentApplication.FirstDay.AddMinutes(30), Moment);
    }

    [Test]
    public async Task Starting_twice_is_no_error_and_moves_no_end()
    {
        var door = await people.OpenAsync("pre", [form], new { held = true, timeLimitMinutes = 20 });
        await people.StartAsync(door);
        await StartAsync(door);
        At(minutes: 5);
        await StartAsync(door);
        (await SeatsAsync(door))[0].EndsAt.Should().BeCloseTo(AssessmentApplication.FirstDay.AddMinutes(20), Moment);
        (await Application.AuditedAsync(agency, "start.administration")).Should().Be(1);
    }

    [Test]
    public async Task A_test_that_was_closed_unstarted_starts_when_it_is_open_again()
    {
        var door = await people.OpenAsync("pre", [form], new { held = true });
        var attempt = await people.StartAsync(door);
        (await agency.Admin.PostAsync($"/api/administrations/{door.AdministrationId}/close")).EnsureSuccessStatusCode();
        (await Problem.OfAsync(agency.Admin.PostAsync(Start(door)))).Code.Should().Be("administration-closed");
        (await agency.Admin.PutAsync($"/api/administrations/{door.AdministrationId}/times", new { })).EnsureSuccessStatusCode();
        await StartAsync(door);
        (await attempt.SaveAsync("a1", "b", 1)).EnsureSuccessStatusCode();
    }

    [Test]
    public async Task Before_the_start_there_is_no_time_to_give_and_nothing_to_reopen()
    {
        var door = await people.OpenAsync("pre", [form], new { held = true, timeLimitMinutes = 20 });
        var attempt = await people.StartAsync(door);
        foreach (var tap in new[] { "extra-time", "reopen" })
        {
            (await Problem.OfAsync(agency.Admin.PostAsync($"/api/attempts/{attempt.Id}/{tap}", new { minutes = 5 }))).Code.Should().Be("not-started", tap);
        }
    }

    [Test]
    public async Task A_follow_up_is_never_held()
    {
        Application.Clock.Set(AssessmentApplication.FirstDay.AddDays(130));
        var sent = agency.Admin.PostAsync($"/api/deliveries/{people.Id}/administrations", new { wave = "follow-up-6m", forms = new[] { form }, held = true });
        (await Problem.OfAsync(sent)).Code.Should().Be("request-contradicts");
    }

    [Test]
    public async Task A_held_scenario_is_observed_after_its_start()
    {
        var door = await people.OpenAsync("pre", [await agency.PublishAsync(AssessmentApplicationForms.Essay("training"))], new { held = true });
        var trainer = await agency.KeyAsync("trainer");
        Task<HttpResponseMessage> ObserveAsync() => trainer.PostAsync(
            $"/api/administrations/{door.AdministrationId}/observations", new { attemptId = Guid.NewGuid(), people.People[0].ParticipantId });
        (await Problem.OfAsync(ObserveAsync())).Code.Should().Be("not-started");
        await StartAsync(door);
        (await ObserveAsync()).EnsureSuccessStatusCode();
    }

    [Test]
    public async Task Another_agency_starts_nothing()
    {
        var door = await people.OpenAsync("pre", [form], new { held = true });
        var other = (await Application.NewAgencyAsync()).Admin;
        (await Problem.OfAsync(other.PostAsync(Start(door)))).Code.Should().Be("not-found");
        (await ShownAsync(door)).Waits.Should().BeTrue();
    }

    private static string Start(OpenAdministration.Answer door) => $"/api/administrations/{door.AdministrationId}/start";

    private async Task StartAsync(OpenAdministration.Answer door)
    {
        using var started = await agency.Admin.PostAsync(Start(door));
        started.StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    private Task<OpenDoor.Answer> DoorAsync(OpenAdministration.Answer door) => Application.Nobody.PostAsync<OpenDoor.Answer>("/api/doors", new { door.JoinCode });

    private Task<ShowAdministration.Answer> ShownAsync(OpenAdministration.Answer door) =>
        agency.Admin.GetAsync<ShowAdministration.Answer>($"/api/administrations/{door.AdministrationId}");

    private async Task<IReadOnlyList<Seat>> SeatsAsync(OpenAdministration.Answer door) =>
        (await agency.Admin.GetAsync<ShowSeats.Answer>($"/api/administrations/{door.AdministrationId}/seats")).Seats;

    private void At(double minutes) => Application.Clock.Set(AssessmentApplication.FirstDay.AddMinutes(minutes));
}
