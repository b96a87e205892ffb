using System.Text.Json;
using Assessment.Api.Features.Demo;

namespace Assessment.Benchmarks.Load;

/// <summary>A device with an open attempt at a test of thirty items.</summary>
/// <param name="AttemptId">The attempt.</param>
/// <param name="Ticket">Its ticket, as sent.</param>
/// <param name="Answers">Per item its identifier and an answer in JSON.</param>
internal sealed record Device(Guid AttemptId, string Ticket, IReadOnlyList<(string Item, string Json)> Answers)
{
    /// <summary>The request that saves answer number <paramref name="n"/> of an endless series: item by item, revisions rising.</summary>
    public byte[] Save(int n)
    {
        var (item, json) = Answers[n % Answers.Count];
        return HttpConnection.Request(
            "PUT", $"/api/attempts/{AttemptId}/responses/{item}", $"Ticket {Ticket}",
            $$"""{"value":{{json}},"revision":{{(n / Answers.Count) + 1}},"device":"device-0001"}""");
    }

    public byte[] Submit() => HttpConnection.Request("POST", $"/api/attempts/{AttemptId}/submit", $"Ticket {Ticket}", "{}");
}

/// <summary>Opens the knowledge test to every class of the sample study through the API, as staff and devices would.</summary>
internal sealed class Classroom(ApiClient nobody, DemoSetup setup)
{
    private sealed record Opened(string JoinCode);

    private sealed record Started(string Ticket, JsonElement Form);

    /// <summary>One device per participant of the study.</summary>
    public async Task<IReadOnlyList<Device>> OpenAsync(string wave)
    {
        var devices = new List<Device>();
        foreach (var one in setup.Classes)
        {
            var opened = await one.Agency.Trainer.PostAsync<Opened>(
                $"/api/deliveries/{one.Id}/administrations", new { wave, forms = setup.FormsOf("dekt") });
            foreach (var person in one.People) devices.Add(await StartAsync(opened.JoinCode, person.Token));
        }

        return devices;
    }

    private async Task<Device> StartAsync(string joinCode, string token)
    {
        var attemptId = Guid.NewGuid();
        var started = await nobody.PostAsync<Started>(
            "/api/attempts", new { attemptId, joinCode, token, device = "device-0001", consent = "granted" });
        return new(attemptId, started.Ticket, [.. started.Form.GetProperty("items").EnumerateArray().Select(Answer)]);
    }

    private static (string, string) Answer(JsonElement item)
    {
        var identifier = item.GetProperty("identifier").GetString()!;
        if (!item.TryGetProperty("options", out var options)) return (identifier, "true");
        var first = options[0].GetProperty("identifier").GetString();
        return (identifier, item.GetProperty("type").GetString() == "multiple-choice" ? $"[\"{first}\"]" : $"\"{first}\"");
    }
}
