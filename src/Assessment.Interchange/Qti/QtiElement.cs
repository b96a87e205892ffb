using System.Xml;
using System.Xml.Linq;
using Assessment.Domain;

namespace Assessment.Interchange.Qti;

/// <summary>
/// An element by the names of either binding: QTI 2.x <c>responseIf</c> and QTI 3.0 <c>qti-response-if</c> are both "responseif",
/// <c>baseType</c> and <c>base-type</c> both "basetype".
/// </summary>
/// <param name="Source">The element of the file.</param>
internal sealed record QtiElement(XElement Source)
{
    private const int DeepestNesting = 100;
    private const long LongestFile = 4 * 1024 * 1024;

    public string Name { get; } = Fold(Source.Name.LocalName.StartsWith("qti-", StringComparison.Ordinal) ? Source.Name.LocalName[4..] : Source.Name.LocalName);

    public IEnumerable<QtiElement> Children => Source.Elements().Select(child => new QtiElement(child));

    public string Text => Source.Value.Trim();

    /// <summary>Such as "line 12, responseIf".</summary>
    public string Where => $"line {((IXmlLineInfo)Source).LineNumber}, {Source.Name.LocalName}";

    public IEnumerable<QtiElement> All(string name) => Children.Where(child => child.Name == name);

    public QtiElement? Only(string name) => Children.FirstOrDefault(child => child.Name == name);

    public string? Attribute(string name) => Source.Attributes().FirstOrDefault(one => !one.IsNamespaceDeclaration && Fold(one.Name.LocalName) == name)?.Value.Trim();

    public double? Number(string name) => QtiTypes.Number(Attribute(name));

    public bool Truth(string name, bool otherwise) => Attribute(name) switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => otherwise,
    };

    public Place Fault(string problem) => new(Where, problem);

    /// <summary>
    /// Reads XML without opening any other file: a document type is skipped (real items carry empty ones), so nothing of it
    /// is loaded or expanded, and a reference to an entity it would define is a fault.
    /// </summary>
    public static Result<QtiElement> Load(byte[] xml)
    {
        try
        {
            using (var reader = Open(xml))
            {
                while (reader.Read())
                {
                    if (reader.Depth > DeepestNesting)
                    {
                        return Refusals.FormInvalid.Because($"Elements are nested more than {DeepestNesting} deep.");
                    }
                }
            }

            using var again = Open(xml);
            return new QtiElement(XDocument.Load(again, LoadOptions.SetLineInfo).Root!);
        }
        catch (XmlException fault)
        {
            return Refusals.FormInvalid.Because(
                "The file is not well-formed XML, or larger than 4 MiB.", new Place($"line {fault.LineNumber}, column {fault.LinePosition}", "Not well-formed here."));
        }
    }

    private static XmlReader Open(byte[] xml) => XmlReader.Create(new MemoryStream(xml), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = LongestFile,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });

    private static string Fold(string name) => name.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
}
