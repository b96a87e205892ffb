using System.Globalization;
using Assessment.Domain;
using CsvHelper;

namespace Assessment.Release.Hierarchies;

/// <summary>Reads a hierarchy and says what is wrong with it, and on which line.</summary>
internal static class HierarchyCsv
{
    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        HasHeader = false,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    private sealed record Line(long Number, string[] Cells);

    /// <inheritdoc cref="Hierarchy.Read" />
    public static Result<Hierarchy> Read(string column, TextReader csv)
    {
        List<Line> lines;
        try
        {
            lines = [.. Lines(csv)];
        }
        catch (CsvFormatException fault)
        {
            return Refuse(PrivacyRefusals.HierarchyShape, column, fault.LineNumber, "a quotation mark is out of place");
        }

        var defect = Emptiness(column, lines) ?? Shape(column, lines) ?? RootMissing(column, lines)
            ?? Blank(column, lines) ?? Duplicate(column, lines) ?? Nesting(column, lines);
        return defect is null ? new Hierarchy(column, [.. lines.Select(line => line.Cells)]) : defect;
    }

    private static IEnumerable<Line> Lines(TextReader csv)
    {
        using var reader = CsvReader.Create(csv, Options, leaveOpen: true);
        while (reader.Read())
        {
            var cells = new string[reader.FieldCount];
            for (var cell = 0; cell < cells.Length; cell++)
            {
                cells[cell] = Hierarchy.Canonical(reader.GetString(cell));
            }

            yield return new Line(reader.LineNumber, cells);
        }
    }

    private static Refusal? Emptiness(string column, List<Line> lines) =>
        lines.Count > 0 ? null : Refuse(PrivacyRefusals.HierarchyEmpty, column, 1, "there is no row");

    private static Refusal? Shape(string column, List<Line> lines)
    {
        var width = Math.Max(2, lines[0].Cells.Length);
        var odd = lines.Find(line => line.Cells.Length != width);
        return odd is null ? null : Refuse(PrivacyRefusals.HierarchyShape, column, odd.Number, $"{odd.Cells.Length} cells where {width} are expected");
    }

    private static Refusal? RootMissing(string column, List<Line> lines)
    {
        var rootless = lines.Find(line => line.Cells[^1] != Hierarchy.Root);
        return rootless is null ? null : Refuse(PrivacyRefusals.HierarchyRoot, column, rootless.Number, "the last cell must be the root *");
    }

    private static Refusal? Blank(string column, List<Line> lines)
    {
        var blank = lines.Find(line => line.Cells.Contains(Hierarchy.Missing));
        return blank is null ? null : Refuse(PrivacyRefusals.HierarchyBlank, column, blank.Number, "a cell is blank; missing values need no row");
    }

    private static Refusal? Duplicate(string column, List<Line> lines)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var twice = lines.Find(line => !seen.Add(line.Cells[0]));
        return twice is null ? null : Refuse(PrivacyRefusals.HierarchyDuplicate, column, twice.Number, $"\"{twice.Cells[0]}\" is given twice");
    }

    private static Refusal? Nesting(string column, List<Line> lines)
    {
        var parents = new Dictionary<(int Level, string Label), string>();
        foreach (var line in lines)
        {
            for (var level = 0; level < line.Cells.Length - 1; level++)
            {
                var parent = line.Cells[level + 1];
                if (!parents.TryAdd((level, line.Cells[level]), parent) && parents[(level, line.Cells[level])] != parent)
                {
                    return Refuse(PrivacyRefusals.HierarchyNesting, column, line.Number, $"\"{line.Cells[level]}\" has two parents");
                }
            }
        }

        return null;
    }

    private static Refusal Refuse(RefusalCode code, string column, long line, string problem) => code.Because(
        $"The hierarchy of {column} cannot be used: line {line.ToString(CultureInfo.InvariantCulture)}: {problem}.",
        new Place(string.Create(CultureInfo.InvariantCulture, $"hierarchy of {column}, line {line}"), problem));
}
