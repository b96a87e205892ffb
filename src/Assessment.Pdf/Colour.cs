using System.Globalization;

namespace Assessment.Pdf;

/// <summary>An sRGB colour.</summary>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>The form used in style sheets, such as "#1a4480".</summary>
    public string Hex => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    /// <summary>Relative luminance, 0 (black) to 1 (white), as WCAG 2.0 defines it.</summary>
    public double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    /// <summary>Reads "#rrggbb".</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static Colour Parse(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        if (hex.Length != 7 || hex[0] != '#') throw new FormatException("A colour is written as #rrggbb.");
        var bytes = Convert.FromHexString(hex.AsSpan(1));
        return new Colour(bytes[0], bytes[1], bytes[2]);
    }

    /// <summary>Contrast ratio between two colours, 1 to 21, in either order (WCAG 2.0, contrast ratio).</summary>
    public static double Contrast(Colour first, Colour second)
    {
        var (one, two) = (first.Luminance, second.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    // WCAG 2.0 prints the threshold 0.03928; the sRGB standard has 0.04045. No 8-bit value lies between them.
    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
