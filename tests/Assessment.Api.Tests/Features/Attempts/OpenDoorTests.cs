using Assessment.Api.Features.Attempts;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Attempts;

public sealed class OpenDoorTests : ApplicationTests
{
    [Test]
    public async Task A_door_says_what_it_opens_who_will_see_what_and_whether_consent_is_asked()
    {
        var agency = await Application.NewAgencyAsync();
        var people = await agency.ClassAsync(1);
        var research = await people.OpenAsync("pre", await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A")));
        var training = await people.OpenAsync("pre", await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A", "certificate", "training")));
        var shown = await DoorAsync(research.JoinCode);
        (shown.Title, shown.Wave, shown.Open, shown.ConsentNeeded).Should().Be(("Knowledge test", "pre", true, true));
        shown.Notice.Should().Contain("research data");
        (await DoorAsync(training.JoinCode)).Should().Match<OpenDoor.Answer>(door => !door.ConsentNeeded && door.Notice.Contains("training record"));
        (await agency.Admin.PostAsync($"/api/administrations/{research.AdministrationId}/close")).EnsureSuccessStatusCode();
        (await DoorAsync(research.JoinCode)).Open.Should().BeFalse();
    }

    [TestCase("AAAAAA")]
    [TestCase("not a code")]
    public async Task An_unknown_code_opens_nothing(string joinCode) =>
        (await Problem.OfAsync(Application.Nobody.PostAsync("/api/doors", new { joinCode }))).Code.Should().Be("token-unknown");

    private Task<OpenDoor.Answer> DoorAsync(string joinCode) => Application.Nobody.PostAsync<OpenDoor.Answer>("/api/doors", new { joinCode });
}
