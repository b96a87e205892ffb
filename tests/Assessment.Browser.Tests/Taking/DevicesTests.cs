namespace Assessment.Browser.Tests.Taking;

/// <summary>Two windows, two devices, a ticket that has expired.</summary>
public class DevicesTests : TakingTests
{
    [Test]
    public async Task Of_two_windows_one_writes_and_the_other_says_so_until_the_first_is_closed()
    {
        var taker = await Scene.SitAsync();
        var first = taker.Page;
        await taker.AnswerAsync("one");
        await taker.IsSavedAsync("one", "server");
        var second = taker.On(taker.Device);
        await second.GoAsync(_ => Task.CompletedTask);
        await second.Page.GetByText("This test is open in another window").WaitForAsync();
        (await second.Page.Locator("#test").EvaluateAsync<bool>("test => test.inert")).Should().BeTrue();
        await taker.NextAsync();
        await taker.AnswerAsync("many");
        await taker.IsSavedAsync("many", "server");
        await first.CloseAsync();
        await second.ReadyAsync();
        await second.Page.GetByText("This test is open in another window").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        (await second.Shown.GetAttributeAsync("data-item")).Should().Be("true", "the first window's answers are here");
        await second.AnswerAllAsync(from: 2);
        await second.HandInAsync();
        await second.ReceiptAsync();
        await second.EachOnceAsync();
    }

    [Test]
    public async Task What_another_device_saved_is_shown_and_the_participant_chooses()
    {
        var taker = await Scene.SitAsync();
        await taker.AnswerAsync("one");
        await taker.IsSavedAsync("one", "server");
        (await taker.Attempt.SaveAsync("one", "a", 7, device: "other", seen: 1)).EnsureSuccessStatusCode();
        (await taker.Attempt.SaveAsync("text", "theirs", 3, device: "other")).EnsureSuccessStatusCode();

        await taker.Section("one").Locator("[data-go=clear]").ClickAsync();
        await taker.AnswerAsync("one");
        var choice = taker.Section("one").Locator(".stale");
        (await choice.InnerTextAsync()).Should().Contain("There are two answers").And.Contain("On the server, newer: Cold").And.Contain("On this page, not saved: Time");
        (await taker.OnServerAsync())["one"].Should().Be("a", "nothing is overwritten before the participant has chosen");
        await choice.GetByText("Use the one on this page").ClickAsync();
        await taker.IsSavedAsync("one", "server");
        (await taker.OnServerAsync())["one"].Should().Be("b");

        await taker.GoToAsync("text");
        await taker.AnswerAsync("text");
        await taker.Section("text").GetByText("Keep the one on the server").ClickAsync();
        await taker.IsSavedAsync("text", "server");
        (await taker.Section("text").Locator("input[name=value]").InputValueAsync()).Should().Be("theirs");
        (await taker.OnServerAsync())["text"].Should().Be("theirs");
        (await taker.EventsAsync()).Select(one => (one.ItemNo, one.Revision)).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public async Task An_answer_that_cannot_be_read_holds_handing_in_until_it_is_mended()
    {
        var taker = await Scene.SitAsync();
        await taker.GoToAsync("number");
        await taker.Section("number").Locator("[name=value]").FillAsync("many");
        await taker.Section("number").GetByText("Enter a number").WaitForAsync();
        await taker.GoAsync("review");
        await taker.HandInAsync();
        await taker.Page.GetByText("one answer needs you first").WaitForAsync();
        await taker.Page.GetByText("Go to the question").ClickAsync();
        (await taker.Shown.GetAttributeAsync("data-item")).Should().Be("number");
        await taker.AnswerAsync("number");
        await taker.IsSavedAsync("number", "server");
        (await taker.Section("number").GetByText("Enter a number").CountAsync()).Should().Be(0);
        await taker.GoAsync("review");
        await taker.HandInAsync();
        await taker.ReceiptAsync();
        (await taker.OnServerAsync())["number"].Should().Be("21.5");
    }

    [Test]
    public async Task The_next_person_on_a_shared_device_sends_what_the_one_before_left_and_cannot_open_it()
    {
        var before = await Scene.SitAsync();
        Scene.Uplink.IsCut = true;
        await before.AnswerAllAsync();
        foreach (var item in TakeForms.Answers.Keys) await before.IsSavedAsync(item, "local");
        await before.Page.CloseAsync();
        Scene.Uplink.IsCut = false;

        await before.Device.ClearCookiesAsync();
        var door = await before.Device.NewPageAsync();
        await door.GotoAsync(new Uri(Scene.Uplink.Address, "/take#ABCDEF").ToString());
        await Taker.UntilAsync(door, "async () => (await caches.keys()).length === 0");
        (await door.Locator("#join-code").InputValueAsync()).Should().Be("ABCDEF");
        door.Url.Should().EndWith("/take");
        await door.CloseAsync();

        var next = await Scene.ComeAsync(before.Device);
        await next.OpenAsync();
        (await next.Shown.GetAttributeAsync("data-item")).Should().Be("one");
        await Taker.UntilAsync(next.Page, Taker.NothingKept);
        await before.EachOnceAsync();
        (await next.OnServerAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task A_ticket_that_expired_is_replaced_by_a_move_code_and_nothing_is_lost()
    {
        var taker = await Scene.SitAsync();
        await taker.AnswerAsync("one");
        await taker.IsSavedAsync("one", "server");
        await Scene.RestartAsync(); // what the first run remembers of tickets is gone
        Scene.Application.Clock.Set(Testing.AssessmentApplication.FirstDay.AddHours(25));
        await taker.NextAsync();
        await taker.AnswerAsync("many");
        await taker.Page.GetByText("This device was signed out").WaitForAsync();
        await taker.IsSavedAsync("many", "local");

        var code = await Scene.Admin.PostAsync<Api.Features.Attempts.MoveAttempt.Answer>($"/api/attempts/{taker.Attempt.Id}/move");
        await taker.Page.Locator("#token").FillAsync("WRONG");
        await taker.Page.Locator("#moveCode").FillAsync(code.MoveCode);
        await taker.Page.Locator("#note-ticket form > button").ClickAsync();
        await taker.Page.GetByText("The move code is wrong").WaitForAsync();
        await taker.Page.Locator("#token").FillAsync(taker.Token);
        await taker.Page.Locator("#note-ticket form > button").ClickAsync();
        await taker.IsSavedAsync("many", "server");
        (await taker.Page.Locator("#note-ticket").CountAsync()).Should().Be(0);
        await taker.NextAsync();
        await taker.AnswerAllAsync(from: 2);
        await taker.HandInAsync();
        await taker.ReceiptAsync();
        (await taker.EventsAsync()).Select(one => one.ItemNo).Distinct().Should().HaveCount(TakeForms.Items);
    }
}
