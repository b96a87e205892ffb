using Assessment.Api.Features.Administrations;
using Assessment.Testing;
using Microsoft.Playwright;

namespace Assessment.Browser.Tests;

/// <summary>A trainer's pages in a browser: accessible in both themes, at phone width and at 200 percent, by keyboard alone, live.</summary>
public class TrainerPageTests
{
    private AssessmentApplication application = null!;
    private AssessmentApplicationClass people = null!;
    private OpenAdministration.Answer door = null!, held = null!;
    private string name = "", closed = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        application = await AssessmentApplication.StartAsync();
        var agency = await application.NewAgencyAsync();
        name = (await StaffMember.AddAsync(application, agency, "trainer")).Name;
        people = await agency.ClassAsync(12, [.. Enumerable.Range(1, 12).Select(i => $"Officer {i}")]);
        var forms = await agency.PublishKnowledgeAsync();
        var scale = await agency.PublishAsync(AssessmentApplicationForms.Scale);
        var before = await people.OpenAsync("pre", forms);
        for (var person = 0; person < 12; person++) await people.TakeAsync(before, person, person < 9);
        (await agency.Admin.PostAsync($"/api/administrations/{before.AdministrationId}/close")).EnsureSuccessStatusCode();
        closed = $"/classes/{people.Id}/sheet/{before.AdministrationId}";
        door = await people.OpenAsync("post", forms, new { timeLimitMinutes = 30 });
        await people.TakeAsync(door, 0, right: true);
        await people.StartAsync(door, 1);
        held = await (await agency.ClassAsync(2)).OpenAsync("pre", [scale], new { held = true });
    }

    [OneTimeTearDown]
    public Task Stop() => application.DisposeAsync().AsTask();

    [Test]
    public async Task Page_has_no_accessibility_finding_and_scrolls_in_one_direction(
        [Values("classes", "new", "class", "roster", "taught", "room", "held", "wall", "close", "sheet")] string which)
    {
        var page = await OpenAsync(AddressOf(which), 1280, ColorScheme.Light);
        (await Axe.FindingsEverywhereAsync(page, "trainer-" + which)).Should().BeEmpty();
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task In_Spanish_whose_words_are_longer_pages_fit_a_phone_too()
    {
        var page = await OpenAsync("/classes", 320, ColorScheme.Light);
        await page.GetByRole(AriaRole.Button, new() { Name = "Español" }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Clases" }).WaitForAsync();
        foreach (var which in new[] { "classes", "new", "class", "roster", "taught", "room", "held", "wall", "close", "sheet" })
        {
            await page.GotoAsync(new Uri(application.Address, AddressOf(which)).ToString());
            (await page.GetAttributeAsync("html", "lang")).Should().Be("es", which);
            (await Axe.FindingsAsync(page)).Should().BeEmpty(which);
        }

        await page.Context.CloseAsync();
    }

    [Test]
    public async Task Slips_are_accessible_and_print_without_the_frame_of_the_page()
    {
        var page = await OpenAsync($"/classes/{people.Id}/roster", 320, ColorScheme.Light);
        await page.FillAsync("#numbers", "12");
        await page.GetByText("Make new slips").ClickAsync();
        await page.WaitForSelectorAsync(".slip");
        (await Axe.FindingsAsync(page)).Should().BeEmpty();
        (await page.Locator(".slip").CountAsync()).Should().Be(1);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        (await page.Locator("nav").IsVisibleAsync()).Should().BeFalse();
        (await page.Locator(".slip .code").IsVisibleAsync()).Should().BeTrue();
        await page.Context.CloseAsync();
    }

    [TestCase("class"), TestCase("room"), TestCase("wall"), TestCase("new")]
    public async Task Page_asks_no_other_host_and_keeps_its_content_policy(string which)
    {
        var page = await OpenAsync("/classes", 1280, ColorScheme.Light);
        var faults = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(application.Address.ToString(), StringComparison.Ordinal)) faults.Add(request.Url);
        };
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") faults.Add(message.Text);
        };
        await page.GotoAsync(new Uri(application.Address, AddressOf(which)).ToString());
        faults.Should().BeEmpty();
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task A_tile_changes_when_a_device_starts_saves_and_hands_in()
    {
        var page = await OpenAsync($"/rooms/{door.AdministrationId}", 1280, ColorScheme.Light);
        var tile = page.Locator("#seat-4");
        await Assertions.Expect(tile).ToHaveAttributeAsync("data-state", "not-joined");
        (await tile.Locator("button").First.IsVisibleAsync()).Should().BeFalse("there is nothing to do at an empty seat");
        var device = await people.StartAsync(door, 3);
        await Assertions.Expect(tile).ToHaveAttributeAsync("data-state", "working", Slow);
        await Assertions.Expect(tile.Locator("button:visible")).ToHaveTextAsync(["+10 min for number 4", "Move device of number 4"]);
        (await device.SaveAsync(device.Form.Items[0].Identifier, "b", 1)).EnsureSuccessStatusCode();
        await Assertions.Expect(tile).ToContainTextAsync("1 of 4 answered", new() { Timeout = 20_000 });
        var joined = await page.Locator("#summary").InnerTextAsync();
        await device.SubmitAsync();
        await Assertions.Expect(tile).ToHaveAttributeAsync("data-state", "submitted", Slow);
        await Assertions.Expect(tile).ToContainTextAsync("Done");
        (await page.Locator("#summary").InnerTextAsync()).Should().NotBe(joined);
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task A_seat_lights_up_on_the_wall()
    {
        var page = await OpenAsync($"/rooms/{door.AdministrationId}/wall", 1280, ColorScheme.Light);
        await Assertions.Expect(page.Locator("#seat-6")).ToHaveAttributeAsync("data-state", "not-joined");
        await people.StartAsync(door, 5);
        await Assertions.Expect(page.Locator("#seat-6")).ToHaveAttributeAsync("data-state", "working", Slow);
        (await page.ContentAsync()).Should().NotContain("Officer ");
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task The_check_holds_the_clocks_of_server_and_computer_side_by_side()
    {
        var page = await OpenAsync($"/classes/{people.Id}", 1280, ColorScheme.Light);
        (await page.Locator("[data-clock=far]").IsVisibleAsync()).Should().BeTrue("the server's clock stands at the tests' first day");
        (await page.Locator("[data-clock=near]").IsVisibleAsync()).Should().BeFalse();
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task From_a_new_class_to_the_end_of_its_test_by_keyboard_alone()
    {
        var page = await OpenAsync("/classes", 1280, ColorScheme.Light);
        await PressAsync(page, "New class");
        await ReachAsync(page, "[name='Title']");
        await page.Keyboard.TypeAsync("Keyboard class");
        await ReachAsync(page, "[name='Roster.Seats']");
        await page.Keyboard.TypeAsync("2");
        await PressAsync(page, "Save and make slips");
        await PressAsync(page, "Go on to the class");
        await PressAsync(page, "Open Pre-test");
        await page.WaitForURLAsync("**/rooms/*");
        await PressAsync(page, "Close the test");
        await PressAsync(page, "Close now");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("This test has ended");
        await page.Context.CloseAsync();
    }

    private static LocatorAssertionsToHaveAttributeOptions Slow => new() { Timeout = 20_000 };

    private string AddressOf(string which) => which switch
    {
        "classes" => "/classes",
        "new" => "/classes/new",
        "class" => $"/classes/{people.Id}",
        "roster" or "taught" => $"/classes/{people.Id}/{which}",
        "sheet" => closed,
        "held" => $"/rooms/{held.AdministrationId}",
        "room" => $"/rooms/{door.AdministrationId}",
        _ => $"/rooms/{door.AdministrationId}/{which}",
    };

    private async Task<IPage> OpenAsync(string path, int width, ColorScheme scheme)
    {
        var page = await Browser.NewPageAsync(width, scheme);
        await page.GotoAsync(new Uri(application.Address, $"/sign-in?to={Uri.EscapeDataString(path)}").ToString());
        await page.FillAsync("[name=Name]", name);
        await page.FillAsync("[name=Password]", StaffMember.Password);
        await page.Locator("main button").ClickAsync();
        await page.WaitForURLAsync("**" + path);
        return page;
    }

    /// <summary>Presses Tab until an element has the focus, as somebody without a mouse does.</summary>
    private static async Task ReachAsync(IPage page, string selector)
    {
        await page.WaitForSelectorAsync(selector);
        for (var i = 0; i < 80; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector)) return;
        }

        throw new InvalidOperationException($"The keyboard does not reach {selector}.");
    }

    /// <summary>Tabs to a link or button by its text and presses Enter.</summary>
    private static async Task PressAsync(IPage page, string text)
    {
        await page.GetByText(text, new() { Exact = true }).First.WaitForAsync();
        for (var i = 0; i < 80; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>("document.activeElement.textContent.trim()") != text) continue;
            await page.Keyboard.PressAsync("Enter");
            return;
        }

        throw new InvalidOperationException($"The keyboard does not reach \"{text}\".");
    }
}
