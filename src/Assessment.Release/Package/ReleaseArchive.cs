using System.IO.Compression;

namespace Assessment.Release.Package;

/// <summary>Zips files so that equal files give equal archives.</summary>
internal static class ReleaseArchive
{
    /// <summary>The earliest time a zip can hold.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(IEnumerable<KeyValuePair<string, byte[]>> files, Stream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, content) in files)
        {
            // Stored, not deflated: deflate's output differs between builds of zlib, and so would the archive's hash.
            var entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
            entry.LastWriteTime = Epoch;
            entry.ExternalAttributes = 0;
            using var target = entry.Open();
            target.Write(content);
        }
    }
}
