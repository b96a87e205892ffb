using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Assessment.Release.Profiles;
using Assessment.Release.Table;

namespace Assessment.Release.Package;

/// <summary>Lists the files of a package with their size and SHA-256.</summary>
internal static class ManifestJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n" };

    public static byte[] Of(DeidentifiedTable table, ReleaseFacts facts, IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("release", table.Release);
            json.WriteString("title", facts.Title);
            json.WriteString("product", table.Profile.Product == ReleaseProduct.Public ? "public" : "restricted");
            json.WriteString("date", facts.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteNumber("k", table.Profile.K);
            json.WriteNumber("g", table.Profile.G);
            json.WriteNumber("rows", table.Rows.Length);
            json.WriteString("hierarchies", table.Profile.Hierarchies.Version);
            json.WriteStartArray("files");
            foreach (var (name, content) in files)
            {
                json.WriteStartObject();
                json.WriteString("path", name);
                json.WriteNumber("bytes", content.Length);
                json.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(content)));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. buffer.ToArray(), (byte)'\n'];
    }
}
