using Assessment.Testing;
using Microsoft.Playwright;

namespace Assessment.Browser.Tests;

/// <summary>Raters' pages in a browser with script: accessible, by keyboard alone, and nothing that was chosen is lost.</summary>
public class RaterPageTests
{
    private const string Clever = "input[name='level-listening'][value='3']", Middle = "input[name='level-listening'][value='2']", Option = "input[name='level-options'][value='2']";

    private string folder = "";
    private AssessmentApplication application = null!;
    private RaterScene scene = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        folder = Directory.CreateTempSubdirectory("assessment-raters-").FullName;
        application = await AssessmentApplication.StartAsync(Path.Combine(folder, "assessment.db"));
    }

    [SetUp]
    public async Task NewScene() => scene = await RaterScene.PlayAsync(application);

    [OneTimeTearDown]
    public async Task Stop()
    {
        await application.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task Pages_have_no_accessibility_finding()
    {
        var findings = new List<string>();
        var page = await scene.SignInAsync(scene.Administrator, "/raters");
        await LookAsync("/raters");

        page = await scene.SignInAsync(scene.Coder, "/ratings");
        await LookAsync("/ratings", scene.Response(0), scene.FollowUp);
        await RateAsync(page);
        await LookAsync("/ratings", scene.Response(1));

        page = await scene.SignInAsync(scene.Trainer, "/ratings");
        await LookAsync("/ratings", $"/observe/{scene.Scenario.AdministrationId}");

        page = await scene.SignInAsync(scene.Supervisor, "/ratings");
        await LookAsync("/ratings", scene.FollowUp + "?number=1");
        await RecordAsync(page);
        await LookAsync((await page.GetAttributeAsync(".work a[href^='/follow-ups/']", "href"))!);
        findings.Should().BeEmpty();

        async Task LookAsync(params string[] paths)
        {
            foreach (var path in paths)
            {
                await page.GotoAsync(scene.Url(path));
                page.Url.Should().Be(scene.Url(path));
                (await page.Locator(".note.bad").CountAsync()).Should().Be(0, path);
                findings.AddRange(await FindingsAsync(page, path));
            }
        }
    }

    [Test]
    public async Task Every_response_is_rated_by_keyboard_alone()
    {
        var page = await scene.SignInAsync(scene.Coder, "/ratings");
        await TabToAsync(page, "Go on with the first one left");
        await page.Keyboard.PressAsync("Enter");
        for (var person = 0; person < 2; person++)
        {
            await page.WaitForURLAsync(scene.Url(scene.Response(person)) + "**");
            await TabToFieldAsync(page, "level-listening");
            foreach (var key in new[] { "Space", "ArrowDown", "ArrowDown" }) await page.Keyboard.PressAsync(key);
            await TabToFieldAsync(page, "level-options");
            await page.Keyboard.PressAsync("ArrowDown");
            await TabToAsync(page, "Save and go on");
            await page.Keyboard.PressAsync("Enter");
        }

        await page.WaitForSelectorAsync("text=All done: you rated 2.");
        (await LevelsAsync()).Should().Equal("1:listening=3", "1:options=2", "2:listening=3", "2:options=2");
        (await application.AuditAsync(scene.People.Agency)).Where(entry => entry.Action == "save.rating").Should().OnlyContain(entry => entry.Reason == null,
            "the arrow keys pass levels that nobody means, and none of them is saved");
    }

    [Test]
    public async Task A_level_is_saved_when_the_rater_goes_on_and_is_there_after_a_reload()
    {
        var page = await scene.SignInAsync(scene.Coder, scene.Response(0));
        await page.ClickAsync(Clever);
        (await LevelsAsync()).Should().BeEmpty("the rater may still change her mind");
        await page.ReloadAsync();
        (await page.IsCheckedAsync(Clever)).Should().BeTrue("kept in the tab, or saved when the page was left");
        await page.ClickAsync(Option);
        await page.WaitForSelectorAsync("fieldset[data-group='level-listening'] >> text=Saved");
        await Assertions.Expect(page.Locator("#state")).ToHaveTextAsync("Saved. Criteria judged: 1.");
        await page.ReloadAsync();
        (await page.IsCheckedAsync(Clever)).Should().BeTrue();
        (await page.IsCheckedAsync(Option)).Should().BeTrue();
        await page.ClickAsync("text=Save and go on");
        await page.WaitForURLAsync(scene.Url(scene.Response(1)) + "**");
        (await LevelsAsync()).Should().Equal("1:listening=3", "1:options=2");
        (await page.EvaluateAsync<int>("sessionStorage.length")).Should().Be(0, "nothing stays in the tab once it is saved");
    }

    [Test]
    public async Task A_rater_whose_sign_in_ends_in_the_middle_keeps_what_was_chosen()
    {
        var page = await scene.SignInAsync(scene.Coder, scene.Response(0));
        await page.ClickAsync(Middle);
        application.Clock.Set(application.Clock.GetUtcNow().AddHours(13));
        await page.ClickAsync(Option);
        await page.WaitForSelectorAsync("text=You were signed out.");
        await page.ClickAsync("text=Sign in again");
        await RaterScene.SignInAsync(page, scene.Coder);
        page.Url.Should().Be(scene.Url(scene.Response(0)));
        (await page.IsCheckedAsync(Middle)).Should().BeTrue();
        (await page.IsCheckedAsync(Option)).Should().BeTrue();
        await page.ClickAsync("text=Save and go on");
        await page.WaitForURLAsync(scene.Url(scene.Response(1)) + "**");
        (await LevelsAsync()).Should().Equal("1:listening=2", "1:options=2");
    }

    [Test]
    public async Task A_level_that_could_not_be_sent_is_kept_and_sent_when_the_rater_goes_on()
    {
        var page = await scene.SignInAsync(scene.Coder, scene.Response(0));
        await page.Context.SetOfflineAsync(true);
        await page.ClickAsync(Clever);
        await page.ClickAsync(Option);
        await page.WaitForSelectorAsync("text=Not saved yet.");
        await page.Context.SetOfflineAsync(false);
        await page.ClickAsync("input[name='level-options'][value='1']");
        await page.WaitForSelectorAsync("fieldset[data-group='level-listening'] >> text=Saved");
        (await LevelsAsync()).Should().Equal("1:listening=3");
    }

    [Test]
    public async Task A_checklist_that_was_begun_survives_the_end_of_the_sign_in_and_is_forgotten_once_it_is_saved()
    {
        var page = await scene.SignInAsync(scene.Supervisor, scene.FollowUp + "?number=2");
        await page.ClickAsync("text=Yes, shown >> nth=0");
        await page.ClickAsync("text=No opportunity to show it >> nth=1");
        application.Clock.Set(application.Clock.GetUtcNow().AddHours(13));
        await page.ClickAsync("main button");
        await page.WaitForURLAsync("**/sign-in**");
        await RaterScene.SignInAsync(page, scene.Supervisor);
        (await page.InnerTextAsync("#state")).Should().Contain("chosen again");
        (await page.IsCheckedAsync("input[name='indicator-f1'][value='shown']")).Should().BeTrue();
        (await page.InputValueAsync("#person")).Should().Be("2");
        await page.ClickAsync("main button");
        await page.WaitForSelectorAsync("text=You recorded 1 of 3");
        (await page.EvaluateAsync<int>("sessionStorage.length")).Should().Be(0);
    }

    /// <summary>The second response is judged whole.</summary>
    private async Task RateAsync(IPage page)
    {
        await page.GotoAsync(scene.Url(scene.Response(1)));
        await page.ClickAsync(Clever);
        await page.ClickAsync(Option);
        await page.ClickAsync("text=Save and go on");
        await page.WaitForURLAsync(scene.Url(scene.Response(0)) + "**");
    }

    /// <summary>A checklist about the second person is recorded.</summary>
    private async Task RecordAsync(IPage page)
    {
        await page.GotoAsync(scene.Url(scene.FollowUp + "?number=2"));
        await page.ClickAsync("text=Yes, shown >> nth=0");
        await page.ClickAsync("main button");
        await page.WaitForSelectorAsync("text=You recorded 1 of 3");
    }

    private static async Task<IReadOnlyList<string>> FindingsAsync(IPage page, string path)
    {
        var findings = (await Axe.FindingsEverywhereAsync(page, $"rater{path.Split('?')[0].Replace('/', '-')}")).ToList();
        await page.SetViewportSizeAsync(320, 800);
        findings.AddRange(await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('main .choice, main .button, main select, main li > a, main .jump a')].filter(e => e.offsetHeight > 0 && e.offsetHeight < 44).map(e => 'small target ' + e.outerHTML)"));
        return findings;
    }

    private Task<IReadOnlyList<string>> LevelsAsync() => application.ReadAsync(session => session.List<string>(
        "SELECT rating_no || ':' || criterion || '=' || level FROM rubric_level WHERE agency_id = @Number ORDER BY rating_no, criterion", new { scene.People.Agency.Number }));

    private static Task TabToAsync(IPage page, string text) => TabAsync(page, $"document.activeElement.textContent.trim() === '{text}'");

    private static Task TabToFieldAsync(IPage page, string name) => TabAsync(page, $"document.activeElement.name === '{name}'");

    private static async Task TabAsync(IPage page, string until)
    {
        for (var i = 0; i < 40; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>(until)) return;
        }

        Assert.Fail($"No tab stop where {until}");
    }
}
