using Assessment.Pdf.Layout;
using Assessment.Pdf.Objects;

namespace Assessment.Pdf.Structure;

/// <summary>The document outline (ISO 32000-1, 12.3.3): one bookmark a heading, nested as the headings are.</summary>
internal static class Bookmarks
{
    private sealed record Node(HeadingPlace Place, PdfReference Reference, List<Node> Children);

    /// <returns>Null when the document has no heading.</returns>
    public static PdfReference? Write(IReadOnlyList<HeadingPlace> places, ObjectGraph graph, IReadOnlyList<PdfReference> pages)
    {
        if (places.Count == 0) return null;
        var root = graph.Reserve();
        var tops = Nest(places, graph);
        graph.Fill(root, new PdfDictionary().With("Type", "Outlines").With("First", tops[0].Reference)
            .With("Last", tops[^1].Reference).With("Count", places.Count));
        Fill(tops, root, graph, pages);
        return root;
    }

    private static List<Node> Nest(IReadOnlyList<HeadingPlace> places, ObjectGraph graph)
    {
        var tops = new List<Node>();
        var open = new Stack<Node>();
        foreach (var place in places)
        {
            while (open.Count > 0 && open.Peek().Place.Heading.Level >= place.Heading.Level) open.Pop();
            var node = new Node(place, graph.Reserve(), []);
            (open.Count == 0 ? tops : open.Peek().Children).Add(node);
            open.Push(node);
        }

        return tops;
    }

    private static void Fill(List<Node> nodes, PdfReference parent, ObjectGraph graph, IReadOnlyList<PdfReference> pages)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            var (place, reference, children) = nodes[i];
            var item = new PdfDictionary().With("Title", PdfString.Text(place.Heading.Text)).With("Parent", parent)
                .With("Dest", DocumentWriter.Destination(place.Destination, pages));
            if (i > 0) item.With("Prev", nodes[i - 1].Reference);
            if (i < nodes.Count - 1) item.With("Next", nodes[i + 1].Reference);
            if (children.Count > 0)
            {
                item.With("First", children[0].Reference).With("Last", children[^1].Reference).With("Count", Open(children));
                Fill(children, reference, graph, pages);
            }

            graph.Fill(reference, item);
        }
    }

    /// <summary>Number of bookmarks shown below an open one.</summary>
    private static int Open(List<Node> nodes) => nodes.Sum(node => 1 + Open(node.Children));
}
