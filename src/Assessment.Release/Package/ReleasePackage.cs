using System.Text;
using Assessment.Release.Table;

namespace Assessment.Release.Package;

/// <summary>
/// The package a reader gets: scores.csv, codebook.csv, the hierarchies used, README.md, and manifest.json with the bytes
/// and SHA-256 of each. Equal table and facts give equal bytes: no clock, no path, no user, one order of files.
/// </summary>
public static class ReleasePackage
{
    /// <summary>Writes every file, the manifest last.</summary>
    /// <param name="table">What <see cref="Deidentifier"/> made.</param>
    /// <param name="facts">For the README.</param>
    /// <param name="sink">Gets the name of a file, with "/" between folders, and its content.</param>
    public static void Write(DeidentifiedTable table, ReleaseFacts facts, Action<string, ReadOnlyMemory<byte>> sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        foreach (var (name, content) in Files(table, facts))
        {
            sink(name, content);
        }
    }

    /// <summary>Writes the same files as one zip archive, with the date 1980-01-01 throughout and no compression.</summary>
    /// <param name="table">What <see cref="Deidentifier"/> made.</param>
    /// <param name="facts">For the README.</param>
    /// <param name="stream">Left open.</param>
    public static void WriteZip(DeidentifiedTable table, ReleaseFacts facts, Stream stream) => ReleaseArchive.Write(Files(table, facts), stream);

    private static List<KeyValuePair<string, byte[]>> Files(DeidentifiedTable table, ReleaseFacts facts)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(facts);
        List<KeyValuePair<string, byte[]>> files =
        [
            new("README.md", Encoding.UTF8.GetBytes(ReadmeText.Of(table, facts))),
            new("codebook.csv", CsvFiles.Codebook(table)),
            .. table.Columns
                .Select(column => table.Profile.Hierarchies.Find(column.Name))
                .OfType<Hierarchies.Hierarchy>()
                .Select(hierarchy => KeyValuePair.Create($"hierarchies/{hierarchy.Column}.csv", CsvFiles.HierarchyOf(hierarchy))),
            new("scores.csv", CsvFiles.Scores(table)),
        ];
        return [.. files, new("manifest.json", ManifestJson.Of(table, facts, files))];
    }
}
