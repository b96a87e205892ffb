using Assessment.Api.Features.Demo;
using Assessment.Data;
using Assessment.Testing;

namespace Assessment.Browser.Tests.Taking;

/// <summary>Forty people at once, three deaths and an uplink that is cut: nothing is missing and nothing is double.</summary>
public class ClassTests : TakingTests
{
    private const int Tabs = 3, Devices = 37;

    [Test]
    public async Task Forty_devices_bring_every_answer_once()
    {
        var takers = new List<Taker>();
        for (var i = 0; i < Tabs; i++) takers.Add(await Scene.SitAsync());
        var attempts = new List<AssessmentApplicationAttempt>();
        for (var i = 0; i < Devices; i++) attempts.Add((await Scene.StartAsync()).Attempt);

        Scene.Uplink.Loss = 0.05;
        var class40 = attempts.Select((attempt, i) => new UploadingDevice(Scene.Uplink.Address, attempt, dies: i < 2).TakeAsync())
            .Concat(takers.Select((taker, i) => TakeAsync(taker, dies: i == 0)))
            .Append(CutAsync()).ToList();
        await Task.WhenAll(class40);

        var everybody = attempts.Concat(takers.Select(taker => taker.Attempt)).ToList();
        everybody.Should().HaveCount(40);
        foreach (var attempt in everybody)
        {
            var shown = await attempt.ShowAsync();
            shown.Submitted.Should().BeTrue();
            shown.Responses.Where(response => response.Value is not null).Select(response => response.Item).Should().BeEquivalentTo(TakeForms.Answers.Keys);
        }

        foreach (var taker in takers) await taker.EachOnceAsync();
        foreach (var attempt in attempts)
        {
            var number = int.Parse(attempt.Ticket.Split('.')[1], System.Globalization.CultureInfo.InvariantCulture);
            (await Scene.Application.ReadAsync(session => new AttemptStore(session).Events(Scene.Agency.Number, number)))
                .Should().HaveCount(TakeForms.Items).And.OnlyContain(taken => taken.Revision == 1);
        }
    }

    private static async Task TakeAsync(Taker taker, bool dies)
    {
        var items = TakeForms.Answers.Keys.ToList();
        for (var i = 0; i < items.Count; i++)
        {
            await taker.AnswerAsync(items[i]);
            if (dies && i == 5)
            {
                await taker.IsSavedAnywhereAsync(items[i]);
                await taker.DieAsync();
                await taker.OpenAsync();
            }
            else
            {
                await taker.NextAsync();
            }
        }

        await taker.HandInAsync();
        await taker.Page.Locator("#receipt-code").WaitForAsync(new() { Timeout = 60_000 });
    }

    private async Task CutAsync()
    {
        await Task.Delay(1000);
        Scene.Uplink.IsCut = true;
        await Task.Delay(2000);
        Scene.Uplink.IsCut = false;
    }

    /// <summary>A device without a screen that keeps to the rules of the page: what is not acknowledged is sent again, also after a death.</summary>
    private sealed class UploadingDevice(Uri address, AssessmentApplicationAttempt attempt, bool dies)
    {
        private readonly Random random = new(attempt.Id.GetHashCode());

        public async Task TakeAsync()
        {
            var kept = new Queue<object>(TakeForms.Answers.Select(answer => (object)new { item = answer.Key, value = ValueOf(answer.Key, answer.Value), revision = 1, seen = 0 }));
            while (kept.Count > 0)
            {
                await Task.Delay(random.Next(100, 400));
                var sent = kept.Take(random.Next(1, 4)).ToList();

                // One that dies has sent, but never hears the answer.
                var heard = await SendAsync(client => client.PutAsync($"/api/attempts/{attempt.Id}/responses", new { answers = sent, device = "phone" })) && !dies;
                dies = false;
                if (heard) sent.ForEach(_ => kept.Dequeue());
            }

            while (!await SendAsync(client => client.PostAsync($"/api/attempts/{attempt.Id}/submit")))
            {
                await Task.Delay(random.Next(100, 400));
            }
        }

        private static object ValueOf(string item, string stored) => item switch
        {
            "walk" => stored.Split('|').Select(turn => turn + ":900").ToArray(),
            "many" or "order" or "match" or "gap" => stored.Split('|'),
            _ => stored,
        };

        private async Task<bool> SendAsync(Func<ApiClient, Task<HttpResponseMessage>> send)
        {
            using var http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(5) };
            try
            {
                using var answer = await send(new ApiClient(http).WithTicket(attempt.Ticket));
                answer.EnsureSuccessStatusCode();
                var text = await answer.Content.ReadAsStringAsync();
                text.Should().NotContain("refused");
                return true;
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
            {
                return false;
            }
        }
    }
}
