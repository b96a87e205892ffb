using UglyToad.PdfPig.Tokens;

namespace Assessment.Testing;

/// <summary>Each link is described, printed, and bound to one Link tag that holds it.</summary>
internal static class PdfUaAuditLinks
{
    private const int PrintFlag = 4;

    public static IEnumerable<PdfUaFinding> Check(PdfUaAuditFile file, PdfUaAuditTree tree)
    {
        var numbers = PdfUaAuditParents.Numbers(file);
        var holders = tree.All.Where(tag => tag.Type == "Link")
            .SelectMany(tag => tag.Annotations.Select(annotation => (annotation, tag.Reference)))
            .ToLookup(pair => pair.annotation, pair => pair.Reference);
        foreach (var pointer in file.Pages.SelectMany(page => file.Array(page, "Annots")).OfType<IndirectReferenceToken>())
        {
            var annotation = (DictionaryToken)file.Resolve(pointer)!;
            if (file.Name(annotation, "Subtype") != "Link") yield return new("link-tag", "An annotation is no link.");
            if (string.IsNullOrWhiteSpace(file.Text(annotation, "Contents"))) yield return new("link-contents", "A link has no description.");
            if (file.Number(annotation, "F") != PrintFlag) yield return new("link-flags", "A link is not set to print.");
            var owner = PdfUaAuditParents.Owner(file, numbers, annotation);
            if (owner is null || !holders[pointer.Data].Contains(owner)) yield return new("link-tag", "A link is not bound to its Link tag.");
            if (file.Get(annotation, "A") is null && file.Get(annotation, "Dest") is null) yield return new("link-target", "A link leads nowhere.");
        }
    }
}
