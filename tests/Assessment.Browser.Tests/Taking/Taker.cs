using Assessment.Data;
using Assessment.Testing;
using Microsoft.Playwright;

namespace Assessment.Browser.Tests.Taking;

/// <summary>A participant with a device.</summary>
internal sealed class Taker(TakeScene scene, AssessmentApplicationAttempt attempt, string token, IBrowserContext device)
{
    /// <summary>Whether no answer is in the device's storage.</summary>
    public const string NothingKept =
        """
        async () => {
          const database = await new Promise((resolve) => { const open = indexedDB.open("assessment-take"); open.onsuccess = () => resolve(open.result); });
          return await new Promise((resolve) => {
            const count = database.transaction("answers").objectStore("answers").count();
            count.onsuccess = () => { database.close(); resolve(count.result === 0); };
          });
        }
        """;

    private Uplink uplink = scene.Uplink;

    public IBrowserContext Device => device;

    public IPage Page { get; private set; } = null!;

    public AssessmentApplicationAttempt Attempt => attempt;

    public string Token => token;

    /// <summary>What the participant reads.</summary>
    public ILocator Shown => Page.Locator("section.item:visible, #overview:visible");

    /// <summary>Puts the ticket where the door puts it.</summary>
    public Task HoldTicketAsync() => device.AddCookiesAsync(
        [new Cookie { Name = "assessment-ticket", Value = attempt.Ticket, Domain = "127.0.0.1", Path = "/take", HttpOnly = true, SameSite = SameSiteAttribute.Strict }]);

    /// <summary>The same person on another device, or in another window of this one.</summary>
    public Taker On(IBrowserContext other) => new(scene, attempt, token, other);

    /// <summary>The same device on another way to the server.</summary>
    public Taker Through(Uplink other)
    {
        uplink = other;
        return this;
    }

    /// <summary>Opens the test in a new tab.</summary>
    public async Task OpenAsync()
    {
        await GoAsync(_ => Task.CompletedTask);
        await ReadyAsync();
    }

    /// <summary>Opens the address of the test in a new tab.</summary>
    /// <param name="prepare">What is done with the tab before.</param>
    public async Task GoAsync(Func<IPage, Task> prepare)
    {
        Page = await device.NewPageAsync();
        await prepare(Page);
        await Page.GotoAsync(Address);
    }

    private string Address => new Uri(uplink.Address, "/take/test").ToString();

    /// <summary>Opens the address although the browser warns of its certificate, as a participant would be told to.</summary>
    public async Task GoPastWarningAsync()
    {
        Page = await device.NewPageAsync();
        var warned = await Page.GotoAsync(Address).ContinueWith(gone => gone.IsFaulted, TaskScheduler.Default);
        warned.Should().BeTrue("the browser does not trust the certificate");

        // The warning hears the keyboard only some time after it is shown.
        for (var tries = 0; await Page.Locator("#test").CountAsync() == 0; tries++)
        {
            tries.Should().BeLessThan(20, "the warning lets who insists go on");
            await Page.Keyboard.TypeAsync("thisisunsafe");
            await Task.Delay(1500);
        }
    }

    /// <summary>Goes to a screen by its button: review, or the link of an item in the overview.</summary>
    public async Task GoAsync(string way)
    {
        await Page.Locator($"section.item:visible [data-go={way}]").ClickAsync();
    }

    /// <summary>Goes to an item by way of the overview.</summary>
    public async Task GoToAsync(string item)
    {
        if (await Page.Locator("section.item:visible").CountAsync() > 0) await GoAsync("review");
        await Page.Locator($"#review [data-item={item}] a").ClickAsync();
    }

    public async Task ReloadAsync()
    {
        await Page.ReloadAsync();
        await ReadyAsync();
    }

    /// <summary>Waits until the device can do without a network.</summary>
    public Task IsKeptAsync() => UntilAsync(
        Page,
        """
        async () => {
          for (const name of await caches.keys()) {
            const set = await caches.open(name);
            const kept = (await set.keys()).map((request) => request.url);
            if (kept.some((url) => url.endsWith("/take/test")) && kept.some((url) => url.endsWith("/take.js")) && navigator.serviceWorker.controller) return true;
          }
          return false;
        }
        """);

    /// <summary>Waits until the first item is on the screen, the script aside.</summary>
    public async Task IsThereAsync()
    {
        while (Page is null) await Task.Delay(10);
        await Section("one").WaitForAsync();
    }

    /// <summary>Waits until a function of the page answers true; the framework's own wait does not ask a promise twice.</summary>
    public static async Task UntilAsync(IPage page, string isTrue)
    {
        for (var tries = 0; !await page.EvaluateAsync<bool>(isTrue); tries++)
        {
            tries.Should().BeLessThan(300, "this should come true: {0}", isTrue);
            await Task.Delay(100);
        }
    }

    /// <summary>Answers an item on its screen; the address of the page need not be there.</summary>
    public async Task AnswerAsync(string item)
    {
        var section = Section(item);
        await section.WaitForAsync();
        var answer = TakeForms.Answers[item];
        switch (item)
        {
            case "many":
                foreach (var option in answer.Split('|')) await section.Locator($"input[value='{option}']").CheckAsync();
                break;
            case "order" or "match" or "gap":
                var words = item == "order" ? answer.Split('|').Select((option, i) => $"{i + 1}:{option}") : answer.Split('|');
                foreach (var word in words) await section.Locator($"select:has(option[value='{word}'])").SelectOptionAsync(word);
                break;
            case "number" or "text" or "essay":
                await section.Locator("[name=value]").FillAsync(answer);
                await section.Locator("[name=value]").BlurAsync();
                break;
            case "walk":
                foreach (var turn in answer.Split('|'))
                {
                    await section.Locator($"input[value='{turn}']").CheckAsync();
                    await section.Locator("[data-go=turn]:visible").ClickAsync();
                }

                break;
            default:
                await section.Locator($"input[value='{answer}']").CheckAsync();
                break;
        }
    }

    public ILocator Section(string item) => Page.Locator($"section.item[data-item='{item}']");

    public Task NextAsync() => Page.Locator("section.item:visible [data-go=next]").ClickAsync();

    /// <summary>The renderer dies at once, as with an empty battery: no handler of the page runs.</summary>
    public async Task DieAsync()
    {
        var gone = new TaskCompletionSource();
        Page.Crash += (_, _) => gone.TrySetResult();
        await Task.WhenAny((await device.NewCDPSessionAsync(Page)).SendAsync("Page.crash"), gone.Task);
        await gone.Task;
        await Page.CloseAsync();
    }

    /// <summary>Answers every item from a place on and comes to the overview.</summary>
    public async Task AnswerAllAsync(int from = 0)
    {
        foreach (var item in TakeForms.Answers.Keys.Skip(from))
        {
            await AnswerAsync(item);
            await NextAsync();
        }
    }

    /// <summary>Waits until the page says where an answer is.</summary>
    public Task IsSavedAsync(string item, string state) => Section(item).Locator($".saved[data-state={state}]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Waits until an answer is kept, here or there.</summary>
    public Task IsSavedAnywhereAsync(string item) =>
        Section(item).Locator(".saved[data-state=local], .saved[data-state=server]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Waits until these answers, or all, are on the server.</summary>
    public async Task AllOnServerAsync(params string[] items)
    {
        foreach (var item in items.Length > 0 ? items : TakeForms.Answers.Keys.ToArray()) await IsSavedAsync(item, "server");
    }

    public Task HandInAsync() => Page.Locator("#hand-in").ClickAsync();

    /// <summary>The receipt, once it is shown.</summary>
    public async Task<string> ReceiptAsync() => await Page.Locator("#receipt-code").InnerTextAsync();

    /// <summary>What the server has, by item; of the scenario without the milliseconds.</summary>
    public async Task<IReadOnlyDictionary<string, string?>> OnServerAsync() =>
        (await attempt.ShowAsync()).Responses.ToDictionary(response => response.Item, response => WithoutTime(response.Item, response.Value));

    /// <summary>How many answers the server ever took of this attempt.</summary>
    public async Task<IReadOnlyList<ResponseRow>> EventsAsync() => await scene.Application.ReadAsync(
        session => new AttemptStore(session).Events(scene.Agency.Number, int.Parse(attempt.Ticket.Split('.')[1], System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>Every item is on the server as answered, and no change of an answer was taken twice: revisions have no gap and no repetition.</summary>
    public async Task EachOnceAsync()
    {
        (await OnServerAsync()).Should().BeEquivalentTo(TakeForms.Answers);
        var taken = await EventsAsync();
        taken.Select(one => (one.ItemNo, one.Revision)).Should().OnlyHaveUniqueItems();
        taken.Should().OnlyContain(one => one.Revision >= 1 && one.Revision <= 3, "no item is answered in more than three steps");
        foreach (var item in taken.GroupBy(one => one.ItemNo))
        {
            item.Select(one => one.Value).Should().OnlyHaveUniqueItems("a step is taken once");
        }
    }

    /// <summary>Waits until the script has the test.</summary>
    public async Task ReadyAsync() => await Page.Locator("#test.ready, #receipt").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

    private static string? WithoutTime(string item, string? value) =>
        item == "walk" && value is not null ? string.Join('|', value.Split('|').Select(turn => turn[..turn.LastIndexOf(':')])) : value;
}
