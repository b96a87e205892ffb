using Assessment.Api.Features.Accounts;
using Assessment.Testing;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Assessment.Browser.Tests;

/// <summary>The first administrator and the list of accounts, as somebody without a mouse meets them.</summary>
public class AccountPageTests
{
    private const string Password = "correct horse battery staple";

    [Test]
    public async Task An_administrator_begins_by_keyboard_alone_and_makes_an_account([Values(320, 1280)] int width, [Values(ColorScheme.Light, ColorScheme.Dark)] ColorScheme scheme)
    {
        await using var application = await AssessmentApplication.StartAsync();
        var code = await application.Services.GetRequiredService<FirstCode>().MakeAsync(default);
        await using var context = await Browser.NewContextAsync(width, scheme);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(application.Address, "/first").ToString());
        await page.Locator("#Code").FocusAsync();
        foreach (var text in new[] { code!, "Riverton Police Department", "OH", "Pat Reyes", "pat.reyes", Password, Password })
        {
            await page.Keyboard.TypeAsync(text);
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/classes");
        await page.GotoAsync(new Uri(application.Address, "/accounts").ToString());
        await page.Locator("#Label").FillAsync("Sam Ortiz");
        await page.Locator("#SignInName").FillAsync("?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make account" }).PressAsync("Enter");
        await page.Locator("#name-fault").GetByText("Three or more letters").WaitForAsync();
        await page.Locator("#SignInName").FillAsync("sam.ortiz");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make account" }).PressAsync("Enter");
        await page.GetByText("One-time code, shown this once").WaitForAsync();

        await Browser.PictureAsync(page, $"accounts-{width}-{scheme}");
        await HasNoFindingAsync(page);
        await page.GotoAsync(new Uri(application.Address, "/forms").ToString());
        await HasNoFindingAsync(page);
    }

    private static async Task HasNoFindingAsync(IPage page)
    {
        (await page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Help}").Should().BeEmpty();
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).Should().BeTrue("only a table scrolls sideways, in its own frame");
    }
}
