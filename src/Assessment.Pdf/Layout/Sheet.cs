namespace Assessment.Pdf.Layout;

/// <summary>Measures of the page in points: US Letter, as federal readers print it.</summary>
internal static class Sheet
{
    public const double Width = 612;
    public const double Height = 792;
    public const double Left = 63;
    public const double Right = Width - Left;
    public const double TextWidth = Right - Left;
    public const double Top = 76;
    public const double Bottom = Height - 74;
    public const double TextHeight = Bottom - Top;
    public const double HeaderBaseline = 46;
    public const double FooterTop = Height - 52;
}
