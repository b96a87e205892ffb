using Assessment.Pdf.Objects;

namespace Assessment.Pdf.Structure;

/// <summary>An element of the tag tree (ISO 32000-1, 14.7.2); types are the standard ones of 14.8.4, so no role map is needed.</summary>
internal sealed class Tag
{
    private readonly List<TagChild> children = [];

    public Tag(string type, Tag? parent = null)
    {
        Type = type;
        Parent = parent;
        parent?.children.Add(new TagChild.Element(this));
    }

    public string Type { get; }

    public Tag? Parent { get; }

    /// <summary>In reading order: elements when they were made, content when it was painted.</summary>
    public IReadOnlyList<TagChild> Children => children;

    /// <summary>Read in place of the content.</summary>
    public string? AlternateText { get; init; }

    /// <summary>Unique in the document; asked of notes.</summary>
    public string? Id { get; init; }

    /// <summary>Attribute dictionary such as the scope of a header cell.</summary>
    public PdfDictionary? Attributes { get; set; }

    /// <summary>Adds painted content or an annotation.</summary>
    public void Add(TagChild child) => children.Add(child);

    /// <summary>A header cell that speaks for its column or row.</summary>
    public static Tag HeaderCell(Tag row, string scope) =>
        new("TH", row) { Attributes = new PdfDictionary().With("O", "Table").With("Scope", scope) };
}

/// <summary>What a tag holds.</summary>
internal abstract record TagChild
{
    /// <summary>Another tag.</summary>
    public sealed record Element(Tag Tag) : TagChild;

    /// <summary>Content painted on a page.</summary>
    public sealed record Content(int PageIndex, int MarkedContentId) : TagChild;

    /// <summary>An annotation, such as the clickable area of a link.</summary>
    public sealed record Annotation(LinkArea Link) : TagChild;
}

/// <summary>The clickable area of a link on a page.</summary>
internal sealed class LinkArea(int pageIndex, Rectangle area, string description)
{
    public int PageIndex => pageIndex;

    public Rectangle Area => area;

    /// <summary>Words for those who cannot see the link (ISO 14289-1, 7.18.5).</summary>
    public string Description => description;

    /// <summary>Address outside the document, or null.</summary>
    public Uri? Address { get; init; }

    /// <summary>Place in the document, or null; may become known after the mark is painted.</summary>
    public Destination? Target { get; set; }
}

/// <summary>A place to jump to: a page and the distance from its top.</summary>
internal sealed record Destination(int PageIndex, double Top);

/// <summary>Left, top, width and height, from the top left corner of the page, points.</summary>
internal readonly record struct Rectangle(double Left, double Top, double Width, double Height);
