using System.Text;

namespace Assessment.Pdf.Objects;

/// <summary>A value of the file format (ISO 32000-1, 7.3), kept as a graph until the file is written.</summary>
internal abstract class PdfValue
{
    /// <summary>Appends the value in file syntax.</summary>
    public abstract void Write(ByteBuffer to);

    public static implicit operator PdfValue(int value) => new PdfNumber(value);

    public static implicit operator PdfValue(double value) => new PdfNumber(value);

    public static implicit operator PdfValue(bool value) => new PdfBoolean(value);
}

internal sealed class PdfNumber(double value) : PdfValue
{
    public double Value => value;

    public override void Write(ByteBuffer to) => to.Number(value);
}

internal sealed class PdfBoolean(bool value) : PdfValue
{
    public bool Value => value;

    public override void Write(ByteBuffer to) => to.Ascii(value ? "true" : "false");
}

/// <summary>A name of plain ASCII letters, digits, hyphen and plus; other names do not occur in what we write.</summary>
internal sealed class PdfName(string text) : PdfValue
{
    public string Text => text;

    public override void Write(ByteBuffer to) => to.Ascii("/").Ascii(text);
}

internal sealed class PdfString(byte[] bytes) : PdfValue
{
    public byte[] Bytes => bytes;

    /// <summary>A text string: ASCII as it is, anything else in UTF-16BE with its mark (7.9.2.2).</summary>
    public static PdfString Text(string text) => Ascii.IsValid(text)
        ? new PdfString(Encoding.ASCII.GetBytes(text))
        : new PdfString([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)]);

    public override void Write(ByteBuffer to)
    {
        to.Ascii("<");
        foreach (var b in bytes) to.Hex(b);
        to.Ascii(">");
    }
}

/// <summary>Points to an indirect object by its number; generations are always 0.</summary>
internal sealed class PdfReference(int number) : PdfValue
{
    public int Number => number;

    public override void Write(ByteBuffer to) => to.Number(number).Ascii(" 0 R");
}

internal sealed class PdfArray(params IEnumerable<PdfValue> items) : PdfValue
{
    public List<PdfValue> Items { get; } = [.. items];

    public override void Write(ByteBuffer to)
    {
        to.Ascii("[");
        for (var i = 0; i < Items.Count; i++)
        {
            if (i > 0) to.Ascii(" ");
            Items[i].Write(to);
        }

        to.Ascii("]");
    }
}

/// <summary>Keys keep the order in which they were set, so that equal documents are equal byte for byte.</summary>
internal sealed class PdfDictionary : PdfValue
{
    private readonly List<KeyValuePair<string, PdfValue>> entries = [];

    public IEnumerable<string> Keys => entries.Select(entry => entry.Key);

    public PdfValue? this[string key]
    {
        get => entries.FirstOrDefault(entry => entry.Key == key).Value;
        set
        {
            var at = entries.FindIndex(entry => entry.Key == key);
            if (value is null)
            {
                if (at >= 0) entries.RemoveAt(at);
            }
            else if (at < 0) entries.Add(new(key, value));
            else entries[at] = new(key, value);
        }
    }

    /// <summary>Adds a key for use in a chain.</summary>
    public PdfDictionary With(string key, PdfValue value)
    {
        this[key] = value;
        return this;
    }

    /// <summary>Adds a name value for use in a chain.</summary>
    public PdfDictionary With(string key, string name) => With(key, new PdfName(name));

    public override void Write(ByteBuffer to)
    {
        to.Ascii("<<");
        foreach (var (key, value) in entries)
        {
            to.Ascii("/").Ascii(key).Ascii(" ");
            value.Write(to);
        }

        to.Ascii(">>");
    }
}

/// <summary>A stream; its bytes are held plain and compressed when written, except where the standard wants them plain.</summary>
internal sealed class PdfStream(byte[] bytes, bool compress = true) : PdfValue
{
    public byte[] Bytes { get; set; } = bytes;

    public PdfDictionary Dictionary { get; } = new();

    public override void Write(ByteBuffer to)
    {
        var body = compress ? Deflate.Compress(Bytes) : Bytes;
        if (compress) Dictionary["Filter"] = new PdfName("FlateDecode");
        Dictionary["Length"] = body.Length;
        Dictionary.Write(to);
        to.Ascii("\nstream\n").Bytes(body).Ascii("\nendstream");
    }
}
