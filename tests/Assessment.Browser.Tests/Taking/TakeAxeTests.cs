using Microsoft.Playwright;

namespace Assessment.Browser.Tests.Taking;

/// <summary>What the script adds to the page is accessible too: notes at the foot, the choice between two answers, the receipt.</summary>
public class TakeAxeTests : TakingTests
{
    private protected override Task<TakeScene> SetSceneAsync() => TakeScene.SetAsync(settings: new { timeLimitMinutes = 5 });

    [Test]
    public async Task Nothing_that_the_script_says_has_an_accessibility_finding([Values] bool isDark)
    {
        var taker = await Scene.ComeAsync(await Browser.NewContextAsync(320, isDark ? ColorScheme.Dark : ColorScheme.Light));
        await taker.OpenAsync();
        await taker.IsKeptAsync();
        await taker.AnswerAsync("one");
        await taker.IsSavedAsync("one", "server");
        (await taker.Attempt.SaveAsync("one", "a", 7, device: "other", seen: 1)).EnsureSuccessStatusCode();
        await taker.Section("one").Locator("[data-go=clear]").ClickAsync();
        await taker.AnswerAsync("one");
        await taker.Section("one").Locator(".stale").WaitForAsync();
        await taker.Page.Locator("#note-time").WaitForAsync();
        Scene.Uplink.IsCut = true;
        await taker.NextAsync();
        await taker.AnswerAsync("many");
        await taker.Page.Locator("#connection:visible").WaitForAsync();
        await taker.Page.Locator("section.item:visible [data-go=back]").ClickAsync();
        (await Axe.FindingsAsync(taker.Page)).Should().BeEmpty();

        await taker.GoAsync("review");
        await taker.HandInAsync();
        await taker.Page.Locator("#note-hand-in").WaitForAsync();
        (await Axe.FindingsAsync(taker.Page)).Should().BeEmpty();

        Scene.Uplink.IsCut = false;
        await taker.GoToAsync("one");
        await taker.Section("one").GetByText("Use the one on this page").ClickAsync();
        await taker.AllOnServerAsync("one", "many");
        await taker.GoAsync("review");
        await taker.HandInAsync();
        await taker.ReceiptAsync();
        (await Axe.FindingsAsync(taker.Page)).Should().BeEmpty();
    }

    [Test]
    public async Task The_keyboard_alone_takes_the_test_and_focus_follows()
    {
        var taker = await Scene.SitAsync();
        await taker.Section("one").Locator("input[type=radio]").First.FocusAsync();
        await taker.Page.Keyboard.PressAsync("Space");
        await taker.Page.Keyboard.PressAsync("Enter");
        (await FocusedAsync()).Should().Be("Question 2 of 11");
        await taker.Page.Keyboard.PressAsync("Tab");
        await taker.Page.Keyboard.PressAsync("Space");
        await taker.Page.GoBackAsync();
        (await FocusedAsync()).Should().Be("Question 1 of 11");
        await taker.Page.GoForwardAsync();
        (await FocusedAsync()).Should().Be("Question 2 of 11");
        await taker.GoAsync("review");
        (await FocusedAsync()).Should().Be("Look it over");
        await taker.AllOnServerAsync("one", "many");

        Task<string> FocusedAsync() => taker.Page.EvaluateAsync<string>("document.activeElement.textContent");
    }
}
