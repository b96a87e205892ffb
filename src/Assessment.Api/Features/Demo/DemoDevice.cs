using System.Net;

namespace Assessment.Api.Features.Demo;

/// <summary>
/// A participant's device: opens the door, saves each answer on its own, sends some twice and some late, and submits.
/// It behaves as a phone in a room with bad Wi-Fi does.
/// </summary>
internal sealed class DemoDevice(ApiClient nobody, Action saved)
{
    private sealed record Started(string Ticket);

    private sealed record Receipt(string Code);

    /// <summary>Takes one attempt from door to receipt.</summary>
    public async Task TakeAsync(string joinCode, string token, bool consents, IReadOnlyList<StudyResponse> responses)
    {
        var attemptId = Guid.NewGuid();
        var start = new
        {
            attemptId,
            joinCode,
            token,
            device = responses.Count > 0 ? responses[0].Device : "own",
            consent = consents ? "granted" : "refused",
        };
        var started = await nobody.PostAsync<Started>("/api/attempts", start);
        var device = nobody.WithTicket(started.Ticket);
        foreach (var (response, sends) in InOrderOfArrival(responses))
        {
            for (var i = 0; i < sends; i++)
            {
                await SaveAsync(device, attemptId, response);
            }

            saved();
        }

        await device.PostAsync<Receipt>($"/api/attempts/{attemptId}/submit");
    }

    /// <summary>An answer with a delay arrives that many answers later; its revision keeps the newest.</summary>
    private static IEnumerable<(StudyResponse Response, int Sends)> InOrderOfArrival(IReadOnlyList<StudyResponse> responses) =>
        responses.Select((response, i) => (response, at: i + response.Delay))
            .OrderBy(one => one.at)
            .Select(one => (one.response, 1 + one.response.Repeats));

    private static async Task SaveAsync(ApiClient device, Guid attemptId, StudyResponse response)
    {
        using var answer = await device.PutAsync(
            $"/api/attempts/{attemptId}/responses/{response.Item}",
            new { value = Value(response.Value), revision = response.Revision, device = response.Device });
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            throw new ApiProblemException((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
    }

    private static object Value(string text) =>
        text.Contains('|', StringComparison.Ordinal) ? text.Split('|') : text;
}
