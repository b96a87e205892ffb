using System.Net.Http.Json;
using System.Text.Json;
using Assessment.Api.Features.Administrations;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Demo;
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

    [TestCase(null, "Practice", "Tuesday")]
    [TestCase("es-MX", "Práctica", "Martes")]
    [TestCase("fr", "Practice", "Tuesday")]
    public async Task A_door_shows_an_item_to_practise_on_in_the_language_of_the_notice(string? language, string stem, string day)
    {
        var door = await OneDoorAsync();
        var shown = (await Application.Nobody.PostAsync<JsonElement>("/api/doors", new { door.JoinCode, language })).GetProperty("practice");
        shown.EnumerateObject().Select(part => part.Name).Should().Equal("identifier", "type", "stem", "options");
        shown.GetProperty("type").GetString().Should().Be("single-choice");
        shown.GetProperty("stem").GetString().Should().StartWith(stem);
        shown.GetProperty("options")[0].EnumerateObject().Select(part => (part.Name, part.Value.GetString())).Should().Equal(("identifier", "a"), ("text", day));
    }

    [Test]
    public async Task An_answer_to_the_practice_item_is_taken_by_no_address_and_stored_nowhere()
    {
        var agency = await Application.NewAgencyAsync();
        var people = await agency.ClassAsync(1);
        var door = await people.OpenAsync("pre", await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A")));
        var practice = (await DoorAsync(door.JoinCode)).Practice;
        var attempt = await people.StartAsync(door);
        attempt.Form.Items.Select(item => item.Identifier).Should().NotContain(practice.Identifier);

        (await Problem.OfAsync(attempt.SaveAsync(practice.Identifier, practice.Options![0].Identifier, 1))).Should().BeEquivalentTo(new { Status = 422, Code = "item-not-on-form" });
        var uploaded = await attempt.Holder.PutAsync($"/api/attempts/{attempt.Id}/responses", new
        {
            answers = new[] { new { item = practice.Identifier, value = "a", revision = 1 }, new { item = "a1", value = "b", revision = 1 } },
            device = "tablet",
        });
        (await uploaded.Content.ReadFromJsonAsync<UploadResponses.Answer>(ApiClient.Json))!.Answers.Should().Equal(
            new UploadResponses.Acknowledged(practice.Identifier, "refused", 1, "item-not-on-form", "The form of this attempt has no item with this identifier."),
            new UploadResponses.Acknowledged("a1", "saved", 1));

        (await attempt.ShowAsync()).Responses.Should().Equal(new ShowAttempt.Saved("a1", "b", 1));
        (await Application.ReadAsync(session => session.Value<int>("SELECT COUNT(*) FROM response_event WHERE agency_id = @Number", new { agency.Number })))
            .Should().Be(1, "the answer to the form's own item alone");
    }

    [TestCase("AAAAAA")]
    [TestCase("not a code")]
    public async Task An_unknown_code_opens_nothing(string joinCode) =>
        (await Problem.OfAsync(Application.Nobody.PostAsync("/api/doors", new { joinCode }))).Code.Should().Be("token-unknown");

    private async Task<OpenAdministration.Answer> OneDoorAsync()
    {
        var agency = await Application.NewAgencyAsync();
        return await (await agency.ClassAsync(1)).OpenAsync("pre", await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A")));
    }

    private Task<OpenDoor.Answer> DoorAsync(string joinCode) => Application.Nobody.PostAsync<OpenDoor.Answer>("/api/doors", new { joinCode });
}
