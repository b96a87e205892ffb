using Assessment.Pdf.Objects;
using Assessment.Testing;

namespace Assessment.Pdf.Tests;

/// <summary>The audit itself is audited: each rule must catch a defect planted in a document that is clean without it.</summary>
public sealed class PdfUaAuditTests
{
    private static TestCaseData Defect(string rule, string what, Action<Planted> plant) =>
        new TestCaseData(rule, plant).SetName($"Catches: {what}");

    private static readonly TestCaseData[] Defects =
    [
        Defect("language", "no language", file => file.Catalog["Lang"] = null),
        Defect("marked", "not marked as tagged", file => file.Catalog["MarkInfo"] = null),
        Defect("marked", "suspect tags", file => ((PdfDictionary)file.Catalog["MarkInfo"]!)["Suspects"] = true),
        Defect("display-title", "file name in the window", file => file.Catalog["ViewerPreferences"] = null),
        Defect("forbidden", "optional content", file => file.Catalog["OCProperties"] = new PdfDictionary()),
        Defect("structure", "no tag tree", file => file.Catalog["StructTreeRoot"] = null),
        Defect("tab-order", "no tab order", file => file.First("Page")["Tabs"] = null),
        Defect("xmp-ua", "no claim of PDF/UA", file => file.Replace(file.Metadata, "<pdfuaid:part>1", "<pdfuaid:part>2")),
        Defect("xmp-a", "no claim of PDF/A", file => file.Replace(file.Metadata, "<pdfaid:conformance>A", "<pdfaid:conformance>B")),
        Defect("xmp-a", "pdfuaid not described", file => file.Replace(file.Metadata, "pdfaExtension:schemas>", "pdfaExtension:other>")),
        Defect("title", "two different titles", file => file.Replace(file.Metadata, "A title with", "Another title with")),
        Defect("title", "no title", file => file.Replace(file.Metadata, "dc:title>", "dc:other>")),
        Defect("xmp-ua", "no metadata", file => file.Catalog["Metadata"] = null),
        Defect("metadata-plain", "compressed metadata", file => file.Compress(file.Catalog, "Metadata")),
        Defect("output-intent", "no colour profile", file => file.Catalog["OutputIntents"] = null),
        Defect("untagged-content", "paint outside of tags", file => file.Append("0 0 9 9 re f\n")),
        Defect("untagged-content", "tag without id", file => file.Replace(file.Content, "/P <</MCID 1>>", "/P <</Nix 1>>")),
        Defect("nested-content", "artifact within a tag", file => file.Append("/P <</MCID 999>> BDC\n/Artifact <</Type/Layout>> BDC\nEMC\nEMC\n")),
        Defect("parent-tree", "painted content in no tag", file => file.Append("/P <</MCID 999>> BDC\nEMC\n")),
        Defect("parent-tree", "content painted twice", file => file.Append("/H1 <</MCID 0>> BDC\nEMC\n")),
        Defect("parent-tree", "content marked as another tag", file => file.Replace(file.Content, "/H1 <</MCID 0>>", "/H2 <</MCID 0>>")),
        Defect("parent-tree", "parent tree leads to another tag", file => file.SwapParents()),
        Defect("parent-tree", "page without its key", file => file.First("Page")["StructParents"] = null),
        Defect("empty-tag", "tag without content", file => file.FirstTag("Lbl")["K"] = new PdfArray()),
        Defect("standard-type", "tag of no standard type", file => file.FirstTag("P")["S"] = new PdfName("Para")),
        Defect("nesting", "table row in a list", file => file.FirstTag("LI")["S"] = new PdfName("TR")),
        Defect("nesting", "list item in a table", file => file.FirstTag("TR")["S"] = new PdfName("LI")),
        Defect("table-head", "no table head", file => file.FirstTag("THead")["S"] = new PdfName("TBody")),
        Defect("table-head", "two table heads", file => file.FirstTag("TBody")["S"] = new PdfName("THead")),
        Defect("table-regular", "row with a cell less", file => ((PdfArray)file.LastTag("TR")["K"]!).Items.RemoveAt(0)),
        Defect("header-scope", "header cell without scope", file => file.FirstTag("TH")["A"] = null),
        Defect("header-scope", "column header with the scope of a row", file => ((PdfDictionary)file.FirstTag("TH")["A"]!)["Scope"] = new PdfName("Row")),
        Defect("figure-alt", "figure without alternate text", file => file.FirstTag("Figure")["Alt"] = null),
        Defect("figure-box", "figure without box", file => file.FirstTag("Figure")["A"] = null),
        Defect("heading-order", "skipped heading level", file => file.FirstTag("H2")["S"] = new PdfName("H3")),
        Defect("bookmarks", "bookmark unlike its heading", file => file.Bookmark("First section")["Title"] = PdfString.Text("Else")),
        Defect("bookmarks", "no bookmarks", file => file.Catalog["Outlines"] = null),
        Defect("note-id", "note without id", file => file.FirstTag("Note")["ID"] = null),
        Defect("note-id", "two notes with one id", file => file.FirstTag("Note")["ID"] = PdfString.Text("note-2")),
        Defect("link-contents", "link without description", file => file.First("Annot")["Contents"] = null),
        Defect("link-flags", "link that is not printed", file => file.First("Annot")["F"] = 0),
        Defect("link-tag", "link bound to no tag", file => file.First("Annot")["StructParent"] = null),
        Defect("link-tag", "annotation that is no link", file => file.First("Annot")["Subtype"] = new PdfName("Text")),
        Defect("link-target", "link that leads nowhere", file => file.First("Annot")["Dest"] = null),
        Defect("font-embedded", "font not embedded", file => file.First("FontDescriptor")["FontFile2"] = null),
        Defect("font-embedded", "no map from codes to glyphs", file => file.Descendant["CIDToGIDMap"] = null),
        Defect("to-unicode", "character without Unicode", file => file.Replace(file.ToUnicode, "<0001> <", "<7777> <")),
        Defect("to-unicode", "no map to Unicode", file => file.Type0Font["ToUnicode"] = null),
        Defect("to-unicode", "the glyph of missing characters", file => file.Append(
            "/Artifact <</Type/Layout>> BDC\n0 0 0 rg BT /F0 9 Tf 9 9 Td <0000> Tj ET\nEMC\n")),
        Defect("contrast", "pale text", file => file.Append("/Artifact <</Type/Layout>> BDC\n0.6 0.6 0.6 rg BT /F0 9 Tf 9 9 Td <0001> Tj ET\nEMC\n")),
        Defect("contrast", "dark text on dark ground", file => file.Append(
            "/Artifact <</Type/Layout>> BDC\n0.3 0.3 0.3 rg 0 0 50 50 re f\n0 0 0 rg BT /F0 9 Tf 9 9 Td <0001> Tj ET\nEMC\n")),
    ];

    [TestCaseSource(nameof(Defects))]
    public void Each_rule_catches_its_planted_defect(string rule, Delegate plant)
    {
        var planted = new Planted(Sample.Whole.Build());
        ((Action<Planted>)plant)(planted);
        PdfUaAudit.Check(planted.Bytes()).Select(finding => finding.Rule).Should().Contain(rule);
    }
}
