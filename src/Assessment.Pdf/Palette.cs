namespace Assessment.Pdf;

/// <summary>
/// The only place where colours of paper are chosen. Text colours reach at least 4.5:1 on <see cref="Paper"/> and on
/// <see cref="Tint"/>, marks and meaningful lines at least 3:1; thin decorative rules carry no meaning and are exempt.
/// </summary>
public static class Palette
{
    /// <summary>The ground of a page.</summary>
    public static Colour Paper { get; } = Colour.Parse("#ffffff");

    /// <summary>The ground of a boxed remark.</summary>
    public static Colour Tint { get; } = Colour.Parse("#eff3f8");

    /// <summary>Body text.</summary>
    public static Colour Text { get; } = Colour.Parse("#1b1b1b");

    /// <summary>Sources, notes, running heads, axis labels.</summary>
    public static Colour Muted { get; } = Colour.Parse("#4d535c");

    /// <summary>Headings, links and solid marks.</summary>
    public static Colour Accent { get; } = Colour.Parse("#1a4480");

    /// <summary>Decorative rules between rows and sections.</summary>
    public static Colour Rule { get; } = Colour.Parse("#c3c7cd");
}
