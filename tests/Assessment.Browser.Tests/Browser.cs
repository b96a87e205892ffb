using Assessment.Testing;
using Microsoft.Playwright;

namespace Assessment.Browser.Tests;

/// <summary>The system's Chromium (ASSESSMENT_CHROMIUM, else on the path), one for the whole run.</summary>
[SetUpFixture]
public class Browser
{
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static IPlaywright? playwright;
    private static IBrowser? chromium;

    private static readonly List<(string Test, IBrowserContext Context)> opened = [];

    /// <summary>A page of a device of its own. What earlier tests left open is closed: an idle page still takes processor time.</summary>
    internal static async Task<IPage> NewPageAsync(int width, ColorScheme scheme)
    {
        var test = TestContext.CurrentContext.Test.ID;
        foreach (var (_, left) in opened.Where(one => one.Test != test)) await left.CloseAsync();
        opened.RemoveAll(one => one.Test != test);
        var context = await NewContextAsync(width, scheme);
        opened.Add((test, context));
        return await context.NewPageAsync();
    }

    /// <summary>A device of its own: cookies, storage and worker are those of no other.</summary>
    internal static async Task<IBrowserContext> NewContextAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var program = await ReadyAsync();
        chromium ??= await program.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = Flags });
        return await chromium.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
            ColorScheme = scheme,
        });
    }

    /// <summary>A browser process of its own that keeps what it keeps in a folder, so that it can be killed and started again.</summary>
    internal static async Task<IBrowserContext> StartOnFolderAsync(string folder) =>
        await (await ReadyAsync()).Chromium.LaunchPersistentContextAsync(
            folder, new BrowserTypeLaunchPersistentContextOptions { ExecutablePath = Program, Args = Flags });

    /// <summary>Keeps a picture of a page in the folder ASSESSMENT_PICTURES, for people to look at; nothing without it.</summary>
    internal static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("ASSESSMENT_PICTURES") is not { } folder) return;
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    private static async Task<IPlaywright> ReadyAsync()
    {
        External.Require(Path.IsPathRooted(Program) ? File.Exists(Program) : false, "Chromium is not installed; run: apt-get install chromium");
        return playwright ??= await Playwright.CreateAsync();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (chromium is not null)
        {
            await chromium.CloseAsync();
        }

        playwright?.Dispose();
    }

    private static string Program =>
        Environment.GetEnvironmentVariable("ASSESSMENT_CHROMIUM")
        ?? (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists)
        ?? "";
}
