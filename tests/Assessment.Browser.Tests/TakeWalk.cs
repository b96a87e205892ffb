using Assessment.Api.Features.Administrations;
using Assessment.Api.Features.Forms;
using Assessment.Testing;
using Microsoft.Playwright;

namespace Assessment.Browser.Tests;

/// <summary>A class in front of a test with every type of item, and a person who walks through all pages of it.</summary>
internal sealed class TakeWalk : IAsyncDisposable
{
    private readonly AssessmentApplication application;

    private TakeWalk(AssessmentApplication application) => this.application = application;

    /// <summary>How many items of the form take an answer.</summary>
    public const int Items = 13;

    private int next;

    public Uri Address => application.Address;

    public AssessmentApplicationClass People { get; private set; } = null!;

    public OpenAdministration.Answer Door { get; private set; } = null!;

    public static async Task<TakeWalk> OpenAsync()
    {
        var walk = new TakeWalk(await AssessmentApplication.StartAsync());
        var agency = await walk.application.NewAgencyAsync();
        walk.People = await agency.ClassAsync(40);
        var form = await agency.ImportAsync(EveryTypeForm.File());
        foreach (var path in EveryTypeForm.Media)
        {
            using var content = new ByteArrayContent(path.EndsWith(".png", StringComparison.Ordinal) ? TallPicture : System.Text.Encoding.UTF8.GetBytes(path));
            (await agency.Admin.SendAsync(HttpMethod.Put, $"/api/forms/{form}/media/{path}", content)).EnsureSuccessStatusCode();
        }

        await agency.Admin.PostAsync<PublishForm.Answer>($"/api/forms/{form}/publish");
        (await agency.Admin.PutAsync($"/api/forms/{form}/feedback", new { feedback = "objectives" })).EnsureSuccessStatusCode();
        walk.Door = await walk.People.OpenAsync("pre", [form], new { timeLimitMinutes = 45 });
        return walk;
    }

    /// <summary>The token of somebody who has not come yet.</summary>
    public string NextToken() => People.People[next++].Token!;

    /// <summary>Walks from the door to the receipt and stops at each page.</summary>
    public async Task GoAsync(IPage page, Func<string, Task> stop, string? language = null)
    {
        async Task At(string path, string? name = null)
        {
            await page.GotoAsync(new Uri(Address, path).ToString());
            await stop(name ?? path);
        }

        var token = NextToken();
        await page.GotoAsync(new Uri(Address, "/take").ToString());
        if (language is not null) await page.Locator($"main button[value={language}]").ClickAsync();
        await stop("/take");
        await page.Locator("#join-code").FillAsync("ABCDEF");
        await page.Locator("#join-code").PressAsync("Enter");
        await stop("/take refused");
        await EnterAsync(page, token, () => stop("/take/notice"));
        await stop("/take/practice");
        await page.Locator("button[value=try]").ClickAsync();
        await stop("/take/practice tried");
        await page.Locator("button[value=start]").ClickAsync();
        await page.WaitForURLAsync("**/take/test");
        await stop("/take/test");
        for (var item = 1; item <= Items; item++) await At($"/take/item/{item}");
        await ConflictAsync(page, token);
        await stop("/take/item/1 in conflict");
        await page.GotoAsync(new Uri(Address, "/take/item/7").ToString());
        await page.Locator("#answer-7-value").FillAsync("many");
        await page.Locator("#answer-7 button[value=next]").ClickAsync();
        await stop("/take/item/7 refused");
        await At("/take/review");
        await At("/take/receipt", "/take/receipt before");
        await page.GotoAsync(new Uri(Address, "/take/review").ToString());
        await page.Locator("#hand-in").ClickAsync();
        await stop("/take/receipt");
        foreach (var path in new[] { "/take/continue", "/take/withdraw", "/take/again" }) await At(path);
    }

    /// <summary>From the first page to the practice item.</summary>
    public async Task EnterAsync(IPage page, string token, Func<Task>? atNotice = null)
    {
        await page.GotoAsync(new Uri(Address, "/take").ToString());
        await page.Locator("#join-code").FillAsync(Door.JoinCode);
        await page.Locator("#join-code").PressAsync("Enter");
        await page.WaitForURLAsync("**/take/notice");
        await (atNotice?.Invoke() ?? Task.CompletedTask);
        await page.Locator("input[value=granted]").CheckAsync();
        await page.Locator("#token").FillAsync(token);
        await page.Locator("#token").PressAsync("Enter");
        await page.WaitForURLAsync("**/take/practice");
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();

    /// <summary>Another device answers between the loading of the page and its sending.</summary>
    private async Task ConflictAsync(IPage page, string token)
    {
        await page.GotoAsync(new Uri(Address, "/take/item/1").ToString());
        var attempt = (await page.Context.CookiesAsync()).Single(cookie => cookie.Name == "assessment-ticket").Value;
        var holder = application.Nobody.WithTicket(attempt);
        var id = await AttemptIdAsync(page);
        using var saved = await holder.PutAsync($"/api/attempts/{id}/responses/q", new { value = "a", revision = 1, device = "other" });
        saved.EnsureSuccessStatusCode();
        await page.Locator("#answer-1 input[value=b]").CheckAsync();
        await page.Locator("#answer-1 button[value=next]").ClickAsync();
    }

    private async Task<string> AttemptIdAsync(IPage page)
    {
        var html = await (await page.Context.APIRequest.GetAsync(new Uri(Address, "/take/test").ToString())).TextAsync();
        const string Mark = "data-attempt=\"";
        var start = html.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length;
        return html[start..html.IndexOf('"', start)];
    }

    /// <summary>A picture of 3 by 5 hundred pixels, that would push what is below it unless its place is kept.</summary>
    private static readonly byte[] TallPicture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAASwAAAH0AgAAAADoy1dKAAAArklEQVR42u3ZQQ0AAAgDMUxiEpWYWHiQTkAF7GpyKxaLxWKxWCwWi8Visa6tzo3FYrFYLBaL"
        + "xWKxWKxzyw/AYrFYLBaLxWKxWCy91qfAYrFYLBaLxWKxWCy9lsVisVgsFovFYrFYLL2WxWKxWCwWi8VisVh6rR+AxWKxWCwWi8VisVh6LYvFYrFYLBaLxWKx"
        + "WHoti8VisVgsFovFYrFYei2LxWKxWCwWi8VisV5aC6Nd+PtEMnkPAAAAAElFTkSuQmCC");
}
