using Assessment.Api.Features.Administrations;
using Assessment.Testing;
using Microsoft.Playwright;

namespace Assessment.Browser.Tests;

/// <summary>Who has joined a held test waits calmly, and goes on when the trainer starts it.</summary>
public class WaitPageTests
{
    private AssessmentApplication application = null!;
    private AssessmentApplicationAgency agency = null!;
    private AssessmentApplicationClass people = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        application = await AssessmentApplication.StartAsync();
        agency = await application.NewAgencyAsync();
    }

    [SetUp]
    public async Task NewClass() => people = await agency.ClassAsync(1);

    [OneTimeTearDown]
    public Task Stop() => application.DisposeAsync().AsTask();

    [Test]
    public async Task The_page_is_accessible_and_goes_on_by_itself_also_after_the_network_was_away()
    {
        var page = await Browser.NewPageAsync(1280, ColorScheme.Light);
        var door = await JoinAsync(page);
        (await page.Locator("#by-itself").IsVisibleAsync()).Should().BeTrue();
        (await Axe.FindingsEverywhereAsync(page, "wait")).Should().BeEmpty();
        await page.Context.SetOfflineAsync(true);
        await page.WaitForRequestAsync("**/take/wait", new() { Timeout = 20_000 });
        await page.Context.SetOfflineAsync(false);
        page.Url.Should().EndWith("/take/wait");
        await StartAsync(door);
        await page.WaitForURLAsync("**/take/test", new() { Timeout = 20_000 });
        await page.Locator("#test.ready").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    [Test]
    public async Task Without_script_a_button_looks_again()
    {
        var chromium = (await Browser.NewPageAsync(360, ColorScheme.Light)).Context.Browser!;
        await using var context = await chromium.NewContextAsync(new() { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        var door = await JoinAsync(page);
        (await page.Locator("#by-itself").IsVisibleAsync()).Should().BeFalse("nothing goes on by itself");
        await page.GetByText("Look again").ClickAsync();
        page.Url.Should().EndWith("/take/wait");
        await StartAsync(door);
        await page.GetByText("Look again").ClickAsync();
        await page.WaitForURLAsync("**/take/item/1");
    }

    private async Task<OpenAdministration.Answer> JoinAsync(IPage page)
    {
        var door = await people.OpenAsync("pre", [await agency.PublishAsync(AssessmentApplicationForms.Scale)], new { held = true });
        await page.GotoAsync(new Uri(application.Address, "/take").ToString());
        await page.FillAsync("#join-code", door.JoinCode);
        await page.Locator("#join-code").PressAsync("Enter");
        await page.Locator("input[value=granted]").CheckAsync();
        await page.FillAsync("#token", people.People[0].Token!);
        await page.Locator("#token").PressAsync("Enter");
        await page.Locator("button[value=start]").ClickAsync();
        await page.WaitForURLAsync("**/take/wait");
        return door;
    }

    private async Task StartAsync(OpenAdministration.Answer door) =>
        (await agency.Admin.PostAsync($"/api/administrations/{door.AdministrationId}/start")).EnsureSuccessStatusCode();
}
