using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Demo;
using Assessment.Testing;

namespace Assessment.Api.Tests.Durability;

/// <summary>
/// An attempt on two devices that change its answers as fast as they can, one by one and in bulk, until the service is gone or
/// one of them hands in. It remembers what was acknowledged.
/// </summary>
internal sealed class LoadedAttempt(AssessmentApplicationAttempt attempt)
{
    private readonly ConcurrentDictionary<string, long> acknowledged = new();
    private readonly ConcurrentDictionary<(string Item, long Revision), bool> sent = new();
    private long revision;
    private int answers, unanswered;
    private volatile bool handingIn;

    public AssessmentApplicationAttempt Attempt => attempt;

    public int Answers => answers;

    /// <summary>Requests that were sent and never answered, because the service died.</summary>
    public int Unanswered => unanswered;

    /// <summary>Newest acknowledged revision by item.</summary>
    public IReadOnlyDictionary<string, long> Acknowledged => acknowledged;

    /// <summary>Every acknowledged save: true. Those sent and not acknowledged: false.</summary>
    public IReadOnlyDictionary<(string Item, long Revision), bool> Sent => sent;

    /// <summary>The receipt that was answered; null before.</summary>
    public string? Receipt { get; private set; }

    /// <summary>Somebody tried to hand in; whether it was done is known only with the receipt.</summary>
    public bool HandingIn => handingIn;

    /// <summary>Both devices work until the service is gone or the attempt is handed in.</summary>
    /// <param name="nobody">The service.</param>
    /// <param name="handInAfter">Acknowledged answers of this round after which the first device hands in; null never.</param>
    /// <param name="saved">Called at each acknowledged answer.</param>
    public Task LoadAsync(ApiClient nobody, int? handInAfter, Action saved)
    {
        var holder = nobody.WithTicket(attempt.Ticket);
        var end = answers + handInAfter ?? int.MaxValue;
        return Task.WhenAll(UntilDeadAsync(holder, "tablet", () => answers >= end, saved), UntilDeadAsync(holder, "phone", () => false, saved));
    }

    /// <summary>Hands in, again where the answer to an earlier try never came.</summary>
    public async Task HandInAsync(ApiClient nobody)
    {
        handingIn = true;
        Receipt = (await nobody.WithTicket(attempt.Ticket).PostAsync<SubmitAttempt.Receipt>($"/api/attempts/{attempt.Id}/submit")).Code;
    }

    /// <summary>What an item is answered with at a revision, as stored.</summary>
    public string ValueAt(string item, long at)
    {
        var even = at / 4 % 2 == 0;
        return attempt.Form.Items.Single(one => one.Identifier == item).Options is { } options ? options[even ? 0 : 1].Identifier : even ? "true" : "false";
    }

    private async Task UntilDeadAsync(ApiClient holder, string device, Func<bool> isEnough, Action saved)
    {
        try
        {
            for (var turn = 0; Receipt is null; turn++)
            {
                if (isEnough())
                {
                    await HandInAsync(holder);
                    return;
                }

                var acknowledgements = turn % 3 == 2 ? await UploadAsync(holder, device) : await SaveAsync(holder, device);
                if (acknowledgements < 0) return;
                for (var i = 0; i < acknowledgements; i++) saved();
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or SocketException or IOException)
        {
            Interlocked.Increment(ref unanswered);
        }
    }

    private async Task<int> SaveAsync(ApiClient holder, string device)
    {
        var (item, body) = Next();
        using var response = await holder.PutAsync(
            $"/api/attempts/{attempt.Id}/responses/{item}", new { body.Value, body.Revision, device, body.Seen });
        if (response.StatusCode == HttpStatusCode.Conflict) return await RefusedAsync(holder, await response.Content.ReadAsStringAsync());
        response.EnsureSuccessStatusCode();
        return Count(item, body.Revision, (await response.Content.ReadFromJsonAsync<SaveResponse.Answer>(ApiClient.Json))!.State);
    }

    private async Task<int> UploadAsync(ApiClient holder, string device)
    {
        var queued = Enumerable.Range(0, 3).Select(_ => Next()).ToList();
        var body = new { answers = queued.Select(one => new { item = one.Item, one.Body.Value, one.Body.Revision, one.Body.Seen }), device };
        var answered = await holder.PutAsync<UploadResponses.Answer>($"/api/attempts/{attempt.Id}/responses", body);
        if (answered.Answers.FirstOrDefault(one => one.State == "refused") is { } refused && await RefusedAsync(holder, refused.Code!) < 0) return -1;
        return answered.Answers.Zip(queued).Sum(pair => Count(pair.First.Item, pair.Second.Body.Revision, pair.First.State));
    }

    private (string Item, (object Value, long Revision, long? Seen) Body) Next()
    {
        var next = Interlocked.Increment(ref revision);
        var item = attempt.Form.Items[(int)(next % attempt.Form.Items.Count)].Identifier;
        sent[(item, next)] = false;
        object value = ValueAt(item, next) switch { "true" => true, "false" => false, var text => text };
        return (item, (value, next, acknowledged.TryGetValue(item, out var seen) ? seen : null));
    }

    /// <summary>Only an answer that was written counts: a superseded one names a newer revision that stands instead.</summary>
    private int Count(string item, long at, string state)
    {
        if (state != "saved") return 0;
        sent[(item, at)] = true;
        acknowledged.AddOrUpdate(item, at, (_, newest) => Math.Max(newest, at));
        Interlocked.Increment(ref answers);
        return 1;
    }

    /// <summary>Negative when the attempt is handed in; else the device loads what stands and goes on.</summary>
    private async Task<int> RefusedAsync(ApiClient holder, string problem)
    {
        if (problem.Contains("already-submitted", StringComparison.Ordinal)) return -1;
        problem.Should().Contain("stale-revision", "nothing else may refuse a running attempt");
        foreach (var stored in (await holder.GetAsync<ShowAttempt.Answer>($"/api/attempts/{attempt.Id}")).Responses)
        {
            sent.Should().ContainKey((stored.Item, stored.Revision), "what stands was sent");
            acknowledged.AddOrUpdate(stored.Item, stored.Revision, (_, newest) => Math.Max(newest, stored.Revision));
        }

        return 0;
    }
}
