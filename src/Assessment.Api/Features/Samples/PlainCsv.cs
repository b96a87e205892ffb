using System.Globalization;

namespace Assessment.Api.Features.Samples;

/// <summary>Comma-separated text without quoting: the sample study's own cells hold no comma, quote or line break.</summary>
internal static class PlainCsv
{
    /// <summary>The lines of a file as cells by column name.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var columns = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => columns.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    /// <summary>One line of cells, numbers in the invariant culture; null is an empty cell.</summary>
    /// <exception cref="ArgumentException">A cell would need quoting.</exception>
    public static string Line(params ReadOnlySpan<object?> cells)
    {
        var texts = new string[cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            texts[i] = Convert.ToString(cells[i], CultureInfo.InvariantCulture) ?? "";
            if (texts[i].AsSpan().ContainsAny(",\"\r\n"))
                throw new ArgumentException("A cell of the sample study must not need quoting.", nameof(cells));
        }

        return string.Join(',', texts);
    }

    /// <summary>A file of a heading and its lines, each ended by a line feed.</summary>
    public static string Document(string heading, IEnumerable<string> lines) => string.Join('\n', lines.Prepend(heading)) + "\n";
}
