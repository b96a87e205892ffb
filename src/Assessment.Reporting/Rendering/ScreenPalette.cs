using Assessment.Pdf;

namespace Assessment.Reporting.Rendering;

/// <summary>The colours of a screen: those of paper by day, and their counterparts on a dark ground.</summary>
/// <param name="Paper">Ground of the page.</param>
/// <param name="Tint">Ground of boxed remarks and table heads.</param>
/// <param name="Text">Body text.</param>
/// <param name="Muted">Sources and notes.</param>
/// <param name="Accent">Headings, links and marks.</param>
/// <param name="Rule">Decorative rules.</param>
internal sealed record ScreenPalette(Colour Paper, Colour Tint, Colour Text, Colour Muted, Colour Accent, Colour Rule)
{
    public static ScreenPalette Light { get; } =
        new(Palette.Paper, Palette.Tint, Palette.Text, Palette.Muted, Palette.Accent, Palette.Rule);

    public static ScreenPalette Dark { get; } = new(
        Colour.Parse("#14181d"), Colour.Parse("#1f2730"), Colour.Parse("#e8eaed"),
        Colour.Parse("#b3bac3"), Colour.Parse("#9cc2f5"), Colour.Parse("#4a525c"));

    /// <summary>Custom properties for a style sheet.</summary>
    public string Css => $"--paper:{Paper.Hex};--tint:{Tint.Hex};--text:{Text.Hex};--muted:{Muted.Hex};--accent:{Accent.Hex};--rule:{Rule.Hex}";
}
