using System.Globalization;
using Microsoft.Playwright;

namespace Assessment.Browser.Tests;

/// <summary>
/// The participant's pages, walked from the six letters to the receipt: accessible in both themes, on a phone, on a desk and at 200 %
/// zoom; large targets; nothing that moves; nothing from elsewhere; and the whole journey by keyboard without script.
/// </summary>
public class TakePageTests
{
    /// <summary>Pages that a walk stops at.</summary>
    private const int Stops = 27;

    private TakeWalk walk = null!;

    [OneTimeSetUp]
    public async Task Start() => walk = await TakeWalk.OpenAsync();

    [OneTimeTearDown]
    public async Task Stop() => await walk.DisposeAsync();

    [Test]
    public async Task No_page_has_an_accessibility_finding_or_scrolls_sideways()
    {
        var page = await Browser.NewPageAsync(1280, ColorScheme.Light);
        var findings = new List<string>();
        var stops = 0;
        await walk.GoAsync(page, async name =>
        {
            stops++;
            findings.AddRange(await Axe.FindingsEverywhereAsync(page, name.Replace('/', '-')));
        });
        findings.Should().BeEmpty();
        stops.Should().Be(Stops);
    }

    [Test]
    public async Task In_Spanish_and_the_largest_text_every_control_is_a_target_for_a_thumb_and_nothing_scrolls_sideways()
    {
        var page = await Browser.NewPageAsync(320, ColorScheme.Light);
        await page.GotoAsync(new Uri(walk.Address, "/take").ToString());
        await page.Locator("footer button[value=larger]").ClickAsync();
        var findings = new List<string>();
        await walk.GoAsync(page, async name =>
        {
            findings.AddRange((await page.EvaluateAsync<string[]>(SmallTargets)).Select(target => $"{name}: {target}"));
            if (!await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")) findings.Add($"{name} scrolls sideways");
            (await page.EvaluateAsync<string>("document.documentElement.lang + '.' + document.documentElement.className")).Should().Be("es.larger", name);
        }, "es");
        findings.Should().BeEmpty();
    }

    [Test]
    public async Task No_page_asks_another_host_breaks_its_content_policy_or_moves_after_it_is_drawn()
    {
        var page = await Browser.NewPageAsync(360, ColorScheme.Light);
        var findings = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(walk.Address.ToString(), StringComparison.Ordinal)) findings.Add(request.Url);
        };
        page.Console += (_, message) =>
        {
            // A browser notes each answer of 4xx; these are the refusals that the walk provokes.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) findings.Add(message.Text);
        };
        await walk.GoAsync(page, async name =>
        {
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            var shift = await page.EvaluateAsync<double>(Shift);
            if (shift > 0.001) findings.Add(string.Create(CultureInfo.InvariantCulture, $"{name} moves by {shift:0.000}"));
        });
        findings.Should().BeEmpty();
    }

    [Test]
    public async Task What_the_device_keeps_is_out_of_reach_of_scripts_and_of_other_sites()
    {
        var page = await Browser.NewPageAsync(360, ColorScheme.Light);
        await walk.EnterAsync(page, walk.NextToken());
        await page.Locator("button[value=start]").ClickAsync();
        await page.WaitForURLAsync("**/take/test");
        var cookies = (await page.Context.CookiesAsync()).Where(cookie => cookie.Name != "assessment-form").ToList();
        cookies.Select(cookie => cookie.Name).Should().BeEquivalentTo("assessment-ticket", "assessment-door", "assessment-device");
        cookies.Should().OnlyContain(cookie => cookie.HttpOnly == true && cookie.SameSite == SameSiteAttribute.Strict && cookie.Path == "/take");
    }

    [Test]
    public async Task The_whole_journey_goes_by_keyboard_without_script()
    {
        var first = await Browser.NewPageAsync(360, ColorScheme.Light);
        await using var context = await first.Context.Browser!.NewContextAsync(new BrowserNewContextOptions
        {
            JavaScriptEnabled = false,
            ViewportSize = new ViewportSize { Width = 360, Height = 740 },
        });
        var page = await context.NewPageAsync();
        var keys = new Keys(page);
        await page.GotoAsync(new Uri(walk.Address, "/take").ToString());
        await keys.TypeAsync("#join-code", walk.Door.JoinCode);
        await keys.PressAsync("main form .button.wide", "Enter");
        await ArriveAsync(page, "**/take/notice");
        await keys.PressAsync("input[value=granted]", "Space");
        await keys.TypeAsync("#token", walk.NextToken());
        await keys.PressAsync("main form .button.wide", "Enter");
        await ArriveAsync(page, "**/take/practice");
        await keys.PressAsync("button[value=start]", "Enter");
        await ArriveAsync(page, "**/take/item/1");
        await AnswerAllAsync(page, keys);
        (await page.Locator("main").InnerTextAsync()).Should().Contain("Every question is answered");
        await keys.PressAsync("#hand-in", "Enter");
        await ArriveAsync(page, "**/take/receipt");
        (await page.Locator(".note.ok .code").InnerTextAsync()).Should().MatchRegex("^[0-9A-Z]{4}-[0-9A-Z]{4}$");
    }

    private static async Task AnswerAllAsync(IPage page, Keys keys)
    {
        async Task Next(int item, Func<string, Task> answer)
        {
            await ArriveAsync(page, $"**/take/item/{item}*");
            await answer($"#answer-{item}");
            await keys.PressAsync($"#answer-{item} button[value=next]", "Enter");
        }

        await Next(1, form => keys.PressAsync($"{form} input[value=a]", "Space"));
        await Next(2, form => keys.PressAsync($"{form} input[value=c]", "Space"));
        await Next(3, form => keys.PressAsync($"{form} input[value=true]", "Space"));
        await Next(4, async form =>
        {
            await keys.ChooseAsync($"{form}-a", "2");
            await keys.ChooseAsync($"{form}-b", "1");
            await keys.ChooseAsync($"{form}-c", "3");
        });
        await Next(5, form => keys.ChooseAsync($"{form}-a", "A talk"));
        await Next(6, form => keys.ChooseAsync($"{form} select >> nth=0", "slow"));
        await Next(7, form => keys.TypeAsync($"{form}-value", "21"));
        // Enter in a text saves and goes on; it does not press the switches of language and size.
        await ArriveAsync(page, "**/take/item/8*");
        await keys.TypeAsync("#answer-8-value", "988");
        await page.Keyboard.PressAsync("Enter");
        await Next(9, form => keys.TypeAsync($"{form}-value", "Hello, I am here to help."));
        await Next(10, form => keys.PressAsync($"{form} input[value=a]", "Space"));
        await Next(11, async form =>
        {
            await keys.ChooseAsync($"{form}-b", "Best");
            await keys.ChooseAsync($"{form}-d", "Worst");
        });
        await Next(12, form => keys.ChooseAsync($"{form}-a", "Good"));
        await ArriveAsync(page, "**/take/item/13*");
        foreach (var choice in new[] { "n1:talk", "n2:wait" })
        {
            await keys.PressAsync($"input[value='{choice}']", "Space");
            await keys.PressAsync("button[value=turn]", "Enter");
            await page.Locator($"input[value='{choice}']").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        }

        await keys.PressAsync("#answer-13 button[value=next]", "Enter");
        await ArriveAsync(page, "**/take/review");
    }

    /// <summary>Waits for a page; says what is shown instead when it does not come.</summary>
    private static async Task ArriveAsync(IPage page, string address)
    {
        try
        {
            await page.WaitForURLAsync(address, new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit });
        }
        catch (TimeoutException)
        {
            Assert.Fail($"Waiting for {address}, {page.Url} shows: {await page.Locator("main").InnerTextAsync()}");
        }
    }

    /// <summary>Controls that are shown and lower than 44 pixels; links within a sentence are none (WCAG 2.2, 2.5.8).</summary>
    private const string SmallTargets =
        """
        [...document.querySelectorAll('button, select, textarea, input:not([type=hidden]):not([type=radio]):not([type=checkbox]), .choice, summary, a:not(.skip)')]
          .filter(one => one.offsetParent !== null && one.getBoundingClientRect().height < 44)
          .map(one => one.outerHTML.slice(0, 80))
        """;

    /// <summary>Sum of the layout shifts since the page was opened.</summary>
    private const string Shift =
        """
        new Promise(tell => {
          let sum = 0;
          new PerformanceObserver(list => { for (const one of list.getEntries()) sum += one.value; }).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => tell(sum)));
        })
        """;
}
