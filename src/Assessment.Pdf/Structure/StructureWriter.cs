using Assessment.Pdf.Objects;

namespace Assessment.Pdf.Structure;

/// <summary>
/// Writes the tag tree after layout (ISO 32000-1, 14.7): K arrays as painted, the parent tree from marked content and
/// annotations back to their tags, and the name tree of ids.
/// </summary>
internal sealed class StructureWriter(ObjectGraph graph, IReadOnlyList<PdfReference> pages)
{
    private readonly Dictionary<LinkArea, PdfReference> annotations = [];
    private readonly SortedDictionary<int, SortedDictionary<int, PdfValue>> owners = [];
    private readonly List<(LinkArea Link, PdfReference Owner)> links = [];
    private readonly SortedDictionary<string, PdfReference> ids = new(StringComparer.Ordinal);

    /// <summary>The annotation object of each clickable area; complete after writing.</summary>
    public IReadOnlyDictionary<LinkArea, PdfReference> Annotations => annotations;

    public PdfReference Write(Tag document)
    {
        var root = graph.Reserve();
        var top = Element(document, root);
        var tree = new PdfDictionary().With("Type", "StructTreeRoot").With("K", new PdfArray(top))
            .With("ParentTree", graph.Add(ParentTree())).With("ParentTreeNextKey", pages.Count + links.Count);
        if (ids.Count > 0) tree.With("IDTree", graph.Add(IdTree()));
        graph.Fill(root, tree);
        return root;
    }

    private PdfReference Element(Tag tag, PdfReference parent)
    {
        var reference = graph.Reserve();
        var element = new PdfDictionary().With("Type", "StructElem").With("S", tag.Type).With("P", parent);
        var page = tag.Children.OfType<TagChild.Content>().FirstOrDefault()?.PageIndex;
        if (page is { } first) element.With("Pg", pages[first]);
        if (tag.AlternateText is { } alternate) element.With("Alt", PdfString.Text(alternate));
        if (tag.Attributes is { } attributes) element.With("A", attributes);
        if (tag.Id is { } id)
        {
            element.With("ID", PdfString.Text(id));
            ids.Add(id, reference);
        }

        element.With("K", new PdfArray(tag.Children.Select(child => Child(child, reference, page))));
        graph.Fill(reference, element);
        return reference;
    }

    private PdfValue Child(TagChild child, PdfReference parent, int? page)
    {
        switch (child)
        {
            case TagChild.Element(var tag):
                return Element(tag, parent);
            case TagChild.Content(var on, var id):
                Own(on, id, parent);
                return on == page ? id : new PdfDictionary().With("Type", "MCR").With("Pg", pages[on]).With("MCID", id);
            case TagChild.Annotation(var link):
                links.Add((link, parent));
                annotations[link] = graph.Reserve();
                return new PdfDictionary().With("Type", "OBJR").With("Pg", pages[link.PageIndex]).With("Obj", annotations[link]);
            default:
                throw new ArgumentException($"A tag cannot hold {child.GetType().Name}.", nameof(child));
        }
    }

    private void Own(int page, int id, PdfReference owner)
    {
        if (!owners.TryGetValue(page, out var marked)) owners[page] = marked = [];
        marked.Add(id, owner);
    }

    /// <summary>Keys: pages by index, then link areas in the order of the tree.</summary>
    private PdfDictionary ParentTree()
    {
        var numbers = new PdfArray();
        foreach (var (page, marked) in owners) numbers.Items.AddRange([page, graph.Add(new PdfArray(marked.Values))]);
        for (var i = 0; i < links.Count; i++)
        {
            numbers.Items.AddRange([pages.Count + i, links[i].Owner]);
            graph.Fill(annotations[links[i].Link], Area(links[i].Link).With("StructParent", pages.Count + i));
        }

        return new PdfDictionary().With("Nums", numbers);
    }

    private PdfDictionary IdTree() => new PdfDictionary().With("Kids", new PdfArray(graph.Add(new PdfDictionary()
        .With("Limits", new PdfArray(PdfString.Text(ids.Keys.First()), PdfString.Text(ids.Keys.Last())))
        .With("Names", new PdfArray(ids.SelectMany(id => new PdfValue[] { PdfString.Text(id.Key), id.Value }))))));

    private PdfDictionary Area(LinkArea link)
    {
        const int print = 4;
        var (left, top, width, height) = link.Area;
        var area = new PdfDictionary().With("Type", "Annot").With("Subtype", "Link")
            .With("Rect", new PdfArray(left, DocumentWriter.FromTop(top + height), left + width, DocumentWriter.FromTop(top)))
            .With("Border", new PdfArray(0, 0, 0)).With("F", print).With("P", pages[link.PageIndex])
            .With("Contents", PdfString.Text(link.Description));
        if (link.Address is { } address)
            return area.With("A", new PdfDictionary().With("S", "URI").With("URI", PdfString.Text(address.AbsoluteUri)));
        return area.With("Dest", DocumentWriter.Destination(
            link.Target ?? throw new InvalidOperationException("A link leads nowhere."), pages));
    }
}
