using System.Globalization;
using System.Text.RegularExpressions;

namespace Assessment.Api.Tests.Features.Layout;

/// <summary>
/// Contrast by the formulas of WCAG 2.2 (relative luminance, contrast ratio), computed from the stylesheet itself: 4.5:1 for text
/// (1.4.3), 3:1 for edges of controls (1.4.11), in both themes.
/// </summary>
public sealed partial class StylesheetTests
{
    /// <summary>The pages of everybody and those of participants, which use the names of the first.</summary>
    private static readonly string Css = Comments().Replace(Read("site.css") + Read("take.css"), "");

    private static readonly Dictionary<string, string> Light = Names(Css[..Css.IndexOf("@media", StringComparison.Ordinal)]);

    private static readonly Dictionary<string, string> Dark =
        Names(Css[Css.IndexOf("prefers-color-scheme: dark", StringComparison.Ordinal)..Css.IndexOf("* { box-sizing", StringComparison.Ordinal)]);

    /// <summary>Colours of text that stand on the ground of the page or on a panel without a rule that names both.</summary>
    private static readonly string[] Inherited = ["ink", "quiet", "accent", "bad"];

    [Test]
    public void The_formula_gives_the_ratios_that_the_standard_names()
    {
        Ratio("#000000", "#ffffff").Should().BeApproximately(21, 1e-9);
        Ratio("#777777", "#ffffff").Should().BeApproximately(4.48, 0.005, "the well-known grey that just fails");
    }

    [Test]
    public void Both_themes_name_the_same_colours() => Dark.Keys.Should().BeEquivalentTo(Light.Keys);

    [Test]
    public void Text_contrasts_with_what_it_stands_on([Values] bool dark)
    {
        var theme = dark ? Dark : Light;
        var pairs = Rules().Where(rule => rule.Colour is not null && rule.Ground is not null).Select(rule => (rule.Colour!, rule.Ground!))
            .Concat(Inherited.SelectMany(colour => new[] { (colour, "ground"), (colour, "panel") }))
            .Distinct().ToList();
        pairs.Should().HaveCountGreaterThan(10);
        pairs.Where(pair => Ratio(theme[pair.Item1], theme[pair.Item2]) < 4.5).Should().BeEmpty();
    }

    [Test]
    public void Edges_of_controls_and_notes_contrast_with_the_ground([Values] bool dark, [Values("rule", "accent", "bad", "ok", "warn")] string edge)
    {
        var theme = dark ? Dark : Light;
        Ratio(theme[edge], theme["ground"]).Should().BeGreaterThanOrEqualTo(3);
        Ratio(theme[edge], theme["panel"]).Should().BeGreaterThanOrEqualTo(3);
    }

    [Test]
    public void No_rule_names_a_colour_of_its_own()
    {
        var rules = Blocks().Where(block => !block.Selector.EndsWith(":root", StringComparison.Ordinal)).ToList();
        rules.Where(block => Literal().IsMatch(block.Body)).Select(block => block.Selector).Should().BeEmpty("a literal would escape the contrast tests");
        rules.Should().HaveCountGreaterThan(40);
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "wwwroot", file));

    private static double Ratio(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Channel(int start)
        {
            var c = int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d;
            return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        }

        return 0.2126 * Channel(1) + 0.7152 * Channel(3) + 0.0722 * Channel(5);
    }

    private static Dictionary<string, string> Names(string css) =>
        Name().Matches(css).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    private static IEnumerable<(string Selector, string? Colour, string? Ground)> Rules() => Blocks().Select(block => (
        block.Selector,
        TextColour().Match(block.Body) is { Success: true } colour ? colour.Groups[1].Value : null,
        Background().Match(block.Body) is { Success: true } ground ? ground.Groups[1].Value : null));

    private static IEnumerable<(string Selector, string Body)> Blocks() =>
        Block().Matches(Css).Select(match => (match.Groups[1].Value.Trim(), match.Groups[2].Value));

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"--([a-z-]+):\s*(#[0-9a-f]{6})")]
    private static partial Regex Name();

    [GeneratedRegex(@"([^{}]+)\{([^{}]*)\}")]
    private static partial Regex Block();

    [GeneratedRegex(@"(?<![a-z-])color:\s*var\(--([a-z-]+)\)")]
    private static partial Regex TextColour();

    [GeneratedRegex(@"background(?:-color)?:\s*var\(--([a-z-]+)\)")]
    private static partial Regex Background();

    [GeneratedRegex(@"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(|(?:color|background)[a-z-]*:\s*(?:black|white|red|green|blue|gray|grey)\b")]
    private static partial Regex Literal();
}
