using System.Globalization;
using System.Text.RegularExpressions;
using Assessment.Api.Features.Classroom;

namespace Assessment.Api.Tests.Features.Classroom;

/// <summary>The QR code of an address. Where its fixed patterns stand is told by ISO/IEC 18004, 6.3.</summary>
public partial class JoinAddressTests
{
    private const string Address = "https://192.168.17.4:5443/join/ABCDEF";
    private const int QuietZone = 4, Finder = 7;

    private static readonly string[] FinderPattern =
        ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"];

    [Test]
    public void The_svg_holds_the_three_finder_patterns_inside_a_quiet_zone_of_four_modules()
    {
        var modules = FromSvg(JoinAddress.Svg(Address));
        var size = modules.GetLength(0);
        (size - (2 * QuietZone) - 17).Should().BePositive().And.Match(rest => rest % 4 == 0, "a side of version v has 17 + 4 v modules");
        foreach (var (left, top) in new[] { (QuietZone, QuietZone), (size - QuietZone - Finder, QuietZone), (QuietZone, size - QuietZone - Finder) })
        {
            Pattern(modules, left, top).Should().Equal(FinderPattern);
        }

        for (var i = 0; i < size; i++)
        {
            new[] { modules[i, 0], modules[i, 3], modules[0, i], modules[3, i], modules[i, size - 1], modules[i, size - 4] }.Should().NotContain(true);
        }
    }

    [Test]
    public void The_terminal_shows_the_same_modules_as_the_page()
    {
        var expected = FromSvg(JoinAddress.Svg(Address));
        var lines = Escape().Replace(JoinAddress.Terminal(Address), "").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Should().HaveCount((expected.GetLength(0) + 1) / 2);
        for (var y = 0; y < expected.GetLength(0); y++)
        {
            for (var x = 0; x < expected.GetLength(0); x++)
            {
                (y % 2 == 0 ? "█▀" : "█▄").Contains(lines[y / 2][x], StringComparison.Ordinal).Should().Be(expected[y, x]);
            }
        }
    }

    [Test]
    public void Another_address_is_another_code_and_its_text_cannot_leave_the_label()
    {
        JoinAddress.Svg(Address).Should().NotBe(JoinAddress.Svg(Address + "X"));
        JoinAddress.Svg("https://box/\"><script>").Should().NotContain("<script").And.NotContain("style=");
    }

    private static IEnumerable<string> Pattern(bool[,] modules, int left, int top) => Enumerable.Range(0, Finder)
        .Select(y => string.Concat(Enumerable.Range(0, Finder).Select(x => modules[top + y, left + x] ? '#' : '.')));

    private static bool[,] FromSvg(string svg)
    {
        var size = int.Parse(ViewBox().Match(svg).Groups[1].Value, CultureInfo.InvariantCulture);
        var modules = new bool[size, size];
        foreach (Match black in Black().Matches(svg))
        {
            modules[int.Parse(black.Groups[2].Value, CultureInfo.InvariantCulture), int.Parse(black.Groups[1].Value, CultureInfo.InvariantCulture)] = true;
        }

        return modules;
    }

    [GeneratedRegex(@"viewBox=""0 0 (\d+) ")]
    private static partial Regex ViewBox();

    [GeneratedRegex(@"M(\d+) (\d+)h1v1h-1z")]
    private static partial Regex Black();

    [GeneratedRegex(@"\e\[[0-9;]+m")]
    private static partial Regex Escape();
}
