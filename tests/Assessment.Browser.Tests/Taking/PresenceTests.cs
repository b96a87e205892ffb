using Assessment.Api.Features.Administrations;

namespace Assessment.Browser.Tests.Taking;

/// <summary>The open page says that it is there; a hidden or closed one says nothing.</summary>
public class PresenceTests : TakingTests
{
    private const string Hideable =
        "Object.defineProperty(document, 'visibilityState', { get: () => window.isHidden ? 'hidden' : 'visible' });";

    [Test]
    public async Task A_long_thought_stays_working_and_a_closed_page_becomes_away()
    {
        var taker = await ReadyAsync();
        await PassAsync(taker, minutes: 10);
        await Eventually(async () => (await SeatAsync(taker)).SaysHere);
        (await SeatAsync(taker)).Should().BeEquivalentTo(new { State = "working", SilentSince = (DateTimeOffset?)null });
        var last = Scene.Application.Clock.GetUtcNow();
        await taker.Page.CloseAsync();
        Scene.Application.Clock.Set(last.AddMinutes(4));
        var seat = await SeatAsync(taker);
        seat.SilentSince.Should().BeCloseTo(last, TimeSpan.FromSeconds(30));
        seat.SaysHere.Should().BeTrue("so that the tile says away, not idle");
    }

    [Test]
    public async Task A_hidden_page_says_nothing_and_speaks_when_it_is_seen_again()
    {
        var taker = await ReadyAsync();
        await taker.Page.EvaluateAsync("window.isHidden = true; document.dispatchEvent(new Event('visibilitychange'))");
        Scene.Uplink.Asked.Clear();
        for (var i = 0; i < 4; i++) await taker.Page.Clock.FastForwardAsync(20_000);
        await taker.AnswerAsync("one");
        await taker.IsSavedAsync("one", "server");
        Scene.Uplink.Asked.Should().NotContain(Here(taker), "the answer came after what a hidden page would have said");
        for (var i = 0; i < 2; i++) await taker.Page.Clock.FastForwardAsync(20_000);
        await taker.Page.EvaluateAsync("window.isHidden = false; document.dispatchEvent(new Event('visibilitychange'))");
        await Eventually(() => Task.FromResult(Scene.Uplink.Asked.Count(asked => asked == Here(taker)) == 1));
    }

    private static string Here(Taker taker) => $"POST /api/attempts/{taker.Attempt.Id}/here";

    private async Task<Taker> ReadyAsync()
    {
        var taker = await Scene.ComeAsync();
        await taker.Device.AddInitScriptAsync(Hideable);
        await taker.GoAsync(page => page.Clock.InstallAsync());
        await taker.ReadyAsync();
        return taker;
    }

    private async Task PassAsync(Taker taker, double minutes)
    {
        Scene.Application.Clock.Set(Scene.Application.Clock.GetUtcNow().AddMinutes(minutes));
        await taker.Page.Clock.FastForwardAsync(30_000);
    }

    private async Task<Seat> SeatAsync(Taker taker) =>
        (await Scene.Admin.GetAsync<ShowSeats.Answer>($"/api/administrations/{Scene.AdministrationId}/seats")).Seats.Single(seat => seat.AttemptId == taker.Attempt.Id);

    private static async Task Eventually(Func<Task<bool>> holds)
    {
        for (var tries = 0; !await holds(); tries++)
        {
            tries.Should().BeLessThan(100, "it comes within some seconds");
            await Task.Delay(100);
        }
    }
}
