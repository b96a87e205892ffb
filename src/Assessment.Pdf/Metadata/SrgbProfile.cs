using Assessment.Pdf.Objects;

namespace Assessment.Pdf.Metadata;

/// <summary>
/// A small ICC profile of the sRGB space, made here so that no third party's file is embedded: version 2.1 matrix and tone
/// curve (ICC.1:2001-04). Primaries of IEC 61966-2-1 adapted to D50 by the Bradford method.
/// </summary>
internal static class SrgbProfile
{
    private const int CurvePoints = 1024;
    private const int HeaderBytes = 128;

    /// <summary>CIE XYZ relative to D50; the three columns add up to the white point.</summary>
    public static readonly double[] WhitePoint = [0.9642, 1.0, 0.8249];
    public static readonly double[] Red = [0.4360747, 0.2225045, 0.0139322];
    public static readonly double[] Green = [0.3850649, 0.7168786, 0.0971045];
    public static readonly double[] Blue = [0.1430804, 0.0606169, 0.7141733];

    public static byte[] Make()
    {
        var curve = Curve();
        var tags = new (string Name, byte[] Body)[]
        {
            ("desc", Description("sRGB IEC61966-2.1")),
            ("cprt", Text("No copyright, use freely")),
            ("wtpt", Xyz(WhitePoint)),
            ("rXYZ", Xyz(Red)),
            ("gXYZ", Xyz(Green)),
            ("bXYZ", Xyz(Blue)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        };
        return Assemble(tags);
    }

    /// <summary>Light, 0 to 1, for a channel value, 0 to 1 (IEC 61966-2-1, 5.2).</summary>
    public static double Linear(double value) => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);

    private static byte[] Assemble((string Name, byte[] Body)[] tags)
    {
        var bodies = tags.Select(tag => tag.Body).Distinct().ToList();
        var offsets = new Dictionary<byte[], int>();
        var size = HeaderBytes + 4 + 12 * tags.Length;
        foreach (var body in bodies)
        {
            offsets[body] = size;
            size += body.Length;
        }

        var profile = Header(size);
        profile.BigEndian(tags.Length, 4);
        foreach (var (name, body) in tags) profile.Ascii(name).BigEndian(offsets[body], 4).BigEndian(body.Length, 4);
        foreach (var body in bodies) profile.Bytes(body);
        return profile.ToArray();
    }

    private static ByteBuffer Header(int size)
    {
        var header = new ByteBuffer();
        header.BigEndian(size, 4).BigEndian(0, 4).BigEndian(0x02100000, 4).Ascii("mntrRGB XYZ ");
        // A fixed date: the profile is part of files that must not differ from day to day.
        foreach (var part in (int[])[2001, 4, 1, 0, 0, 0]) header.BigEndian(part, 2);
        header.Ascii("acsp").Bytes(new byte[28]);
        foreach (var value in WhitePoint) Fixed(header, value);
        return header.Bytes(new byte[HeaderBytes - header.Length]);
    }

    private static byte[] Xyz(double[] values)
    {
        var body = new ByteBuffer().Ascii("XYZ ").BigEndian(0, 4);
        foreach (var value in values) Fixed(body, value);
        return body.ToArray();
    }

    private static byte[] Curve()
    {
        var body = new ByteBuffer().Ascii("curv").BigEndian(0, 4).BigEndian(CurvePoints, 4);
        for (var i = 0; i < CurvePoints; i++)
            body.BigEndian((int)Math.Round(65535 * Linear(i / (CurvePoints - 1.0)), MidpointRounding.AwayFromZero), 2);
        return body.ToArray();
    }

    /// <summary>textDescriptionType: the name in ASCII, without its Unicode and Macintosh forms.</summary>
    private static byte[] Description(string text)
    {
        var body = new ByteBuffer().Ascii("desc").BigEndian(0, 4).BigEndian(text.Length + 1, 4).Ascii(text).BigEndian(0, 1)
            .Bytes(new byte[4 + 4 + 2 + 1 + 67]);
        return Padded(body);
    }

    private static byte[] Text(string text) => Padded(new ByteBuffer().Ascii("text").BigEndian(0, 4).Ascii(text).BigEndian(0, 1));

    private static byte[] Padded(ByteBuffer body) => body.Bytes(new byte[(4 - body.Length % 4) % 4]).ToArray();

    private static void Fixed(ByteBuffer to, double value) =>
        to.BigEndian((int)Math.Round(value * 65536, MidpointRounding.AwayFromZero), 4);
}
