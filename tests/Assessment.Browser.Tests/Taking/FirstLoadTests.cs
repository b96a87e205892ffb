using Microsoft.Playwright;

namespace Assessment.Browser.Tests.Taking;

/// <summary>What the first load of a long test costs, and that nothing comes after it.</summary>
public class FirstLoadTests : TakingTests
{
    private const string Shifts =
        """
        window.shifts = 0;
        new PerformanceObserver((list) => { for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.shifts += shift.value; })
          .observe({ type: "layout-shift", buffered: true });
        """;

    private protected override Task<TakeScene> SetSceneAsync() => TakeScene.SetAsync(TakeForms.Sixty());

    [Test]
    public async Task Sixty_questions_come_in_less_than_150_kilobytes_and_nothing_is_fetched_after()
    {
        var taker = await Scene.ComeAsync();
        var before = Scene.Uplink.BytesToDevices;
        await taker.OpenAsync();
        await taker.IsKeptAsync();
        var bytes = Scene.Uplink.BytesToDevices - before;
        TestContext.Out.WriteLine($"First load: {bytes} bytes, the copy for being without a network included.");
        bytes.Should().BeLessThan(150_000);

        Scene.Uplink.Asked.Clear();
        for (var i = 1; i <= 12; i++)
        {
            await taker.Section($"q{i}").Locator("input[value=b]").CheckAsync();
            await taker.IsSavedAsync($"q{i}", "server");
            await taker.NextAsync();
        }

        await taker.GoAsync("review");
        await taker.HandInAsync();
        await taker.ReceiptAsync();
        var attempt = $"/api/attempts/{taker.Attempt.Id}";
        Scene.Uplink.Asked.Should().BeEquivalentTo(Enumerable.Repeat($"PUT {attempt}/responses", 12).Append($"POST {attempt}/submit"));
    }

    [Test]
    public async Task Nothing_moves_unasked_when_the_connection_goes_and_comes()
    {
        var taker = await Scene.ComeAsync();
        await taker.Device.AddInitScriptAsync(Shifts);
        await taker.OpenAsync();
        await taker.IsKeptAsync();
        Scene.Uplink.IsCut = true;
        for (var i = 1; i <= 3; i++)
        {
            await taker.Section($"q{i}").Locator("input[value=b]").CheckAsync();
            await taker.IsSavedAsync($"q{i}", "local");
            await taker.NextAsync();
        }

        await taker.Page.Locator("#connection:visible").WaitForAsync();
        Scene.Uplink.IsCut = false;
        await taker.Page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await taker.IsSavedAsync("q3", "server");
        await taker.Page.Locator("#connection").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        (await taker.Page.EvaluateAsync<double>("window.shifts")).Should().Be(0);
    }

    [Test, Explicit, Category("Long")]
    public async Task First_question_is_on_the_screen_within_a_second_on_fast_3G()
    {
        // 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back: the profile that browsers' tools call fast 3G.
        var (shown, ready) = (new List<double>(), new List<double>());
        for (var round = 0; round < 5; round++)
        {
            var taker = await Scene.ComeAsync();
            await taker.Device.AddInitScriptAsync(
                "new MutationObserver(() => { if (!window.ready && document.querySelector('#test.ready')) window.ready = performance.now(); })"
                + ".observe(document, { subtree: true, childList: true, attributes: true });");
            await taker.GoAsync(async page => await (await taker.Device.NewCDPSessionAsync(page)).SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
            {
                ["offline"] = false,
                ["latency"] = 150,
                ["downloadThroughput"] = 1_600_000 / 8,
                ["uploadThroughput"] = 750_000 / 8,
            }));
            await taker.ReadyAsync();
            ready.Add(await taker.Page.EvaluateAsync<double>("window.ready"));
            shown.Add(await taker.Page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0].startTime"));
            await taker.Device.CloseAsync();
        }

        TestContext.Out.WriteLine($"Shown after {Words(shown)} ms, script ready after {Words(ready)} ms.");
        shown.Order().ElementAt(2).Should().BeLessThan(1000, "the median of five first loads");

        static string Words(IEnumerable<double> times) => string.Join(", ", times.Order().Select(time => $"{time:F0}"));
    }
}
