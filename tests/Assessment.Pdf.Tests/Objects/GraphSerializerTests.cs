using Assessment.Pdf.Objects;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Assessment.Pdf.Tests.Objects;

public sealed class GraphSerializerTests
{
    [Test]
    public void Every_object_is_found_again_when_they_fill_several_streams()
    {
        var graph = new ObjectGraph();
        var numbers = Enumerable.Range(0, 450).Select(i => graph.Add(new PdfDictionary().With("Value", i))).ToList();
        using var read = PdfDocument.Open(Write(graph));
        for (var i = 0; i < numbers.Count; i++)
        {
            var value = (DictionaryToken)read.Structure.GetObject(new IndirectReference(numbers[i].Number, 0)).Data;
            value.TryGet(NameToken.Create("Value"), out NumericToken number).Should().BeTrue();
            number.Int.Should().Be(i);
        }
    }

    [Test]
    public void A_reserved_object_that_was_never_made_is_a_fault()
    {
        var graph = new ObjectGraph();
        graph.Reserve();
        var write = () => Write(graph);
        write.Should().Throw<InvalidOperationException>().WithMessage("*never made*");
    }

    [Test]
    public void The_file_begins_and_ends_as_archives_ask()
    {
        var file = Write(new ObjectGraph());
        file.AsSpan(0, 9).SequenceEqual("%PDF-1.7\n"u8).Should().BeTrue();
        file.Skip(10).Take(4).Should().OnlyContain(b => b > 127);
        file.AsSpan(file.Length - 6).SequenceEqual("%%EOF\n"u8).Should().BeTrue();
    }

    private static byte[] Write(ObjectGraph graph)
    {
        var page = graph.Reserve();
        var pages = graph.Add(new PdfDictionary().With("Type", "Pages").With("Kids", new PdfArray(page)).With("Count", 1));
        graph.Fill(page, new PdfDictionary().With("Type", "Page").With("Parent", pages).With("MediaBox", new PdfArray(0, 0, 9, 9)));
        graph.Root = graph.Add(new PdfDictionary().With("Type", "Catalog").With("Pages", pages));
        graph.Info = graph.Add(new PdfDictionary());
        using var stream = new MemoryStream();
        GraphSerializer.Write(graph, stream);
        return stream.ToArray();
    }
}
