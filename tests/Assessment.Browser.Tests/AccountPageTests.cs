using Assessment.Api.Features.Accounts;
using Assessment.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Assessment.Browser.Tests;

/// <summary>The first administrator and the list of accounts, as somebody without a mouse meets them.</summary>
public class AccountPageTests
{
    private const string Password = "correct horse battery staple";

    [Test]
    public async Task An_administrator_begins_by_keyboard_alone_and_makes_an_account()
    {
        await using var application = await AssessmentApplication.StartAsync();
        var code = await application.Services.GetRequiredService<FirstCode>().MakeAsync(default);
        await using var context = await Browser.NewContextAsync(320);
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

        (await Axe.FindingsEverywhereAsync(page, "accounts")).Should().BeEmpty();
        await page.GotoAsync(new Uri(application.Address, "/forms").ToString());
        (await Axe.FindingsEverywhereAsync(page, "forms")).Should().BeEmpty();
    }
}
