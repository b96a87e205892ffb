using Assessment.Testing;
using Microsoft.Playwright;

namespace Assessment.Browser.Tests;

/// <summary>The pages that everybody may open: accessible in both themes and at phone width, no outside request, keyboard first.</summary>
public class PublicPageTests
{
    private string folder = "";
    private AssessmentApplication application = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        folder = Directory.CreateTempSubdirectory("assessment-pages-").FullName;
        application = await AssessmentApplication.StartAsync(Path.Combine(folder, "assessment.db"));
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await application.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task Page_has_no_accessibility_finding([Values("/", "/api", "/sign-in", "/welcome", "/first", "/not-allowed", "/nowhere")] string path)
    {
        var page = await OpenAsync(path, 1280, ColorScheme.Light);
        (await Axe.FindingsEverywhereAsync(page, "public" + path.Replace('/', '-'))).Should().BeEmpty();
    }

    [TestCase("/"), TestCase("/api"), TestCase("/sign-in")]
    public async Task Page_asks_no_other_host_and_keeps_its_content_policy(string path)
    {
        var page = await Browser.NewPageAsync(1280, ColorScheme.Light);
        var faults = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(application.Address.ToString(), StringComparison.Ordinal))
            {
                faults.Add(request.Url);
            }
        };
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                faults.Add(message.Text);
            }
        };
        await page.GotoAsync(new Uri(application.Address, path).ToString());
        faults.Should().BeEmpty();
    }

    [Test]
    public async Task First_tab_stop_skips_to_the_content()
    {
        var page = await OpenAsync("/api", 1280, ColorScheme.Light);
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.textContent")).Should().Be("Skip to content");
        await page.Keyboard.PressAsync("Enter");
        page.Url.Should().EndWith("#content");
    }

    [Test]
    public async Task Api_page_names_every_endpoint_and_who_may_call_it()
    {
        var page = await OpenAsync("/api", 1280, ColorScheme.Light);
        var sections = await page.Locator(".endpoint").AllInnerTextsAsync();
        sections.Should().Contain(text => text.Contains("/api/attempts/{attemptId:guid}/responses/{item}") && text.Contains("participant"));
        sections.Should().OnlyContain(text => text.Contains("For "));
    }

    private async Task<IPage> OpenAsync(string path, int width, ColorScheme scheme)
    {
        var page = await Browser.NewPageAsync(width, scheme);
        await page.GotoAsync(new Uri(application.Address, path).ToString());
        return page;
    }
}
