using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig.Tokens;

namespace Assessment.Testing;

/// <summary>Every font is embedded, and every code shown leads back to a character.</summary>
internal static partial class PdfUaAuditFonts
{
    public static IEnumerable<PdfUaFinding> Check(PdfUaAuditFile file, PdfUaAuditContent content)
    {
        for (var page = 0; page < file.Pages.Count; page++)
        {
            var fonts = file.Dictionary(file.Dictionary(file.Pages[page], "Resources")!, "Font");
            foreach (var (_, name) in content.ShownCodes.Keys.Where(shown => shown.Page == page))
            {
                if (fonts is null || file.Dictionary(fonts, name) is not { } font) yield return new("font-embedded", $"Page {page + 1} has no font {name}.");
                else
                {
                    foreach (var finding in Font(file, font, content.ShownCodes[(page, name)])) yield return finding;
                }
            }
        }
    }

    private static IEnumerable<PdfUaFinding> Font(PdfUaAuditFile file, DictionaryToken font, HashSet<int> shown)
    {
        var name = file.Name(font, "BaseFont");
        if (file.Array(font, "DescendantFonts") is not [var first] || file.Resolve(first) is not DictionaryToken descendant
            || file.Dictionary(descendant, "FontDescriptor") is not { } descriptor || file.Get(descriptor, "FontFile2") is not StreamToken)
            yield return new("font-embedded", $"{name} is not embedded.");
        else if (file.Name(descendant, "CIDToGIDMap") != "Identity") yield return new("font-embedded", $"{name} has no CIDToGIDMap.");
        var map = file.Get(font, "ToUnicode") is StreamToken stream ? Map(Encoding.ASCII.GetString(file.Decode(stream))) : [];
        foreach (var code in shown)
        {
            if (code == 0) yield return new("to-unicode", $"{name} shows .notdef.");
            else if (!map.TryGetValue(code, out var text) || text is "\0" or "\uFEFF" or "\uFFFE") yield return new("to-unicode", $"{name} does not map code {code}.");
        }
    }

    private static Dictionary<int, string> Map(string cmap) => Mapping().Matches(cmap).ToDictionary(
        match => int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
        match => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(match.Groups[2].ValueSpan)));

    // One line of a bfchar block; codespace ranges hold two codes of four digits and so are told apart by FFFF.
    [GeneratedRegex("^<([0-9A-F]{4})> <((?!FFFF)[0-9A-F]{4,8})>$", RegexOptions.Multiline)]
    private static partial Regex Mapping();
}
