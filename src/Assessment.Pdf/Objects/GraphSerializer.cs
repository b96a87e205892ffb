using System.Security.Cryptography;

namespace Assessment.Pdf.Objects;

/// <summary>
/// Writes a graph as PDF 1.7: plain objects packed in object streams, a cross-reference stream at the end (7.5.7, 7.5.8),
/// and a document id taken from the hash of all that stands before it, so equal documents are equal files.
/// </summary>
internal static class GraphSerializer
{
    private const int ObjectsPerStream = 200;

    /// <summary>Where an object is: at an offset of the file, or at a place in an object stream.</summary>
    private readonly record struct Place(bool Packed, int Where, int Index);

    public static void Write(ObjectGraph graph, Stream to)
    {
        var file = new ByteBuffer();
        // Four bytes above 127 tell transfer programs that the file is binary (ISO 19005-2, 6.1.2).
        file.Ascii("%PDF-1.7\n%").Bytes([0xE2, 0xE3, 0xCF, 0xD3]).Ascii("\n");
        var places = new List<Place>(new Place[graph.Count + 1]);
        WriteStreams(graph, file, places);
        WritePacked(graph, file, places);
        WriteCrossReference(graph, file, places);
        to.Write(file.Written);
    }

    private static void WriteStreams(ObjectGraph graph, ByteBuffer file, List<Place> places)
    {
        for (var number = 1; number <= graph.Count; number++)
        {
            var value = graph[number] ?? throw new InvalidOperationException($"Object {number} was reserved and never made.");
            if (value is PdfStream) places[number] = WriteObject(number, value, file);
        }
    }

    private static void WritePacked(ObjectGraph graph, ByteBuffer file, List<Place> places)
    {
        var plain = Enumerable.Range(1, graph.Count).Where(number => graph[number] is not PdfStream);
        foreach (var numbers in plain.Chunk(ObjectsPerStream))
        {
            var container = places.Count;
            var (head, body) = (new ByteBuffer(), new ByteBuffer());
            for (var i = 0; i < numbers.Length; i++)
            {
                head.Number(numbers[i]).Ascii(" ").Number(body.Length).Ascii(" ");
                graph[numbers[i]]!.Write(body);
                body.Ascii("\n");
                places[numbers[i]] = new Place(true, container, i);
            }

            var stream = new PdfStream([.. head.Written, .. body.Written]);
            stream.Dictionary.With("Type", "ObjStm").With("N", numbers.Length).With("First", head.Length);
            places.Add(WriteObject(container, stream, file));
        }
    }

    private static Place WriteObject(int number, PdfValue value, ByteBuffer file)
    {
        var place = new Place(false, file.Length, 0);
        file.Number(number).Ascii(" 0 obj\n");
        value.Write(file);
        file.Ascii("\nendobj\n");
        return place;
    }

    private static void WriteCrossReference(ObjectGraph graph, ByteBuffer file, List<Place> places)
    {
        var (number, start) = (places.Count, file.Length);
        places.Add(new Place(false, start, 0));
        var rows = new ByteBuffer();
        rows.BigEndian(0, 1).BigEndian(0, 4).BigEndian(0xFFFF, 2);
        foreach (var place in places.Skip(1))
            rows.BigEndian(place.Packed ? 2 : 1, 1).BigEndian(place.Where, 4).BigEndian(place.Index, 2);
        var id = new PdfString(SHA256.HashData(file.Written)[..16]);
        var stream = new PdfStream(rows.ToArray());
        stream.Dictionary.With("Type", "XRef").With("Size", places.Count).With("W", new PdfArray(1, 4, 2))
            .With("Root", graph.Root ?? throw new InvalidOperationException("A file needs a catalog."))
            .With("Info", graph.Info ?? throw new InvalidOperationException("A file needs its information dictionary."))
            .With("ID", new PdfArray(id, id));
        WriteObject(number, stream, file);
        file.Ascii("startxref\n").Number(start).Ascii("\n%%EOF\n");
    }
}
