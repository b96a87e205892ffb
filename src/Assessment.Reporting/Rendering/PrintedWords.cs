using Assessment.Reporting.Document;

namespace Assessment.Reporting.Rendering;

/// <summary>The words that every renderer prints around tables and figures.</summary>
internal static class PrintedWords
{
    /// <summary>Title of the contents list.</summary>
    public const string Contents = "Contents";

    /// <summary>Deepest heading level in the contents list.</summary>
    public const int ContentsDepth = 2;

    public static string Caption(Table table) => $"{table.Number}. {table.Title}";

    public static string Caption(Figure figure) => $"{figure.Number}. {figure.Title}";

    public static IReadOnlyList<string> Remarks(Table table) =>
        [.. Source(table.Source), .. table.Notes.Where(HasText).Select(note => $"Note: {note}")];

    public static IReadOnlyList<string> Remarks(Figure figure) =>
        [$"Every value drawn is in table {figure.DataTable}.", .. Source(figure.Source)];

    private static IEnumerable<string> Source(string source) => HasText(source) ? [$"Source: {source}"] : [];

    private static bool HasText(string text) => !string.IsNullOrWhiteSpace(text);
}
