using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Assessment.Testing;

/// <summary>An opened file and short ways to its objects.</summary>
internal sealed class PdfUaAuditFile : IDisposable
{
    public PdfUaAuditFile(byte[] bytes)
    {
        Bytes = bytes;
        Document = PdfDocument.Open(bytes);
        Pages = [.. Document.GetPages().Select(page => page.Dictionary)];
        PageReferences = ReadPageReferences(Dictionary(Catalog, "Pages")!);
    }

    public byte[] Bytes { get; }

    public PdfDocument Document { get; }

    public DictionaryToken Catalog => Document.Structure.Catalog.CatalogDictionary;

    public IReadOnlyList<DictionaryToken> Pages { get; }

    public IReadOnlyList<IndirectReference> PageReferences { get; }

    public IToken? Resolve(IToken? token) =>
        token is IndirectReferenceToken pointer ? Document.Structure.GetObject(pointer.Data)?.Data : token;

    public IToken? Get(DictionaryToken from, string key) =>
        from.TryGet(NameToken.Create(key), out var token) ? Resolve(token) : null;

    public DictionaryToken? Dictionary(DictionaryToken from, string key) => Get(from, key) as DictionaryToken;

    public IReadOnlyList<IToken> Array(DictionaryToken from, string key) => Get(from, key) is ArrayToken array ? array.Data : [];

    public string? Name(DictionaryToken from, string key) => (Get(from, key) as NameToken)?.Data;

    public int? Number(DictionaryToken from, string key) => (Get(from, key) as NumericToken)?.Int;

    public string? Text(DictionaryToken from, string key) => Get(from, key) switch
    {
        StringToken text => text.Data,
        HexToken hex => hex.Data,
        _ => null,
    };

    public IndirectReference? Reference(DictionaryToken from, string key) =>
        from.TryGet(NameToken.Create(key), out var token) && token is IndirectReferenceToken pointer ? pointer.Data : null;

    public byte[] Decode(StreamToken stream) => stream.Decode(Document.Structure.FilterProvider, Document.Structure.TokenScanner).ToArray();

    public void Dispose() => Document.Dispose();

    private List<IndirectReference> ReadPageReferences(DictionaryToken node)
    {
        var found = new List<IndirectReference>();
        foreach (var kid in Array(node, "Kids").OfType<IndirectReferenceToken>())
        {
            var dictionary = (DictionaryToken)Resolve(kid)!;
            if (Name(dictionary, "Type") == "Pages") found.AddRange(ReadPageReferences(dictionary));
            else found.Add(kid.Data);
        }

        return found;
    }
}
