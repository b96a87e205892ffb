using Microsoft.Playwright;

namespace Assessment.Browser.Tests;

/// <summary>What the other tests rely on: planted faults are found, those of the whole page too, and only where they are.</summary>
public class AxeTests
{
    private const string Faulty = """
        <html><head><meta name="color-scheme" content="light dark"><style>
        .pale { color: #999; background: #fff } @media (prefers-color-scheme: dark) { .pale { color: #fff; background: #000 } }
        @media (min-width: 1000px) { .wide { width: 2000px } } button { width: 10px; height: 10px; padding: 0; border: 0 }
        </style></head><body><main><h1>A heading</h1><p class="pale">Words</p><div class="wide">Wide</div><button>1</button><button>2</button></main></body></html>
        """;

    [Test]
    public async Task Planted_faults_are_found_where_they_are()
    {
        var page = await Browser.NewPageAsync(1280, ColorScheme.Light);
        await page.SetContentAsync(Faulty);
        var findings = await Axe.FindingsEverywhereAsync(page, "planted");
        foreach (var whole in new[] { "document-title", "html-has-lang", "target-size" }) Count(whole).Should().Be(6, "{0} is a fault at every width in both themes", whole);
        Count("color-contrast").Should().Be(3, "words are pale in the light theme alone");
        findings.Where(finding => finding.Contains("sideways", StringComparison.Ordinal)).Should().OnlyContain(finding => finding.Contains(" 1280 ", StringComparison.Ordinal)).And.HaveCount(2);
        (page.ViewportSize!.Width, await page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches")).Should().Be((1280, false));

        int Count(string rule) => findings.Count(finding => finding.Contains($" {rule}: ", StringComparison.Ordinal));
    }
}
