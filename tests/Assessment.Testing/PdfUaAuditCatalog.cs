using System.Text;
using System.Xml.Linq;
using UglyToad.PdfPig.Tokens;

namespace Assessment.Testing;

/// <summary>What the file says about itself: language, title, marks of conformance, colour, order of tabbing.</summary>
internal static class PdfUaAuditCatalog
{
    private static readonly XNamespace Ua = "http://www.aiim.org/pdfua/ns/id/";
    private static readonly XNamespace A = "http://www.aiim.org/pdfa/ns/id/";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Extension = "http://www.aiim.org/pdfa/ns/extension/";

    public static IEnumerable<PdfUaFinding> Check(PdfUaAuditFile file)
    {
        var catalog = file.Catalog;
        if (string.IsNullOrEmpty(file.Text(catalog, "Lang"))) yield return new("language", "The catalog has no Lang.");
        if (file.Dictionary(catalog, "MarkInfo") is not { } mark || file.Get(mark, "Marked") is not BooleanToken { Data: true })
            yield return new("marked", "MarkInfo does not say Marked true.");
        else if (file.Get(mark, "Suspects") is BooleanToken { Data: true }) yield return new("marked", "MarkInfo says Suspects.");
        if (file.Dictionary(catalog, "ViewerPreferences") is not { } viewer || file.Get(viewer, "DisplayDocTitle") is not BooleanToken { Data: true })
            yield return new("display-title", "The window would show the file name.");
        foreach (var key in (string[])["OCProperties", "AA", "AcroForm"])
        {
            if (file.Get(catalog, key) is not null) yield return new("forbidden", $"The catalog has {key}.");
        }

        if (file.Document.IsEncrypted) yield return new("forbidden", "The file is encrypted.");
        foreach (var finding in Metadata(file)) yield return finding;
        foreach (var finding in OutputIntent(file)) yield return finding;
        for (var i = 0; i < file.Pages.Count; i++)
        {
            if (file.Name(file.Pages[i], "Tabs") != "S") yield return new("tab-order", $"Page {i + 1} does not tab by structure.");
        }
    }

    private static IEnumerable<PdfUaFinding> Metadata(PdfUaAuditFile file)
    {
        if (file.Get(file.Catalog, "Metadata") is not StreamToken stream)
        {
            yield return new("xmp-ua", "There is no metadata stream.");
            yield break;
        }

        if (file.Get(stream.StreamDictionary, "Filter") is not null) yield return new("metadata-plain", "The metadata stream is compressed.");
        var xml = XDocument.Parse(Encoding.UTF8.GetString(file.Decode(stream)).Trim('\uFEFF'));
        if (Value(xml, Ua + "part") != "1") yield return new("xmp-ua", "The metadata does not claim PDF/UA-1.");
        if (Value(xml, A + "part") != "2" || Value(xml, A + "conformance") != "A") yield return new("xmp-a", "The metadata does not claim PDF/A-2a.");
        if (!xml.Descendants(Extension + "schemas").Any()) yield return new("xmp-a", "The schema of pdfuaid is not described.");
        var title = xml.Descendants(Dc + "title").Descendants(Rdf + "li").FirstOrDefault()?.Value;
        if (string.IsNullOrWhiteSpace(title)) yield return new("title", "The metadata has no dc:title.");
        else if (title != file.Document.Information.Title) yield return new("title", "Metadata and information dictionary give different titles.");
    }

    private static string? Value(XDocument xml, XName name) => xml.Descendants(name).FirstOrDefault()?.Value;

    private static IEnumerable<PdfUaFinding> OutputIntent(PdfUaAuditFile file)
    {
        var intents = file.Array(file.Catalog, "OutputIntents").Select(file.Resolve).OfType<DictionaryToken>().ToList();
        if (intents is not [var intent] || file.Name(intent, "S") != "GTS_PDFA1") yield return new("output-intent", "There is not one PDF/A output intent.");
        else if (file.Get(intent, "DestOutputProfile") is not StreamToken profile || !file.Decode(profile).AsSpan(36).StartsWith("acsp"u8))
            yield return new("output-intent", "The output intent has no ICC profile.");
    }
}
