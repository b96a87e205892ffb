namespace Assessment.Testing;

/// <summary>Headings go down one level at a time, and the bookmarks are the headings.</summary>
internal static class PdfUaAuditHeadings
{
    public static IEnumerable<PdfUaFinding> Check(PdfUaAuditFile file, PdfUaAuditContent content, PdfUaAuditTree tree)
    {
        var headings = tree.All.Where(tag => tag.Type is ['H', >= '1' and <= '6']).ToList();
        var level = 0;
        foreach (var heading in headings)
        {
            var next = heading.Type[1] - '0';
            if (next > level + 1) yield return new("heading-order", $"H{next} follows H{level}.");
            level = next;
        }

        var texts = headings.Select(heading => string.Concat(heading.Contents.Select(piece => content.Texts.GetValueOrDefault(piece, "")))).ToList();
        var titles = file.Document.TryGetBookmarks(out var bookmarks) ? bookmarks.GetNodes().Select(node => node.Title).ToList() : [];
        if (!texts.Select(Plain).SequenceEqual(titles.Select(Plain))) yield return new("bookmarks", "The bookmarks are not the headings in their order.");
    }

    /// <summary>The reader may drop or add the space at a line end.</summary>
    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
