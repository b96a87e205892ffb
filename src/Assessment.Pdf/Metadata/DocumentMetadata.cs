using System.Globalization;
using System.Security;
using System.Text;
using Assessment.Pdf.Objects;

namespace Assessment.Pdf.Metadata;

/// <summary>
/// What the file says about itself, twice and in agreement: the information dictionary and the XMP packet
/// (ISO 16684-1; ISO 19005-2, 6.6; ISO 14289-1, 5). The packet stays uncompressed so that any tool can find it.
/// </summary>
internal static class DocumentMetadata
{
    public static PdfDictionary Dictionary(DocumentInfo info)
    {
        var date = PdfString.Text($"D:{info.Date.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}000000Z");
        return new PdfDictionary().With("Title", PdfString.Text(info.Title)).With("Author", PdfString.Text(info.Author))
            .With("Subject", PdfString.Text(info.Subject)).With("Creator", PdfString.Text(info.Producer))
            .With("Producer", PdfString.Text(info.Producer)).With("CreationDate", date).With("ModDate", date);
    }

    public static PdfStream Packet(DocumentInfo info)
    {
        var stream = new PdfStream(Encoding.UTF8.GetBytes(Xml(info)), compress: false);
        stream.Dictionary.With("Type", "Metadata").With("Subtype", "XML");
        return stream;
    }

    private static string Xml(DocumentInfo info)
    {
        var (producer, date) = (Escape(info.Producer), info.Date.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture));
        return $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Escape(info.Title)}</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>{Escape(info.Author)}</rdf:li></rdf:Seq></dc:creator>
            <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{Escape(info.Subject)}</rdf:li></rdf:Alt></dc:description>
            <dc:language><rdf:Bag><rdf:li>{Escape(info.Language)}</rdf:li></rdf:Bag></dc:language>
            <xmp:CreatorTool>{producer}</xmp:CreatorTool>
            <xmp:CreateDate>{date}</xmp:CreateDate>
            <xmp:ModifyDate>{date}</xmp:ModifyDate>
            <pdf:Producer>{producer}</pdf:Producer>
            <pdfaid:part>2</pdfaid:part>
            <pdfaid:conformance>A</pdfaid:conformance>
            <pdfuaid:part>1</pdfuaid:part>
            </rdf:Description>
            {UaSchema}
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="w"?>
            """;
    }

    /// <summary>PDF/A wants every schema outside its own list to be described in the file (ISO 19005-2, 6.6.2.3.3).</summary>
    private const string UaSchema = """
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>part</pdfaProperty:name>
        <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
        </rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>
        """;

    private static string Escape(string text) => SecurityElement.Escape(text) ?? "";
}
