namespace Assessment.Browser.Tests.Taking;

/// <summary>After the first load a test goes on without a network to its end; everything comes to the server, once.</summary>
public class OfflineTests : TakingTests
{
    private const string NoCopyKept = "async () => (await caches.keys()).length === 0 && (await navigator.serviceWorker.getRegistrations()).length === 0";

    [Test]
    public async Task Each_answer_says_where_it_is_and_every_type_comes_to_the_server()
    {
        var taker = await Scene.SitAsync();
        await taker.AnswerAsync("one");
        await taker.IsSavedAsync("one", "server");
        await taker.NextAsync();
        await taker.AnswerAllAsync(from: 1);
        await taker.AllOnServerAsync();
        (await taker.Page.Locator("#review .saved").AllInnerTextsAsync()).Should().HaveCount(TakeForms.Items).And.OnlyContain(text => text == "Answered");
        await taker.HandInAsync();
        (await taker.ReceiptAsync()).Should().Be((await taker.Attempt.ShowAsync()).Receipt);
        await taker.EachOnceAsync();
    }

    [Test]
    public async Task Wi_Fi_drops_in_the_middle_and_comes_back_at_the_end()
    {
        var taker = await Scene.SitAsync();
        await taker.AnswerAsync("one");
        await taker.IsSavedAsync("one", "server");
        await taker.Device.SetOfflineAsync(true);
        Scene.Uplink.IsCut = true;
        await taker.Page.Locator("#connection:visible").WaitForAsync();
        await taker.NextAsync();
        await taker.AnswerAllAsync(from: 1);
        foreach (var item in TakeForms.Answers.Keys.Skip(1)) await taker.IsSavedAsync(item, "local");
        (await taker.Page.Locator("#review .saved").AllInnerTextsAsync()).Skip(1).Should().OnlyContain(text => text.Contains("not on the server yet"));
        await taker.HandInAsync();
        await taker.Page.GetByText("Not handed in yet").WaitForAsync();
        (await taker.OnServerAsync()).Should().HaveCount(1);

        Scene.Uplink.IsCut = false;
        await taker.Device.SetOfflineAsync(false);
        (await taker.ReceiptAsync()).Should().Be((await taker.Attempt.ShowAsync()).Receipt, "handing in goes on by itself");
        await taker.EachOnceAsync();
    }

    [Test]
    public async Task The_test_opens_again_without_a_network_at_the_same_place_with_every_answer()
    {
        var taker = await Scene.SitAsync();
        Scene.Uplink.IsCut = true;
        foreach (var item in TakeForms.Answers.Keys.Take(10))
        {
            await taker.AnswerAsync(item);
            await taker.NextAsync();
        }

        await taker.ReloadAsync();
        (await taker.Shown.GetAttributeAsync("data-item")).Should().Be("walk");
        await taker.AnswerAllAsync(from: 10);
        foreach (var item in TakeForms.Answers.Keys) await taker.IsSavedAsync(item, "local");
        await taker.ReloadAsync();
        (await taker.Section("essay").Locator("textarea").InputValueAsync()).Should().Be(TakeForms.Answers["essay"]);
        (await taker.Section("order").Locator("select").EvaluateAllAsync<string[]>("all => all.map(one => one.value)")).Should().BeEquivalentTo("1:b", "2:a", "3:c");
        (await taker.Section("walk").Locator("fieldset.node:not([hidden])").GetAttributeAsync("data-node")).Should().Be("good");

        Scene.Uplink.IsCut = false;
        await taker.ReloadAsync();
        await taker.AllOnServerAsync();
        await taker.EachOnceAsync();
    }

    [Test]
    public async Task The_server_ends_and_starts_again_between_answers()
    {
        var taker = await Scene.SitAsync();
        await taker.AnswerAsync("one");
        await taker.IsSavedAsync("one", "server");
        await Scene.RestartAsync(between: async () =>
        {
            await taker.NextAsync();
            await taker.AnswerAsync("many");
            await taker.IsSavedAsync("many", "local");
        });
        await taker.NextAsync();
        await taker.AnswerAllAsync(from: 2);
        await taker.AllOnServerAsync();
        await taker.EachOnceAsync();
    }

    [Test]
    public async Task Every_fifth_message_is_lost_and_each_takes_400_milliseconds()
    {
        var taker = await Scene.SitAsync();
        (Scene.Uplink.Loss, Scene.Uplink.Delay) = (0.2, TimeSpan.FromMilliseconds(400));
        await taker.AnswerAllAsync();
        await taker.HandInAsync();
        await taker.Page.Locator("#receipt-code").WaitForAsync(new() { Timeout = 60_000 });
        await taker.EachOnceAsync();
    }

    [Test]
    public async Task Handing_in_twice_hands_in_once_and_the_device_keeps_nothing_but_the_receipt()
    {
        var taker = await Scene.SitAsync();
        await taker.AnswerAllAsync();
        await taker.Page.Locator("#hand-in").DblClickAsync();
        var receipt = await taker.ReceiptAsync();
        receipt.Should().Be((await taker.Attempt.ShowAsync()).Receipt);
        await Taker.UntilAsync(taker.Page, NoCopyKept);
        var kept = await taker.Page.EvaluateAsync<string>(
            """
            async () => {
              const database = await new Promise((resolve) => { const open = indexedDB.open("assessment-take"); open.onsuccess = () => resolve(open.result); });
              const read = (name) => new Promise((resolve) => { const all = database.transaction(name).objectStore(name).getAll(); all.onsuccess = () => resolve(all.result); });
              return JSON.stringify({ attempts: await read("attempts"), answers: await read("answers") });
            }
            """);
        kept.Should().Contain(receipt).And.Contain("\"answers\":[]").And.Contain("\"ticket\":\"\"")
            .And.NotContain(taker.Attempt.Ticket);
    }

    [Test]
    public async Task A_worker_that_starts_only_after_the_receipt_keeps_nothing()
    {
        var taker = await Scene.ComeAsync();
        await taker.Device.AddInitScriptAsync(
            """
            const register = navigator.serviceWorker.register.bind(navigator.serviceWorker);
            navigator.serviceWorker.register = async (...all) => {
              await new Promise((start) => { window.startWorker = start; });
              const registration = await register(...all);
              navigator.serviceWorker.ready.then(() => { window.workerStarted = true; });
              return registration;
            };
            """);
        await taker.OpenAsync();
        await taker.AnswerAllAsync();
        await taker.HandInAsync();
        await taker.ReceiptAsync();
        await taker.Page.EvaluateAsync("() => startWorker()");
        await Taker.UntilAsync(taker.Page, "() => window.workerStarted === true");
        await Taker.UntilAsync(taker.Page, NoCopyKept);
    }

    [Test]
    public async Task A_page_that_died_after_the_receipt_takes_the_copy_away_when_it_is_opened_again()
    {
        var taker = await Scene.SitAsync();
        await taker.IsKeptAsync();
        await taker.AnswerAllAsync();
        await taker.Page.EvaluateAsync("() => { CacheStorage.prototype.keys = ServiceWorkerContainer.prototype.getRegistration = () => new Promise(() => {}); }");
        await taker.HandInAsync();
        await taker.ReceiptAsync();
        await taker.Page.CloseAsync();

        Scene.Uplink.IsCut = true;
        await taker.GoAsync(_ => Task.CompletedTask);
        await taker.ReceiptAsync();
        await Taker.UntilAsync(taker.Page, NoCopyKept);
    }

    [Test]
    public async Task An_answer_given_before_the_script_came_is_kept_too()
    {
        var taker = await Scene.ComeAsync();
        var slow = new TaskCompletionSource();
        await taker.Device.RouteAsync("**/take.js", async route =>
        {
            await slow.Task;
            await route.ContinueAsync();
        });
        var loading = taker.OpenAsync();
        await taker.IsThereAsync();
        await taker.Section("one").Locator("input[value=b]").CheckAsync();
        slow.SetResult();
        await loading;
        await taker.IsSavedAsync("one", "server");
        (await taker.OnServerAsync())["one"].Should().Be("b");
        (await taker.Shown.GetAttributeAsync("data-item")).Should().Be("one", "nobody is taken elsewhere");
    }

    [Test]
    public async Task An_answer_is_on_the_way_only_until_its_own_revision_is_acknowledged()
    {
        var taker = await Scene.SitAsync();
        await taker.Page.RouteAsync("**/responses", async route =>
        {
            // The server took it, but its word does not come through.
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await taker.AnswerAsync("one");
        await taker.Page.Locator("#connection:visible").WaitForAsync();
        await taker.IsSavedAsync("one", "local");
        (await taker.OnServerAsync())["one"].Should().Be("b", "the server has it already");
        await taker.Page.UnrouteAllAsync();
        await taker.Page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await taker.IsSavedAsync("one", "server");
        (await taker.EventsAsync()).Should().ContainSingle();
    }
}
