using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Assessment.Browser.Tests;

/// <summary>What axe finds on a page: all its rules, that of WCAG 2.2 for the size of targets too, which it leaves out unless asked.</summary>
internal static class Axe
{
    /// <summary>A phone of 5 inches and less, a laptop of 1,280 at 200 % zoom, the laptop.</summary>
    private static readonly int[] Widths = [320, 640, 1280];

    private static readonly AxeRunOptions Options = new()
    {
        ResultTypes = [ResultType.Violations],
        Rules = new Dictionary<string, RuleOptions> { ["target-size"] = new() { Enabled = true } },
    };

    /// <summary>Findings on the page as it stands, and whether it scrolls sideways.</summary>
    public static async Task<IReadOnlyList<string>> FindingsAsync(IPage page)
    {
        // Through the root element, axe runs in the page itself; through the page, each run opens another one for pages with frames.
        var findings = (await page.Locator("html").RunAxe(Options)).Violations
            .Select(violation => $"{violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}").ToList();
        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth")) findings.Add("scrolls sideways");
        return findings;
    }

    /// <summary>Findings at every width in both themes; the page is left as it was found. With a name, pictures are kept (<see cref="Browser.PictureAsync"/>).</summary>
    public static async Task<IReadOnlyList<string>> FindingsEverywhereAsync(IPage page, string name)
    {
        var findings = new List<string>();
        var found = page.ViewportSize!;
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, found.Height);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                // Colours that still change into each other would be taken for the colours.
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                await Browser.PictureAsync(page, $"{name}-{width}-{scheme}");
                findings.AddRange((await FindingsAsync(page)).Select(finding => $"{name} {width} {scheme} {finding}"));
            }
        }

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Null, ReducedMotion = ReducedMotion.Null });
        await page.SetViewportSizeAsync(found.Width, found.Height);
        return findings;
    }
}
