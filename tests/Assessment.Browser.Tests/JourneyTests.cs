using Assessment.Testing;
using Microsoft.Playwright;

namespace Assessment.Browser.Tests;

/// <summary>One class from the trainer's first page to the class sheet, with officers on phones beside it.</summary>
public class JourneyTests
{
    private AssessmentApplication application = null!;
    private AssessmentApplicationAgency agency = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        application = await AssessmentApplication.StartAsync();
        agency = await application.NewAgencyAsync();
        await agency.PublishKnowledgeAsync();
    }

    [OneTimeTearDown]
    public Task Stop() => application.DisposeAsync().AsTask();

    [TestCase(360, ColorScheme.Light)]
    [TestCase(1280, ColorScheme.Dark)]
    public async Task A_trainer_opens_a_class_an_officer_answers_on_a_phone_and_the_seat_is_done(int width, ColorScheme scheme)
    {
        await using var trainer = await Browser.NewContextAsync(width, scheme);
        var room = await trainer.NewPageAsync();
        var tokens = await PlanAsync(room);
        await room.GetByText("Go on to the class").ClickAsync();
        await PictureAsync(room, "class", width);
        await room.GetByRole(AriaRole.Button, new() { Name = "Open Pre-test" }).ClickAsync();
        var code = await room.Locator(".code.big").First.InnerTextAsync();
        var address = room.Url;
        await room.GetByText("Show on the wall").ClickAsync();
        await PictureAsync(room, "wall", width);
        await room.GotoAsync(address);

        await using var phone = await Browser.NewContextAsync(360, scheme);
        var screen = await phone.NewPageAsync();
        await EnterAsync(screen, code, tokens[0]);
        await PictureAsync(screen, "wait", 360);
        await Assertions.Expect(room.Locator("#seat-1")).ToContainTextAsync("Joined", new() { Timeout = 20_000 });
        await Assertions.Expect(room.Locator("#summary")).ToContainTextAsync("1 of 2 joined");
        await PictureAsync(room, "start", width);
        await room.GetByRole(AriaRole.Button, new() { Name = "Start the test" }).ClickAsync();
        await screen.Locator("#test.ready").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        screen.Url.Should().NotContain(tokens[0]).And.NotContain(code);
        await Assertions.Expect(room.Locator("#seat-1")).ToHaveAttributeAsync("data-state", "working", new() { Timeout = 20_000 });
        await AnswerAllAsync(screen);
        await PictureAsync(screen, "overview", 360);
        await screen.Locator("#hand-in").ClickAsync();
        await screen.Locator("#receipt-code").WaitForAsync();
        await PictureAsync(screen, "receipt", 360);
        await Assertions.Expect(room.Locator("#seat-1")).ToHaveAttributeAsync("data-state", "submitted", new() { Timeout = 20_000 });
        await Assertions.Expect(room.Locator("#seat-2")).ToHaveAttributeAsync("data-state", "not-joined");
        await PictureAsync(room, "room", width);

        await room.GetByText("Close the test").ClickAsync();
        await room.GetByText("Close now").ClickAsync();
        await room.GetByRole(AriaRole.Link, new() { Name = "Class sheet" }).First.ClickAsync();
        await PictureAsync(room, "sheet", width);
        (await room.Locator("main").InnerTextAsync()).Should().NotContainAny("%", "points", "of 1");
    }

    /// <summary>The trainer signs in and plans a class of two seats; answers the codes on the slips.</summary>
    private async Task<IReadOnlyList<string>> PlanAsync(IPage page)
    {
        var trainer = await StaffMember.AddAsync(application, agency, "trainer");
        await page.GotoAsync(new Uri(application.Address, "/classes/new").ToString());
        await page.FillAsync("[name=Name]", trainer.Name);
        await page.FillAsync("[name=Password]", StaffMember.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.Locator("[name=Course]").SelectOptionAsync("");
        await page.FillAsync("#CourseTitle", $"De-escalation basics {Guid.NewGuid():N}");
        await page.FillAsync("#Provider", "Example Academy");
        await page.FillAsync("#Hours", "8");
        await page.FillAsync("#Title", "March class");
        await page.FillAsync("#StartsOn", "2026-03-02");
        await page.FillAsync("#EndsOn", "2026-03-03");
        await page.FillAsync("#seats", "2");
        await page.GetByText("Save and make slips").ClickAsync();
        await page.Locator(".slip").First.WaitForAsync();
        await PictureAsync(page, "slips", page.ViewportSize!.Width);
        return await page.Locator(".slip .code").AllInnerTextsAsync();
    }

    /// <summary>The officer comes by the QR code, reads, agrees, tries and waits for the start.</summary>
    private async Task EnterAsync(IPage page, string code, string token)
    {
        await page.GotoAsync(new Uri(application.Address, "/take#" + code).ToString());
        await Assertions.Expect(page.Locator("#join-code")).ToHaveValueAsync(code);
        await PictureAsync(page, "take", 360);
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await page.Locator("[name=Consent][value=granted]").CheckAsync();
        await page.FillAsync("#token", token);
        await PictureAsync(page, "notice", 360);
        await page.Locator("main form button.wide").ClickAsync();
        await NothingIsCutAsync(page);
        await page.Locator("#practice input").First.CheckAsync();
        await PictureAsync(page, "practice", 360);
        await page.Locator("button[value=start]").ClickAsync();
        await page.WaitForURLAsync("**/take/wait");
    }

    private static async Task AnswerAllAsync(IPage page)
    {
        var items = await page.Locator("section.item").CountAsync();
        items.Should().BeGreaterThan(1);
        for (var i = 0; i < items; i++)
        {
            await NothingIsCutAsync(page);
            await page.Locator("section.item:visible :is([type=radio], [type=checkbox])").First.CheckAsync();
            if (i == 1)
            {
                await page.Locator("section.item:visible .saved[data-state=server]").WaitForAsync();
                await PictureAsync(page, "item", 360);
            }

            await page.Locator("section.item:visible [data-go=next]").ClickAsync();
        }
    }

    /// <summary>Every question is there to its last word.</summary>
    private static async Task NothingIsCutAsync(IPage page)
    {
        var stem = page.Locator(".stem:visible").First;
        (await stem.EvaluateAsync<bool>("stem => stem.scrollHeight <= stem.clientHeight + 1 && getComputedStyle(stem).webkitLineClamp === 'none'")).Should().BeTrue();
    }

    private static async Task PictureAsync(IPage page, string name, int width)
    {
        var dark = await page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches");
        await Browser.PictureAsync(page, $"{name}-{width}-{(dark ? "dark" : "light")}");
    }
}
