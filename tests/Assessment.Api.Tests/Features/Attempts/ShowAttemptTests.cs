using System.Text.Json;
using Assessment.Api.Features.Administrations;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Attempts;

public sealed class ShowAttemptTests : ApplicationTests
{
    private static readonly string[] Allowed =
    [
        "attemptId", "submitted", "receipt", "form", "responses", "endsAt", "submittedAt", "endedBy", "waits", "ticket", "wave",
        "identifier", "title", "language", "items", "type", "stem", "options", "text", "labels",
    ];

    private AssessmentApplicationClass people = null!;
    private OpenAdministration.Answer door = null!;

    [SetUp]
    public async Task OpenDoor()
    {
        var agency = await Application.NewAgencyAsync();
        people = await agency.ClassAsync(2);
        door = await people.OpenAsync("pre", await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A")));
    }

    [Test]
    public async Task The_form_shows_no_key_no_weight_no_rationale_and_no_topic()
    {
        var start = await Application.Nobody.PostAsync<JsonElement>("/api/attempts", people.Start(door));
        var holder = Application.Nobody.WithTicket(start.GetProperty("ticket").GetString()!);
        var shown = await holder.GetAsync<JsonElement>($"/api/attempts/{start.GetProperty("attemptId").GetString()}");
        foreach (var document in new[] { start, shown })
        {
            Names(document).Should().BeSubsetOf(Allowed);
            document.GetRawText().Should().NotContainAny("Planted-rationale", "DE_ALT", "calm", "passMark");
        }
    }

    [Test]
    public async Task Another_participant_and_an_unknown_attempt_look_the_same()
    {
        var (own, other) = (await people.StartAsync(door, 0), await people.StartAsync(door, 1));
        var foreign = await Problem.OfAsync(other.Holder.SendAsync(HttpMethod.Get, $"/api/attempts/{own.Id}"));
        var unknown = await Problem.OfAsync(other.Holder.SendAsync(HttpMethod.Get, $"/api/attempts/{Guid.NewGuid()}"));
        (foreign.Status, foreign.Code).Should().Be((404, "not-found"));
        WithoutTrace(foreign.Text).Should().Be(WithoutTrace(unknown.Text));
    }

    [Test]
    public async Task The_form_of_a_scale_has_its_labels_but_not_which_items_are_reversed()
    {
        var scale = await people.OpenAsync("pre", await people.Agency.PublishAsync(AssessmentApplicationForms.Scale));
        var attempt = await people.StartAsync(scale);
        attempt.Form.Items[1].Labels.Should().Equal("No", "Partly", "Yes");
        Names(JsonSerializer.SerializeToElement(attempt.Form, JsonSerializerOptions.Web)).Should().NotContain("reversed");
    }

    private static IEnumerable<string> Names(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Names(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
        _ => [],
    };

    private static string WithoutTrace(string problem)
    {
        var members = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(problem)!;
        members.Remove("traceId");
        return JsonSerializer.Serialize(members);
    }
}
