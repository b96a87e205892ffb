using Assessment.Pdf.Structure;

namespace Assessment.Pdf.Layout;

/// <summary>Why something is painted that is no content (ISO 32000-1, 14.8.2.2).</summary>
internal enum Artifact
{
    /// <summary>Rules, grounds and other dress.</summary>
    Layout,

    /// <summary>Running header.</summary>
    Header,

    /// <summary>Running footer.</summary>
    Footer,

    /// <summary>Repeated table heads and other traces of page breaks.</summary>
    Repeat,
}

/// <summary>What is painted in one go for one tag, or for none (then it is an artifact).</summary>
internal sealed record PaintOperation(Tag? Tag, Artifact Artifact, int MarkedContentId, ContentWriter Content);

/// <summary>A page: one list of paint operations in painting order, and the clickable areas.</summary>
internal sealed class Page(int index, FontSet fonts)
{
    private readonly List<PaintOperation> operations = [];
    private int marked;

    public int Index => index;

    public IReadOnlyList<PaintOperation> Operations => operations;

    public List<LinkArea> Links { get; } = [];

    /// <summary>Opens or continues painting for a tag; the tag tree records it at once.</summary>
    public ContentWriter Tagged(Tag tag)
    {
        if (operations.Count > 0 && ReferenceEquals(operations[^1].Tag, tag)
            && tag.Children is [.., TagChild.Content last] && last.MarkedContentId == operations[^1].MarkedContentId)
        {
            return operations[^1].Content;
        }

        tag.Add(new TagChild.Content(index, marked));
        return Open(tag, Artifact.Layout, marked++);
    }

    /// <summary>Opens or continues painting of dress.</summary>
    public ContentWriter Dress(Artifact kind = Artifact.Layout) =>
        operations.Count > 0 && operations[^1].Tag is null && operations[^1].Artifact == kind
            ? operations[^1].Content
            : Open(null, kind, -1);

    private ContentWriter Open(Tag? tag, Artifact kind, int id)
    {
        var operation = new PaintOperation(tag, kind, id, new ContentWriter(fonts));
        operations.Add(operation);
        return operation.Content;
    }
}
