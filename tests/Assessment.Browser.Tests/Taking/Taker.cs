using Assessment.Data;
using Assessment.Testing;
using Microsoft.Playwright;

namespace Assessment.Browser.Tests.Taking;

/// <summary>A participant with a device.</summary>
internal sealed class Taker(TakeScene scene, AssessmentApplicationAttempt attempt, string token, IBrowserContext device)
{
    public IBrowserContext Device => device;

    public IPage Page { get; private set; } = null!;

    public AssessmentApplicationAttempt Attempt => attempt;

    public string Token => token;

    /// <summary>What the participant reads.</summary>
    public ILocator Shown => Page.Locator("section.item:visible, #overview:visible");

    /// <summary>Puts the ticket where the door puts it.</summary>
    public Task HoldTicketAsync() => device.AddCookiesAsync(
        [new Cookie { Name = "assessment-ticket", Value = attempt.Ticket, Domain = "127.0.0.1", Path = "/take", HttpOnly = true, SameSite = SameSiteAttribute.Strict }]);

    /// <summary>Opens the test in a new tab.</summary>
    public async Task OpenAsync()
    {
        Page = await device.NewPageAsync();
        await Page.GotoAsync(new Uri(scene.Uplink.Address, "/take/test").ToString());
        await ReadyAsync();
    }

    public async Task ReloadAsync()
    {
        await Page.ReloadAsync();
        await ReadyAsync();
    }

    /// <summary>Waits until the device can do without a network.</summary>
    public Task IsKeptAsync() => Page.WaitForFunctionAsync(
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

    /// <summary>Waits until every answer is on the server.</summary>
    public Task AllOnServerAsync() => Page.WaitForFunctionAsync("() => [...document.querySelectorAll('section.item .saved')].every((line) => line.dataset.state === 'server')");

    public Task HandInAsync() => Page.Locator("#hand-in").ClickAsync();

    /// <summary>The receipt, once it is shown.</summary>
    public async Task<string> ReceiptAsync() => await Page.Locator("#receipt-code").InnerTextAsync();

    /// <summary>What the server has, by item; of the scenario without the milliseconds.</summary>
    public async Task<IReadOnlyDictionary<string, string?>> OnServerAsync() =>
        (await scene.Application.Nobody.WithTicket(attempt.Ticket).GetAsync<Api.Features.Attempts.ShowAttempt.Answer>($"/api/attempts/{attempt.Id}"))
            .Responses.ToDictionary(response => response.Item, response => WithoutTime(response.Item, response.Value));

    /// <summary>How many answers the server ever took of this attempt.</summary>
    public async Task<IReadOnlyList<ResponseRow>> EventsAsync() => await scene.Application.ReadAsync(
        session => new AttemptStore(session).Events(scene.Agency.Number, int.Parse(attempt.Ticket.Split('.')[1], System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>Everything is on the server, each answer once.</summary>
    public async Task EachOnceAsync()
    {
        (await OnServerAsync()).Should().BeEquivalentTo(TakeForms.Answers);
        (await EventsAsync()).Select(taken => (taken.ItemNo, taken.Revision)).Should().OnlyHaveUniqueItems()
            .And.HaveCount(TakeForms.Items + MoreEvents);
    }

    /// <summary>Items that are answered in steps, each of them kept and so perhaps sent: boxes, selects and turns.</summary>
    private static int MoreEvents => 0;

    private async Task ReadyAsync() => await Page.Locator("#test.ready, #receipt").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

    private static string? WithoutTime(string item, string? value) =>
        item == "walk" && value is not null ? string.Join('|', value.Split('|').Select(turn => turn[..turn.LastIndexOf(':')])) : value;
}
