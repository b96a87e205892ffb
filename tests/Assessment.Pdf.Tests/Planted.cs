using System.Text;
using Assessment.Pdf.Objects;

namespace Assessment.Pdf.Tests;

/// <summary>A document whose objects a test spoils before the file is written.</summary>
public sealed class Planted
{
    private readonly ObjectGraph graph;

    internal Planted(ObjectGraph graph) => this.graph = graph;

    internal PdfDictionary Catalog => First("Catalog");

    internal PdfStream Metadata => (PdfStream)Resolve(Catalog["Metadata"]!);

    /// <summary>Operators of the first page.</summary>
    internal PdfStream Content => (PdfStream)Resolve(First("Page")["Contents"]!);

    internal PdfDictionary Descendant => Dictionaries.First(value => value["CIDToGIDMap"] is not null);

    internal PdfDictionary Type0Font => Dictionaries.First(value => value["ToUnicode"] is not null);

    internal PdfStream ToUnicode => (PdfStream)Resolve(Type0Font["ToUnicode"]!);

    private IEnumerable<PdfDictionary> Dictionaries => Enumerable.Range(1, graph.Count).Select(number => graph[number]).OfType<PdfDictionary>();

    internal PdfDictionary First(string type) => Dictionaries.First(value => IsName(value["Type"], type));

    internal PdfDictionary FirstTag(string type) => Dictionaries.First(value => IsName(value["S"], type) && value["P"] is not null);

    internal PdfDictionary LastTag(string type) => Dictionaries.Last(value => IsName(value["S"], type) && value["P"] is not null);

    internal PdfDictionary Bookmark(string title) => Dictionaries.First(value =>
        value["Title"] is PdfString text && value["Dest"] is not null && Encoding.ASCII.GetString(text.Bytes) == title);

    internal void Replace(PdfStream stream, string old, string other)
    {
        var text = Encoding.Latin1.GetString(stream.Bytes);
        text.Should().Contain(old, "the defect must be planted");
        stream.Bytes = Encoding.Latin1.GetBytes(text.Replace(old, other, StringComparison.Ordinal));
    }

    internal void Append(string operators) => Content.Bytes = [.. Content.Bytes, .. Encoding.ASCII.GetBytes(operators)];

    /// <summary>Puts a compressed copy in the place of a plain stream.</summary>
    internal void Compress(PdfDictionary holder, string key)
    {
        var copy = new PdfStream(((PdfStream)Resolve(holder[key]!)).Bytes);
        holder[key] = graph.Add(copy);
    }

    /// <summary>Exchanges the owners of the first two pieces of content of the second page.</summary>
    internal void SwapParents()
    {
        var root = (PdfDictionary)Resolve(Catalog["StructTreeRoot"]!);
        var numbers = (PdfArray)((PdfDictionary)Resolve(root["ParentTree"]!))["Nums"]!;
        var owners = ((PdfArray)Resolve(numbers.Items[3])).Items;
        (owners[0], owners[1]) = (owners[1], owners[0]);
    }

    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        GraphSerializer.Write(graph, stream);
        return stream.ToArray();
    }

    private PdfValue Resolve(PdfValue value) => value is PdfReference reference ? graph[reference.Number]! : value;

    private static bool IsName(PdfValue? value, string name) => value is PdfName { Text: var text } && text == name;
}
