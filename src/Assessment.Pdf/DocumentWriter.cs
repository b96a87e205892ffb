using Assessment.Pdf.Fonts;
using Assessment.Pdf.Layout;
using Assessment.Pdf.Metadata;
using Assessment.Pdf.Objects;
using Assessment.Pdf.Structure;

namespace Assessment.Pdf;

/// <summary>Turns laid-out pages and their tags into the objects of a file that is PDF/UA-1 and PDF/A-2a.</summary>
internal sealed class DocumentWriter(DocumentInfo info, Draft draft, IReadOnlyList<Page> pages)
{
    private readonly ObjectGraph graph = new();
    private readonly PdfDictionary resources = new();

    public ObjectGraph Build()
    {
        var catalog = graph.Reserve();
        var tree = graph.Reserve();
        var pageReferences = pages.Select(_ => graph.Reserve()).ToList();
        var structure = new StructureWriter(graph, pageReferences);
        var root = structure.Write(draft.Root);
        foreach (var page in pages) graph.Fill(pageReferences[page.Index], PageObject(page, tree, structure));
        resources["Font"] = FontResources();
        graph.Fill(tree, new PdfDictionary().With("Type", "Pages").With("Kids", new PdfArray(pageReferences)).With("Count", pages.Count));
        graph.Fill(catalog, Catalog(tree, root, Bookmarks.Write(draft.Headings, graph, pageReferences)));
        graph.Root = catalog;
        graph.Info = graph.Add(DocumentMetadata.Dictionary(info));
        return graph;
    }

    public static double FromTop(double top) => Sheet.Height - top;

    public static PdfArray Destination(Destination target, IReadOnlyList<PdfReference> pages) =>
        // A little above the text, so that it does not stick to the edge of the window; zoom 0 keeps the reader's own.
        new(pages[target.PageIndex], new PdfName("XYZ"), 0, FromTop(Math.Max(0, target.Top - 8)), 0);

    private PdfDictionary Catalog(PdfReference tree, PdfReference root, PdfReference? bookmarks)
    {
        var catalog = new PdfDictionary().With("Type", "Catalog").With("Pages", tree)
            .With("Lang", PdfString.Text(info.Language))
            .With("MarkInfo", new PdfDictionary().With("Marked", true))
            .With("StructTreeRoot", root)
            .With("ViewerPreferences", new PdfDictionary().With("DisplayDocTitle", true))
            .With("Metadata", graph.Add(DocumentMetadata.Packet(info)))
            .With("OutputIntents", new PdfArray(OutputIntent()));
        if (bookmarks is not null) catalog.With("Outlines", bookmarks).With("PageMode", "UseOutlines");
        return catalog;
    }

    private PdfDictionary OutputIntent()
    {
        var profile = new PdfStream(SrgbProfile.Make());
        profile.Dictionary["N"] = 3;
        return new PdfDictionary().With("Type", "OutputIntent").With("S", "GTS_PDFA1")
            .With("OutputConditionIdentifier", PdfString.Text("sRGB IEC61966-2.1")).With("Info", PdfString.Text("sRGB IEC61966-2.1"))
            .With("RegistryName", PdfString.Text("http://www.color.org")).With("DestOutputProfile", graph.Add(profile));
    }

    private PdfDictionary PageObject(Page page, PdfReference tree, StructureWriter structure)
    {
        var dictionary = new PdfDictionary().With("Type", "Page").With("Parent", tree)
            .With("MediaBox", new PdfArray(0, 0, Sheet.Width, Sheet.Height))
            .With("Resources", resources).With("Contents", graph.Add(Content(page)))
            .With("Tabs", "S").With("StructParents", page.Index);
        if (page.Links.Count > 0) dictionary.With("Annots", new PdfArray(page.Links.Select(link => structure.Annotations[link])));
        return dictionary;
    }

    private static PdfStream Content(Page page)
    {
        var content = new ByteBuffer();
        foreach (var operation in page.Operations)
        {
            if (operation.Tag is { } tag) content.Ascii("/").Ascii(tag.Type).Ascii(" <</MCID ").Number(operation.MarkedContentId).Ascii(">> BDC\n");
            else content.Ascii("/Artifact ").Ascii(Kind(operation.Artifact)).Ascii(" BDC\n");
            content.Bytes(operation.Content.Buffer.Written).Ascii("EMC\n");
        }

        return new PdfStream(content.ToArray());
    }

    private static string Kind(Artifact artifact) => artifact switch
    {
        Artifact.Header => "<</Type/Pagination/Subtype/Header>>",
        Artifact.Footer => "<</Type/Pagination/Subtype/Footer>>",
        Artifact.Repeat => "<</Type/Pagination>>",
        _ => "<</Type/Layout>>",
    };

    private PdfDictionary FontResources()
    {
        var fonts = new PdfDictionary();
        foreach (var use in draft.Fonts.Used) fonts.With(use.ResourceName, FontObjects.Add(use, graph));
        return fonts;
    }
}
