using System.IO.Compression;

namespace Assessment.Pdf.Objects;

/// <summary>The only compression we write: zlib, known to the format as FlateDecode.</summary>
internal static class Deflate
{
    public static byte[] Compress(ReadOnlySpan<byte> plain)
    {
        using var packed = new MemoryStream(plain.Length / 2 + 64);
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(plain);
        return packed.ToArray();
    }
}
