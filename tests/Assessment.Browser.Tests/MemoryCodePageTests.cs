using Assessment.Api.Features.Administrations;
using Assessment.Testing;
using Microsoft.Playwright;

namespace Assessment.Browser.Tests;

/// <summary>The six questions in place of a name: by keyboard, with and without script, accessible with and without faults.</summary>
public class MemoryCodePageTests
{
    private static readonly string[] Answers = ["m", "o", "7", "2", "-", "s"];

    private AssessmentApplication application = null!;
    private AssessmentApplicationAgency agency = null!;
    private AssessmentApplicationClass people = null!;
    private OpenAdministration.Answer door = null!;
    private int next;

    [OneTimeSetUp]
    public async Task Start()
    {
        application = await AssessmentApplication.StartAsync();
        agency = await application.NewAgencyAsync(identityMode: "none");
        people = await agency.ClassAsync(5);
        door = await people.OpenAsync("pre", await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A")));
    }

    [OneTimeTearDown]
    public Task Stop() => application.DisposeAsync().AsTask();

    [TestCase(true), TestCase(false)]
    public async Task The_keyboard_alone_answers_and_a_fault_has_the_focus(bool script)
    {
        var chromium = (await Browser.NewPageAsync(320, ColorScheme.Light)).Context.Browser!;
        await using var context = await chromium.NewContextAsync(new() { JavaScriptEnabled = script, ViewportSize = new() { Width = 320, Height = 740 } });
        var page = await context.NewPageAsync();
        var keys = new Keys(page);
        var fields = await ArriveAsync(page);
        foreach (var (field, answer) in fields.Zip(Answers)) await keys.TypeAsync(field, field == "#BirthDay" ? "32" : answer);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#BirthDay[aria-invalid=true]").WaitForAsync();
        (await page.EvaluateAsync<string>("document.activeElement.id")).Should().Be("BirthDay");
        (await page.Locator("#BirthDay-fault").InnerTextAsync()).Should().Be("Enter a number from 1 to 31.");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("7");
        await keys.PressAsync("button[value=keep]", "Enter");
        await page.WaitForURLAsync("**/take/practice");
        await keys.PressAsync("button[value=start]", "Enter");
        await page.Locator("section.item").First.WaitForAsync();
        (await application.ReadAsync(session => session.List<string>("SELECT birth_day FROM attempt_code"))).Should().HaveCount(next).And.OnlyContain(day => day == "7");
    }

    [TestCase(320, ColorScheme.Light), TestCase(640, ColorScheme.Dark), TestCase(1280, ColorScheme.Light)]
    public async Task The_page_has_no_accessibility_finding_and_large_targets_in_both_languages(int width, ColorScheme scheme)
    {
        var page = await Browser.NewPageAsync(width, scheme);
        await ArriveAsync(page, begins: false);
        for (var language = 0; language < 2; language++)
        {
            await FineAsync(page);
            await page.FillAsync("#MotherInitial", "7");
            await page.Locator("button[value=keep]").ClickAsync();
            await page.Locator("#MotherInitial[aria-invalid=true]").WaitForAsync();
            await FineAsync(page);
            await page.FillAsync("#MotherInitial", "");
            await page.Locator("button[value=keep]").ClickAsync();
            await page.Locator("[role=alert]").WaitForAsync();
            await FineAsync(page);
            await page.Locator("footer button[name=look]").First.ClickAsync();
            await page.Locator("[role=alert]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        }
    }

    private static async Task FineAsync(IPage page)
    {
        (await Axe.FindingsAsync(page)).Should().BeEmpty();
        foreach (var target in await page.Locator("main input:visible, main button:visible").AllAsync()) (await target.BoundingBoxAsync())!.Height.Should().BeGreaterThanOrEqualTo(44);
    }

    /// <summary>The next person comes to the six questions; answers their fields.</summary>
    private async Task<string[]> ArriveAsync(IPage page, bool begins = true)
    {
        await page.GotoAsync(new Uri(application.Address, "/take").ToString());
        await page.FillAsync("#join-code", door.JoinCode);
        await page.Locator("#join-code").PressAsync("Enter");
        await page.Locator("input[value=granted]").CheckAsync();
        await page.FillAsync("#token", people.People[begins ? next++ : 4].Token!);
        await page.Locator("#token").PressAsync("Enter");
        await page.WaitForURLAsync("**/take/code");
        return ["#MotherInitial", "#BirthCityInitial", "#BirthDay", "#OlderSiblings", "#MiddleInitial", "#FirstSchoolInitial"];
    }
}
