using System.Buffers.Text;

namespace Assessment.Pdf.Objects;

/// <summary>A growing run of bytes with the few number and text forms the file format needs.</summary>
internal sealed class ByteBuffer
{
    private byte[] bytes = new byte[256];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public byte[] ToArray() => Written.ToArray();

    public ByteBuffer Ascii(string text)
    {
        var room = Room(text.Length);
        for (var i = 0; i < text.Length; i++) room[i] = (byte)text[i];
        Length += text.Length;
        return this;
    }

    public ByteBuffer Bytes(ReadOnlySpan<byte> data)
    {
        data.CopyTo(Room(data.Length));
        Length += data.Length;
        return this;
    }

    /// <summary>A number rounded to a thousandth, without exponent, trailing zeros or negative zero.</summary>
    public ByteBuffer Number(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(value), "A number in a file must be finite.");
        var thousandths = (long)Math.Round(value * 1000, MidpointRounding.AwayFromZero);
        if (thousandths < 0) Ascii("-");
        var magnitude = Math.Abs(thousandths);
        Integer(magnitude / 1000);
        var fraction = (int)(magnitude % 1000);
        if (fraction == 0) return this;
        var room = Room(4);
        room[0] = (byte)'.';
        room[1] = (byte)('0' + fraction / 100);
        room[2] = (byte)('0' + fraction / 10 % 10);
        room[3] = (byte)('0' + fraction % 10);
        Length += fraction % 10 != 0 ? 4 : fraction % 100 != 0 ? 3 : 2;
        return this;
    }

    public ByteBuffer Hex(byte value)
    {
        const string digits = "0123456789ABCDEF";
        var room = Room(2);
        room[0] = (byte)digits[value >> 4];
        room[1] = (byte)digits[value & 15];
        Length += 2;
        return this;
    }

    public ByteBuffer Hex(ushort value) => Hex((byte)(value >> 8)).Hex((byte)value);

    /// <summary>An unsigned number of the given width in bytes, most significant byte first.</summary>
    public ByteBuffer BigEndian(long value, int width)
    {
        var room = Room(width);
        for (var i = 0; i < width; i++) room[i] = (byte)(value >> (8 * (width - 1 - i)));
        Length += width;
        return this;
    }

    private void Integer(long value)
    {
        Utf8Formatter.TryFormat(value, Room(20), out var written);
        Length += written;
    }

    private Span<byte> Room(int count)
    {
        if (Length + count > bytes.Length) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + count));
        return bytes.AsSpan(Length);
    }
}
