using Assessment.Pdf.Blocks;
using Assessment.Pdf.Fonts;
using Assessment.Pdf.Text;

namespace Assessment.Pdf.Layout;

/// <summary>The type sizes of a document, in one place.</summary>
internal static class Typography
{
    public static readonly TextStyle Body = new(FontFace.Regular, 10.5, 15, Palette.Text);
    public static readonly TextStyle Caption = new(FontFace.SemiBold, 10.5, 14, Palette.Text);
    public static readonly TextStyle Remark = new(FontFace.Regular, 8.5, 11.5, Palette.Muted);
    public static readonly TextStyle Footnote = new(FontFace.Regular, 8.5, 11.5, Palette.Text);
    public static readonly TextStyle Running = new(FontFace.Regular, 8, 10.5, Palette.Muted);
    public static readonly TextStyle CalloutTitle = new(FontFace.SemiBold, 11, 15, Palette.Accent);
    public static readonly TextStyle ContentsTop = new(FontFace.SemiBold, 10.5, 16, Palette.Text);

    /// <summary>Cells take the first size at which no word of the table must be cut.</summary>
    public static readonly IReadOnlyList<double> CellSizes = [9.5, 9, 8.5, 8];

    public static TextStyle Cell(FontFace face, double size) => new(face, size, Math.Round(size * 1.32, 1), Palette.Text);

    public static TextStyle Heading(Heading heading) => (heading.Role, heading.Level) switch
    {
        (HeadingRole.Title, _) => new TextStyle(FontFace.Bold, 27, 32, Palette.Accent),
        (_, 1) => new TextStyle(FontFace.SemiBold, 18, 23, Palette.Accent),
        (_, 2) => new TextStyle(FontFace.SemiBold, 13.5, 18, Palette.Accent),
        (_, 3) => new TextStyle(FontFace.SemiBold, 11.5, 15, Palette.Text),
        _ => new TextStyle(FontFace.SemiBold, 10.5, 15, Palette.Muted),
    };

    public static double SpaceBefore(Heading heading) => (heading.Role, heading.Level) switch
    {
        (HeadingRole.Title, _) => 120,
        (_, 1) => 26,
        (_, 2) => 20,
        _ => 15,
    };

    public static TextStyle With(TextStyle style, Emphasis emphasis) => emphasis switch
    {
        Emphasis.Strong => style with { Face = FontFace.SemiBold },
        Emphasis.Italic => style with { Face = FontFace.Italic },
        _ => style,
    };

    public static TextStyle Mark(TextStyle style) =>
        style with { Face = FontFace.Regular, Size = style.Size * 0.66, Rise = style.Size * 0.34, Colour = Palette.Accent };
}
