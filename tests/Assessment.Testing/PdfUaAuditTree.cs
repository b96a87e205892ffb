using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Assessment.Testing;

/// <summary>An element of the tag tree as read back from a file.</summary>
internal sealed class PdfUaAuditTree(string type, DictionaryToken dictionary, IndirectReference? reference, PdfUaAuditTree? parent)
{
    public string Type => type;

    public DictionaryToken Dictionary => dictionary;

    public IndirectReference? Reference => reference;

    public PdfUaAuditTree? Parent => parent;

    public List<PdfUaAuditTree> Children { get; } = [];

    /// <summary>Marked content by page index and id, in reading order.</summary>
    public List<(int Page, int Id)> Contents { get; } = [];

    /// <summary>Annotations that the element holds.</summary>
    public List<IndirectReference> Annotations { get; } = [];

    /// <summary>The element and all below it, in reading order.</summary>
    public IEnumerable<PdfUaAuditTree> All => Children.SelectMany(child => child.All).Prepend(this);

    /// <summary>Null when the file has no tag tree.</summary>
    public static PdfUaAuditTree? Read(PdfUaAuditFile file)
    {
        if (file.Dictionary(file.Catalog, "StructTreeRoot") is not { } root) return null;
        var top = new PdfUaAuditTree("StructTreeRoot", root, null, null);
        ReadKids(file, top, root);
        return top;
    }

    private static void ReadKids(PdfUaAuditFile file, PdfUaAuditTree into, DictionaryToken element)
    {
        if (!element.TryGet(NameToken.Create("K"), out var kids)) return;
        var resolved = file.Resolve(kids);
        foreach (var kid in resolved is ArrayToken array ? array.Data : [kids]) ReadKid(file, into, kid);
    }

    private static void ReadKid(PdfUaAuditFile file, PdfUaAuditTree into, IToken kid)
    {
        if (file.Resolve(kid) is NumericToken number) into.Contents.Add((PageOf(file, into.Dictionary), number.Int));
        if (file.Resolve(kid) is not DictionaryToken dictionary) return;
        switch (file.Name(dictionary, "Type"))
        {
            case "MCR":
                into.Contents.Add((PageOf(file, dictionary), file.Number(dictionary, "MCID") ?? -1));
                break;
            case "OBJR":
                if (file.Reference(dictionary, "Obj") is { } annotation) into.Annotations.Add(annotation);
                break;
            default:
                var child = new PdfUaAuditTree(
                    file.Name(dictionary, "S") ?? "", dictionary, (kid as IndirectReferenceToken)?.Data, into);
                into.Children.Add(child);
                ReadKids(file, child, dictionary);
                break;
        }
    }

    private static int PageOf(PdfUaAuditFile file, DictionaryToken dictionary) =>
        file.Reference(dictionary, "Pg") is { } page ? file.PageReferences.ToList().IndexOf(page) : -1;
}
