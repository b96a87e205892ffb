using System.Text.Json;
using Assessment.Api.Features.Administrations;
using Assessment.Api.Features.Attempts;
using Assessment.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Api.Tests.Features.Attempts;

/// <summary>What a proctor does while a test runs: extra time, reopening, moving to another device, the end of time.</summary>
public sealed class RunningAttemptTests : ApplicationTests
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
    public async Task Answers_that_were_not_handed_in_are_scored_when_time_is_up()
    {
        var door = await people.OpenAsync("pre", [form], new { timeLimitMinutes = 20 });
        var (answered, untouched) = (await people.StartAsync(door, 0), await people.StartAsync(door, 1));
        await OkAsync(answered.SaveAsync("a1", "b", 1));
        At(minutes: 29);
        (await SweepAsync()).Should().Be(0, "answers may still be queued on a device");
        At(minutes: 31);
        (await SweepAsync()).Should().Be(1);

        (await SeatsAsync(door)).Select(seat => seat.State).Should().Equal("time-up", "working", "not-joined");
        (await answered.ShowAsync()).Submitted.Should().BeTrue();
        (await untouched.ShowAsync()).Submitted.Should().BeFalse("nobody was measured by an attempt without an answer");
        (await Problem.OfAsync(answered.SaveAsync("a1", "a", 2))).Code.Should().Be("time-expired");
    }

    [Test]
    public async Task An_answer_that_queued_on_a_device_is_taken_within_the_grace()
    {
        var door = await people.OpenAsync("pre", [form], new { timeLimitMinutes = 20 });
        var attempt = await people.StartAsync(door);
        At(minutes: 29);
        await OkAsync(attempt.SaveAsync("a1", "b", 1));
        (await attempt.SubmitAsync()).Code.Should().NotBeEmpty();
    }

    [Test]
    public async Task Extra_time_lets_a_running_attempt_outlive_its_limit_and_the_administration()
    {
        var ends = AssessmentApplication.FirstDay.AddMinutes(25);
        var door = await people.OpenAsync("pre", [form], new { timeLimitMinutes = 20, endsAt = ends });
        var (own, other) = (await people.StartAsync(door, 0), await people.StartAsync(door, 1));
        var given = await agency.Admin.PostAsync<GiveExtraTime.Answer>($"/api/attempts/{own.Id}/extra-time", new { minutes = 15 });
        given.EndsAt.Should().BeCloseTo(AssessmentApplication.FirstDay.AddMinutes(35), Moment);
        At(minutes: 40);
        await OkAsync(own.SaveAsync("a1", "b", 1));
        (await Problem.OfAsync(other.SaveAsync("a1", "b", 1))).Code.Should().Be("time-expired");
    }

    [Test]
    public async Task Extra_time_needs_an_end_that_can_be_moved()
    {
        var attempt = await people.StartAsync(await people.OpenAsync("pre", form));
        (await Problem.OfAsync(agency.Admin.PostAsync($"/api/attempts/{attempt.Id}/extra-time", new { minutes = 5 }))).Code.Should().Be("request-contradicts");
    }

    [Test]
    public async Task An_accommodation_gives_its_extra_time_by_itself()
    {
        await OkAsync(agency.Admin.PutAsync(
            $"/api/deliveries/{people.Id}/accommodations", new { people.People[0].ParticipantId, kind = "extra-time", extraTimePercent = 50 }));
        var door = await people.OpenAsync("pre", [form], new { timeLimitMinutes = 21 });
        await people.StartAsync(door, 0);
        await people.StartAsync(door, 1);
        var seats = await SeatsAsync(door);
        seats[0].EndsAt.Should().BeCloseTo(AssessmentApplication.FirstDay.AddMinutes(21 + 11), Moment);
        seats[1].EndsAt.Should().BeCloseTo(AssessmentApplication.FirstDay.AddMinutes(21), Moment);
    }

    [Test]
    public async Task A_reopened_attempt_goes_on_with_its_ticket_and_gets_a_new_receipt()
    {
        var door = await people.OpenAsync("pre", form);
        var attempt = await people.StartAsync(door);
        await OkAsync(attempt.SaveAsync("a1", "a", 1));
        var first = await attempt.SubmitAsync();
        await OkAsync(agency.Admin.PostAsync($"/api/administrations/{door.AdministrationId}/close"));
        At(minutes: 60);
        await OkAsync(agency.Admin.PostAsync($"/api/attempts/{attempt.Id}/reopen", new { minutes = 5 }));
        await OkAsync(attempt.SaveAsync("a1", "b", 2));
        var second = await attempt.SubmitAsync();
        second.Code.Should().NotBe(first.Code);
        (await attempt.SubmitAsync()).Should().Be(second);
    }

    [Test]
    public async Task Ending_an_administration_by_hand_ends_extra_time_too()
    {
        var door = await people.OpenAsync("pre", [form], new { timeLimitMinutes = 20 });
        var attempt = await people.StartAsync(door);
        await OkAsync(agency.Admin.PostAsync($"/api/attempts/{attempt.Id}/extra-time", new { minutes = 600 }));
        await OkAsync(agency.Admin.PostAsync($"/api/administrations/{door.AdministrationId}/close"));
        At(minutes: 11);
        (await Problem.OfAsync(attempt.SaveAsync("a1", "b", 1))).Code.Should().Be("administration-closed");
    }

    [Test]
    public async Task A_closed_door_keeps_who_is_in()
    {
        var door = await people.OpenAsync("pre", form);
        var attempt = await people.StartAsync(door, 0);
        await OkAsync(agency.Admin.PutAsync($"/api/administrations/{door.AdministrationId}/times", new { doorClosesAt = AssessmentApplication.FirstDay }));
        (await Problem.OfAsync(Application.Nobody.PostAsync("/api/attempts", people.Start(door, 1)))).Code.Should().Be("administration-closed");
        await OkAsync(attempt.SaveAsync("a1", "b", 1));
        await OkAsync(agency.Admin.PutAsync($"/api/administrations/{door.AdministrationId}/times", new { }));
        (await people.StartAsync(door, 1)).Wave.Should().Be("pre", "nulls reopen the door");
    }

    [Test]
    public async Task Another_device_goes_on_at_the_same_place_and_neither_overwrites_what_it_has_not_seen()
    {
        var door = await people.OpenAsync("pre", form);
        var phone = await people.StartAsync(door);
        await OkAsync(phone.SaveAsync("a1", "a", 1));
        var code = await agency.Admin.PostAsync<MoveAttempt.Answer>($"/api/attempts/{phone.Id}/move");
        var body = new { code.MoveCode, people.People[0].Token };
        var moved = await Application.Nobody.PostAsync<ContinueAttempt.Answer>("/api/attempts/continue", body);
        var tablet = Application.Nobody.WithTicket(moved.Ticket);

        var shown = await tablet.GetAsync<ShowAttempt.Answer>($"/api/attempts/{moved.AttemptId}");
        shown.Responses.Should().Equal(new ShowAttempt.Saved("a1", "a", 1));
        await OkAsync(tablet.PutAsync($"/api/attempts/{phone.Id}/responses/a1", new { value = "b", revision = 2, device = "tablet-2", seen = 1 }));
        (await Problem.OfAsync(phone.SaveAsync("a1", "a", 7))).Code.Should().Be("stale-revision", "the revived phone had queued edits");
        await OkAsync(phone.SaveAsync("a4", "a", 1));
        (await Problem.OfAsync(Application.Nobody.PostAsync("/api/attempts/continue", body))).Code.Should().Be("move-code-unknown", "a code works once");
    }

    [Test]
    public async Task A_move_code_opens_nothing_with_another_persons_token_or_too_late()
    {
        var phone = await people.StartAsync(await people.OpenAsync("pre", form));
        var code = (await agency.Admin.PostAsync<MoveAttempt.Answer>($"/api/attempts/{phone.Id}/move")).MoveCode;
        Task<Problem> ContinueAsync(int person) => Problem.OfAsync(
            Application.Nobody.PostAsync("/api/attempts/continue", new { moveCode = code, people.People[person].Token }));
        (await ContinueAsync(1)).Code.Should().Be("move-code-unknown");
        At(minutes: 16);
        (await ContinueAsync(0)).Code.Should().Be("move-code-unknown");
    }

    [Test]
    public async Task Another_agency_finds_no_attempt_and_no_seat()
    {
        var door = await people.OpenAsync("pre", form);
        var attempt = await people.StartAsync(door);
        var other = (await Application.NewAgencyAsync()).Admin;
        foreach (var sent in new[]
        {
            other.PostAsync($"/api/attempts/{attempt.Id}/extra-time", new { minutes = 5 }),
            other.PostAsync($"/api/attempts/{attempt.Id}/reopen", new { minutes = 5 }),
            other.PostAsync($"/api/attempts/{attempt.Id}/move"),
            other.PutAsync($"/api/administrations/{door.AdministrationId}/times", new { }),
            other.SendAsync(HttpMethod.Get, $"/api/administrations/{door.AdministrationId}/seats"),
            other.SendAsync(HttpMethod.Get, $"/api/administrations/{door.AdministrationId}/feed"),
            other.PutAsync($"/api/deliveries/{people.Id}/accommodations", new { people.People[0].ParticipantId, kind = "reader" }),
        })
        {
            (await Problem.OfAsync(sent)).Should().BeEquivalentTo(new { Status = 404, Code = "not-found" });
        }
    }

    [Test]
    public async Task The_feed_tells_all_seats_once_and_then_those_that_changed()
    {
        var door = await people.OpenAsync("pre", form);
        using var http = new HttpClient { BaseAddress = Application.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", agency.AdminKey);
        using var reader = new StreamReader(await http.GetStreamAsync($"/api/administrations/{door.AdministrationId}/feed"));
        (await NextAsync(reader)).Select(seat => seat.State).Should().Equal("not-joined", "not-joined", "not-joined");
        var attempt = await people.StartAsync(door, 1);
        await OkAsync(attempt.SaveAsync("a1", "b", 1));
        var changed = await NextAsync(reader);
        while (changed is not [{ Answered: 1 }]) changed = await NextAsync(reader);
        changed.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Number = 2, State = "working", AttemptId = attempt.Id, Items = 4 });
    }

    private static async Task<IReadOnlyList<Seat>> NextAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return JsonSerializer.Deserialize<List<Seat>>(line["data: ".Length..], JsonSerializerOptions.Web)!;
            }
        }

        throw new InvalidOperationException("The feed ended.");
    }

    private static async Task OkAsync(Task<HttpResponseMessage> sent)
    {
        using var response = await sent;
        response.IsSuccessStatusCode.Should().BeTrue(await response.Content.ReadAsStringAsync());
    }

    private void At(double minutes) => Application.Clock.Set(AssessmentApplication.FirstDay.AddMinutes(minutes));

    private Task<int> SweepAsync() => Application.Services.GetRequiredService<ExpiredAttempts>().HandInAsync(default);

    private async Task<IReadOnlyList<Seat>> SeatsAsync(OpenAdministration.Answer door) =>
        (await agency.Admin.GetAsync<ShowSeats.Answer>($"/api/administrations/{door.AdministrationId}/seats")).Seats;
}
