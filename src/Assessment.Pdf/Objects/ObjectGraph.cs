namespace Assessment.Pdf.Objects;

/// <summary>All indirect objects of a file, numbered from 1 in the order they were made.</summary>
internal sealed class ObjectGraph
{
    private readonly List<PdfValue?> objects = [];

    public int Count => objects.Count;

    /// <summary>The catalog; set once, before writing.</summary>
    public PdfReference? Root { get; set; }

    /// <summary>The document information dictionary; set once, before writing.</summary>
    public PdfReference? Info { get; set; }

    /// <summary>Null when a reserved number was never filled, which the serializer refuses.</summary>
    public PdfValue? this[int number] => objects[number - 1];

    public PdfReference Add(PdfValue value)
    {
        objects.Add(value);
        return new PdfReference(objects.Count);
    }

    /// <summary>Takes a number for an object that others point to before it is made.</summary>
    public PdfReference Reserve()
    {
        objects.Add(null);
        return new PdfReference(objects.Count);
    }

    public void Fill(PdfReference reserved, PdfValue value) => objects[reserved.Number - 1] = value;
}
