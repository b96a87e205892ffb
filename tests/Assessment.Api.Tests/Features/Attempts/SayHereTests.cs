using System.Net;
using Assessment.Api.Features.Administrations;
using Assessment.Api.Features.Attempts;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Attempts;

/// <summary>An open page says that it is there; the room tells a long thought from a device that is away.</summary>
public sealed class SayHereTests : ApplicationTests
{
    private AssessmentApplicationAgency agency = null!;
    private AssessmentApplicationClass people = null!;
    private OpenAdministration.Answer door = null!;

    [SetUp]
    public async Task NewClass()
    {
        agency = await Application.NewAgencyAsync();
        people = await agency.ClassAsync(2);
        door = await people.OpenAsync("pre", await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A")));
    }

    [Test]
    public async Task A_page_that_says_so_is_not_silent_until_it_stops()
    {
        var (thinks, plain) = (await people.StartAsync(door, 0), await people.StartAsync(door, 1));
        At(minutes: 10);
        await HereAsync(thinks);
        At(minutes: 12);
        var seats = await SeatsAsync();
        (seats[0].SilentSince, seats[0].SaysHere).Should().Be((null, true));
        seats[1].SilentSince.Should().BeCloseTo(AssessmentApplication.FirstDay, TimeSpan.FromSeconds(30), "without script answers are the sign");
        At(minutes: 14);
        (await SeatsAsync())[0].SilentSince.Should().BeCloseTo(AssessmentApplication.FirstDay.AddMinutes(10), TimeSpan.FromSeconds(30));
        (await plain.SaveAsync("a1", "b", 1)).EnsureSuccessStatusCode();
        (await SeatsAsync())[1].Should().BeEquivalentTo(new { SilentSince = (DateTimeOffset?)null, SaysHere = false });
    }

    [Test]
    public async Task It_is_forgotten_when_the_attempt_is_handed_in_and_leaves_nothing_in_the_database()
    {
        var attempt = await people.StartAsync(door);
        var entries = (await Application.AuditAsync(agency)).Count;
        await HereAsync(attempt);
        (await Application.AuditAsync(agency)).Should().HaveCount(entries);
        (await SeatsAsync())[0].Should().BeEquivalentTo(new { SaysHere = true, Answered = 0, LastSavedAt = (DateTimeOffset?)null });
        await attempt.SubmitAsync();
        (await SeatsAsync())[0].Should().BeEquivalentTo(new { State = "submitted", SaysHere = false });
    }

    [Test]
    public async Task Only_the_holder_of_the_ticket_says_so()
    {
        var (own, other) = (await people.StartAsync(door, 0), await people.StartAsync(door, 1));
        (await Problem.OfAsync(own.Holder.PostAsync($"/api/attempts/{other.Id}/here"))).Code.Should().Be("not-found");
        (await Problem.OfAsync(Application.Nobody.PostAsync($"/api/attempts/{own.Id}/here"))).Status.Should().Be(401);
        (await Problem.OfAsync(agency.Admin.PostAsync($"/api/attempts/{own.Id}/here"))).Status.Should().Be(401);
        (await SeatsAsync()).Should().OnlyContain(seat => !seat.SaysHere);
    }

    [Test]
    public void What_is_known_is_bounded()
    {
        var presence = new Presence(TimeProvider.System);
        for (var attempt = 0; attempt <= Presence.MostKnown; attempt++) presence.Here(1, attempt);
        presence.LastOf(1, 0).Should().BeNull();
        presence.LastOf(1, Presence.MostKnown).Should().NotBeNull("who speaks is known");
    }

    [TestCase(20, 180, true), TestCase(5, 30, true), TestCase(30, 30, false), TestCase(4, 180, false), TestCase(601, 3600, false)]
    public void A_page_speaks_more_often_than_silence_is_judged(int presence, int silent, bool valid) =>
        new AttemptOptions { PresenceSeconds = presence, SilentSeconds = silent }.Valid.Should().Be(valid);

    private static async Task HereAsync(AssessmentApplicationAttempt attempt)
    {
        using var said = await attempt.Holder.PostAsync($"/api/attempts/{attempt.Id}/here");
        said.StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    private async Task<IReadOnlyList<Seat>> SeatsAsync() =>
        (await agency.Admin.GetAsync<ShowSeats.Answer>($"/api/administrations/{door.AdministrationId}/seats")).Seats;

    private void At(double minutes) => Application.Clock.Set(AssessmentApplication.FirstDay.AddMinutes(minutes));
}
