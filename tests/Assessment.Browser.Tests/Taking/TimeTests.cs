namespace Assessment.Browser.Tests.Taking;

/// <summary>The time that is left, by the server's clock: the devices' is months away from it in these tests.</summary>
public class TimeTests : TakingTests
{
    private protected override Task<TakeScene> SetSceneAsync() => TakeScene.SetAsync(settings: new { timeLimitMinutes = 30 });

    [Test]
    public async Task Five_minutes_and_one_minute_before_the_end_are_told_and_more_time_goes_on()
    {
        var taker = await Scene.ComeAsync();
        await taker.GoAsync(page => page.Clock.InstallAsync());
        await taker.ReadyAsync();
        var notes = taker.Page.Locator("[role=status] #note-time");
        (await taker.Page.Locator("#time").InnerTextAsync()).Should().Contain("Time left: 30 minutes.");
        (await notes.CountAsync()).Should().Be(0);
        await PassAsync(25.1);
        (await notes.InnerTextAsync()).Should().Be("Time left: 5 minutes.");
        await PassAsync(4);
        (await notes.InnerTextAsync()).Should().StartWith("Less than one minute is left.");
        await PassAsync(1);
        (await notes.InnerTextAsync()).Should().StartWith("Time is up.");
        (await taker.Section("one").EvaluateAsync<bool>("item => item.inert")).Should().BeTrue();

        (await Scene.Admin.PostAsync($"/api/attempts/{taker.Attempt.Id}/extra-time", new { minutes = 10 })).EnsureSuccessStatusCode();
        await PassAsync(0.6);
        await notes.WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        await taker.GoToAsync("one");
        await taker.AnswerAsync("one");
        await taker.IsSavedAsync("one", "server");

        async Task PassAsync(double minutes)
        {
            Scene.Application.Clock.Set(Scene.Application.Clock.GetUtcNow().AddMinutes(minutes));
            await taker.Page.Clock.FastForwardAsync((long)(minutes * 60_000));
        }
    }
}
