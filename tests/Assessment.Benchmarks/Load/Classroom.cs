using System.Text.Json;
using Assessment.Api.Features.Demo;

namespace Assessment.Benchmarks.Load;

/// <summary>Opens the knowledge test to every class of the sample study through the API, as staff and devices would.</summary>
internal sealed class Classroom(ApiClient nobody, DemoSetup setup)
{
    private sealed record Opened(string JoinCode);

    private sealed record Started(string Ticket, JsonElement Form);

    private sealed record Roster(IReadOnlyList<RosterPerson> Participants);

    private sealed record RosterPerson(string Token);

    /// <summary>One device per participant of the study.</summary>
    public async Task<IReadOnlyList<Device>> OpenAsync(string wave)
    {
        var devices = new List<Device>();
        foreach (var one in setup.Classes)
        {
            var joinCode = await DoorAsync(one, wave);
            foreach (var person in one.People) devices.Add(await StartAsync(joinCode, person.Token));
        }

        return devices;
    }

    /// <summary>People more than the study has, in its first class, and the door to their post-test; nobody has started yet.</summary>
    public async Task<(string JoinCode, IReadOnlyList<string> Tokens)> CrowdAsync(int people)
    {
        var first = setup.Classes[0];
        var lines = Enumerable.Repeat(first.People[0].Person.RosterLine, people).Prepend(StudyFiles.RosterHeader);
        var roster = await first.Agency.Admin.PostAsync<Roster>($"/api/deliveries/{first.Id}/roster", ApiClient.Csv(string.Join('\n', lines) + "\n"));
        return (await DoorAsync(first, "post"), [.. roster.Participants.Select(person => person.Token)]);
    }

    public async Task<Device> StartAsync(string joinCode, string token)
    {
        var attemptId = Guid.NewGuid();
        var started = await nobody.PostAsync<Started>(
            "/api/attempts", new { attemptId, joinCode, token, device = Device.Name, consent = "granted" });
        return new(attemptId, started.Ticket, [.. started.Form.GetProperty("items").EnumerateArray().Select(Answer)]);
    }

    private async Task<string> DoorAsync(DemoClass one, string wave) => (await one.Agency.Trainer.PostAsync<Opened>(
        $"/api/deliveries/{one.Id}/administrations", new { wave, forms = setup.FormsOf("dekt") })).JoinCode;

    private static (string, string) Answer(JsonElement item)
    {
        var identifier = item.GetProperty("identifier").GetString()!;
        if (!item.TryGetProperty("options", out var options)) return (identifier, "true");
        var first = options[0].GetProperty("identifier").GetString();
        return (identifier, item.GetProperty("type").GetString() == "multiple-choice" ? $"[\"{first}\"]" : $"\"{first}\"");
    }
}
