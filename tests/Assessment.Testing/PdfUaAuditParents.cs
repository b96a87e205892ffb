using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Assessment.Testing;

/// <summary>Painted content, tag tree and parent tree must tell the same story.</summary>
internal static class PdfUaAuditParents
{
    public static IEnumerable<PdfUaFinding> Check(PdfUaAuditFile file, PdfUaAuditContent content, PdfUaAuditTree tree)
    {
        var owners = new Dictionary<(int Page, int Id), PdfUaAuditTree>();
        foreach (var tag in tree.All)
        {
            foreach (var piece in tag.Contents)
            {
                if (!owners.TryAdd(piece, tag)) yield return new("parent-tree", $"Content {piece} belongs to two tags.");
            }
        }

        foreach (var twice in content.Marked.GroupBy(piece => piece).Where(group => group.Count() > 1))
            yield return new("parent-tree", $"Content {twice.Key} is painted twice.");
        foreach (var piece in content.Marked.Except(owners.Keys)) yield return new("parent-tree", $"Content {piece} is in no tag.");
        foreach (var piece in owners.Keys.Except(content.Marked)) yield return new("parent-tree", $"Content {piece} is never painted.");
        foreach (var (piece, tag) in owners)
        {
            if (content.MarkedAs.TryGetValue(piece, out var name) && name != tag.Type)
                yield return new("parent-tree", $"Content {piece} is marked {name} and tagged {tag.Type}.");
        }

        foreach (var finding in Entries(file, owners)) yield return finding;
        foreach (var tag in tree.All.Where(tag => tag.Parent is not null && tag.Children.Count + tag.Contents.Count + tag.Annotations.Count == 0))
            yield return new("empty-tag", $"A {tag.Type} holds nothing.");
    }

    private static IEnumerable<PdfUaFinding> Entries(PdfUaAuditFile file, Dictionary<(int Page, int Id), PdfUaAuditTree> owners)
    {
        var numbers = Numbers(file);
        for (var page = 0; page < file.Pages.Count; page++)
        {
            var key = file.Number(file.Pages[page], "StructParents");
            var entries = key is { } number && numbers.TryGetValue(number, out var value) && file.Resolve(value) is ArrayToken array ? array.Data : null;
            var expected = owners.Where(owner => owner.Key.Page == page).OrderBy(owner => owner.Key.Id).Select(owner => owner.Value.Reference).ToList();
            var actual = entries?.Select(entry => (entry as IndirectReferenceToken)?.Data).ToList() ?? [];
            if (!expected.SequenceEqual(actual)) yield return new("parent-tree", $"Page {page + 1}: the parent tree does not lead back to the tags.");
        }
    }

    /// <summary>The parent tree as a flat table; each value as it stands, resolved or not.</summary>
    public static Dictionary<int, IToken> Numbers(PdfUaAuditFile file)
    {
        var found = new Dictionary<int, IToken>();
        var root = file.Dictionary(file.Catalog, "StructTreeRoot")!;
        if (file.Dictionary(root, "ParentTree") is not { } tree) return found;
        var entries = file.Array(tree, "Nums");
        for (var i = 0; i + 1 < entries.Count; i += 2)
        {
            if (file.Resolve(entries[i]) is NumericToken key) found[key.Int] = entries[i + 1];
        }

        return found;
    }

    /// <summary>The tag to which an entry leads.</summary>
    public static IndirectReference? Owner(PdfUaAuditFile file, Dictionary<int, IToken> numbers, DictionaryToken annotation) =>
        file.Number(annotation, "StructParent") is { } key && numbers.TryGetValue(key, out var value)
            ? (value as IndirectReferenceToken)?.Data
            : null;
}
