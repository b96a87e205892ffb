using System.Collections;
using System.Globalization;
using System.Net;
using System.Text;
using QRCoder;

namespace Assessment.Api.Features.Classroom;

/// <summary>An address as a QR code (ISO/IEC 18004, error correction M), for a page and for a terminal.</summary>
internal static class JoinAddress
{
    /// <summary>
    /// An SVG element for an HTML page: square, without a size of its own, black on white with the quiet zone of four modules,
    /// labelled for screen readers. It holds no style and no script, so any content security policy lets it through.
    /// </summary>
    public static string Svg(string url)
    {
        var modules = Modules(url);
        var path = new StringBuilder();
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules.Count; x++)
            {
                if (modules[y][x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
            }
        }

        return string.Create(CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {modules.Count} {modules.Count}" role="img" aria-label="QR code of {WebUtility.HtmlEncode(url)}" shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#fff"/><path d="{path}" fill="#000"/></svg>""");
    }

    /// <summary>Lines for a terminal: half blocks, two rows of modules a line, black on white whatever the terminal's own colours.</summary>
    public static string Terminal(string url)
    {
        const string BlackOnWhite = "\e[30;107m", Reset = "\e[0m";
        var modules = Modules(url);
        var text = new StringBuilder();
        for (var y = 0; y < modules.Count; y += 2)
        {
            text.Append(BlackOnWhite);
            for (var x = 0; x < modules.Count; x++)
            {
                var (upper, lower) = (modules[y][x], y + 1 < modules.Count && modules[y + 1][x]);
                text.Append((upper, lower) switch { (true, true) => '█', (true, false) => '▀', (false, true) => '▄', _ => ' ' });
            }

            text.Append(Reset).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Rows of modules, true for black, quiet zone included.</summary>
    private static List<BitArray> Modules(string url)
    {
        using var code = QRCodeGenerator.GenerateQrCode(url, QRCodeGenerator.ECCLevel.M);
        return code.ModuleMatrix;
    }
}
