using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Assessment.Browser.Tests;

/// <summary>What axe finds on a page: all its rules, that of WCAG 2.2 for the size of targets too, which it leaves out unless asked.</summary>
internal static class Axe
{
    /// <summary>A phone of 5 inches and less, a laptop of 1,280 at 200 % zoom, the laptop.</summary>
    private static readonly int[] Widths = [320, 640, 1280];

    private const string Run =
        """
        async () => (await axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } })).violations
          .map((violation) => `${violation.id}: ${violation.help}: ${violation.nodes.map((node) => node.html).join("; ")}`)
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Findings on the page as it stands, and whether it scrolls sideways.</summary>
    public static async Task<IReadOnlyList<string>> FindingsAsync(IPage page)
    {
        // Deque's own call for Playwright enters the script anew with each run, which takes longer than the run.
        if (await page.EvaluateAsync<bool>("typeof axe === 'undefined'")) await page.EvaluateAsync(Script);
        List<string> findings = [.. await page.EvaluateAsync<string[]>(Run)];
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
