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

    internal static async Task<IPage> NewPageAsync(int width, ColorScheme scheme)
    {
        External.Require(Path.IsPathRooted(Program) ? File.Exists(Program) : false, "Chromium is not installed; run: apt-get install chromium");
        playwright ??= await Playwright.CreateAsync();
        chromium ??= await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = Flags });
        var context = await chromium.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
            ColorScheme = scheme,
        });
        return await context.NewPageAsync();
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
