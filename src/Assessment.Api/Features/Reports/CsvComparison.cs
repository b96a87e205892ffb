using System.Text;

namespace Assessment.Api.Features.Reports;

/// <summary>Compares two CSV files cell by cell. Pure.</summary>
internal static class CsvComparison
{
    /// <summary>Every cell that differs; a line or column that one file lacks counts as empty.</summary>
    /// <param name="name">Name of the file, for the places.</param>
    /// <param name="found">The file to be checked.</param>
    /// <param name="expected">What it should say.</param>
    public static IEnumerable<Difference> Of(string name, string found, string expected)
    {
        var (there, right) = (Read(found), Read(expected));
        for (var line = 0; line < Math.Max(there.Count, right.Count); line++)
        {
            for (var column = 0; column < Math.Max(Width(there, line), Width(right, line)); column++)
            {
                var (is_, should) = (Cell(there, line, column), Cell(right, line, column));
                if (is_ != should)
                {
                    yield return new($"{name}, line {line + 1}, column {Head(right, column)}, row {Cell(right, line, 0)}", Quoted(is_), Quoted(should));
                }
            }
        }
    }

    private static string Quoted(string text) => $"\"{text}\"";

    private static string Head(List<List<string>> lines, int column) => Cell(lines, 0, column) is { Length: > 0 } head ? head : $"{column + 1}";

    private static int Width(List<List<string>> lines, int line) => line < lines.Count ? lines[line].Count : 0;

    private static string Cell(List<List<string>> lines, int line, int column) => column < Width(lines, line) ? lines[line][column] : "";

    /// <summary>RFC 4180: commas, quotes doubled inside quotes, CRLF or LF.</summary>
    internal static List<List<string>> Read(string text)
    {
        var (lines, fields, field, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"') field.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') field.Append(text[i++]);
                else quoted = false;
            }
            else if (c == '"') quoted = true;
            else if (c == ',') End();
            else if (c == '\n') EndLine();
            else if (c != '\r') field.Append(c);
        }

        if (field.Length > 0 || fields.Count > 0) EndLine();
        return lines;

        void End()
        {
            fields.Add(field.ToString());
            field.Clear();
        }

        void EndLine()
        {
            End();
            lines.Add(fields);
            fields = [];
        }
    }
}
